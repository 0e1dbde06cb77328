// The job that carries out imports of sites, for the process that runs jobs: it has the audit log.
import { openAuditLog } from '@shuxiang/audit'
import { importsJob } from '@shuxiang/subgraph-sites/imports-job'
import type { Job } from '@shuxiang/subgraph-kit/module'

export const siteImportsJob: Job = importsJob(({ db, now }) => openAuditLog(db, () => now().getTime()))
