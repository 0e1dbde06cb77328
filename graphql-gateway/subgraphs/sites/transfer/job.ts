// The job that carries out imports of sites that a process left midway.
import type { AuditPort } from '@shuxiang/audit/contract'
import type { Job, JobParts } from '@shuxiang/subgraph-kit/module'
import { finishImports } from './import.ts'

export function importsJob(auditOf: (parts: JobParts) => AuditPort): Job {
  return {
    name: 'site-imports',
    every: 60_000,
    async run(parts) {
      const { db, now, log } = parts
      const finished = await finishImports({ db, now, audit: auditOf(parts) })
      if (finished > 0) log.info({ finished }, 'imports of sites carried out')
    },
  }
}
