// The job of lists of cards, for who wakes it and who runs it.
import { wakeJob } from '@shuxiang/subgraph-kit/wake-job'
import type { Db } from 'mongodb'

export const cardJobName = 'cards'

/** Has the queue look at it now. */
export const wakeCardJob = (db: Db, now: Date): Promise<void> => wakeJob(db, cardJobName, now)
