// The job of drafts of sites, for the process that runs jobs: it has the audit log.
import { openAuditLog } from '@shuxiang/audit'
import { draftsJob } from '@shuxiang/subgraph-sites/drafts-job'
import type { Job } from '@shuxiang/subgraph-kit/module'

export const siteDraftsJob: Job = draftsJob(({ db, now }) => openAuditLog(db, () => now().getTime()))
