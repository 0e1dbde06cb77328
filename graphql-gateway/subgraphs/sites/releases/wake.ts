// The job that publishes, for who wakes it and who runs it.
import type { Db } from 'mongodb'

export const publishJobName = 'publish'

/** Has the queue look at it now. */
export async function wakePublishJob(db: Db, now: Date): Promise<void> {
  await db.collection('jobs').updateOne({ name: publishJobName }, { $set: { nextRunAt: now } })
}
