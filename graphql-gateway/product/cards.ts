// The job of lists of cards, for the process that runs jobs: it has the registry.
import { openAuditLog } from '@shuxiang/audit'
import { cardListJob } from '@shuxiang/subgraph-operations/card-list-job'
import type { CardRegistry } from '@shuxiang/subgraph-operations'
import type { Job, JobParts } from '@shuxiang/subgraph-kit/module'

/** `open` gives the registry on the store and in the folder of the job's parts. */
export function cardJob(open: (parts: JobParts) => CardRegistry): Job {
  return cardListJob({ registry: open, audit: ({ db, now }) => openAuditLog(db, () => now().getTime()) })
}
