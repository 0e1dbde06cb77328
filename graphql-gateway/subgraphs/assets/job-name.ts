// The job of pictures and files, for who wakes it and who runs it.
import type { Db } from 'mongodb'

export const assetJobName = 'assets'

/** Has the queue look at it now. */
export async function wakeAssetJob(db: Db, now: Date): Promise<void> {
  await db.collection('jobs').updateOne({ name: assetJobName }, { $set: { nextRunAt: now } })
}
