// Wakes a job of the queue: it would else look by itself, some seconds later.
import type { Db } from 'mongodb'

/** Has the queue run the job of that name now. */
export async function wakeJob(db: Db, name: string, now: Date): Promise<void> {
  await db.collection('jobs').updateOne({ name }, { $set: { nextRunAt: now } })
}
