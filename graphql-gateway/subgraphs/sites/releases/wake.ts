// The job that publishes, for who wakes it and who runs it.
import { wakeJob } from '@shuxiang/subgraph-kit/wake-job'
import type { Db } from 'mongodb'

export const publishJobName = 'publish'

/** Has the queue look at it now. */
export const wakePublishJob = (db: Db, now: Date): Promise<void> => wakeJob(db, publishJobName, now)
