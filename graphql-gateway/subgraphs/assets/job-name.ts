// The job of pictures and files, for who wakes it and who runs it.
import { wakeJob } from '@shuxiang/subgraph-kit/wake-job'
import type { Db } from 'mongodb'

export const assetJobName = 'assets'

/** Has the queue look at it now. */
export const wakeAssetJob = (db: Db, now: Date): Promise<void> => wakeJob(db, assetJobName, now)
