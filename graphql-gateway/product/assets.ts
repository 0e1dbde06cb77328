// The job of pictures and files, for the process that runs jobs.
import { assetJob } from '@shuxiang/subgraph-assets/job'
import { askRefresh } from '@shuxiang/subgraph-sites/content'
import type { Job } from '@shuxiang/subgraph-kit/module'

/** Pages that are served show another file as soon as it is ready. */
export const assetsJob: Job = assetJob({ replaced: (db, library, now) => askRefresh(db, [library], now) })
