// The job of drafts: carries out what was left midway, thins out revisions, takes comments of gone pages away.
import type { AuditPort } from '@shuxiang/audit/contract'
import type { Job, JobParts } from '@shuxiang/subgraph-kit/module'
import { sweepTalks } from './comments.ts'
import { settleLeft } from './settle-left.ts'
import { thinRevisions } from './thin.ts'

export function draftsJob(auditOf: (parts: JobParts) => AuditPort): Job {
  return {
    name: 'drafts of sites',
    every: 10 * 60_000,
    async run(parts, signal) {
      const { db, now, log } = parts
      await settleLeft(db, auditOf(parts), now())
      const taken = await thinRevisions(db, now(), signal)
      if (taken > 0) log.info({ taken }, 'revisions thinned out')
      const gone = await sweepTalks(db, signal)
      if (gone > 0) log.info({ gone }, 'comments of pages that are gone taken away')
    },
  }
}
