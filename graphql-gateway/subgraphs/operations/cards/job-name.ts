// The job of lists of cards, for who wakes it and who runs it.
import type { Db } from 'mongodb'

export const cardJobName = 'cards'

/** Has the queue look at it now. */
export async function wakeCardJob(db: Db, now: Date): Promise<void> {
  await db.collection('jobs').updateOne({ name: cardJobName }, { $set: { nextRunAt: now } })
}
