// Says that what the pages of sites show has changed: a record, a notice, an hour. Their published documents are drawn once more.
import type { Db } from 'mongodb'
import { refreshesIn } from './documents.ts'
import { wakePublishJob } from './wake.ts'

/** Codes of sites; one that there is not is no error. The new answers are live within some seconds. */
export async function askRefresh(db: Db, sites: readonly string[], at: Date): Promise<void> {
  if (sites.length === 0) return
  const wishes = sites.map((_id) => ({
    updateOne: {
      filter: { _id },
      update: { $set: { askedAt: at, nextTryAt: at }, $inc: { count: 1 } },
      upsert: true,
    },
  }))
  await refreshesIn(db).bulkWrite(wishes, { ordered: false })
  await wakePublishJob(db, at)
}
