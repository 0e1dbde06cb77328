// Taking a record back: its page then answers with the reason, and the search index forgets it.
import type { Db } from 'mongodb'
import type { RecordDoc } from '../model/record.ts'

/** Withdraws a record. False when there is none with this id or it is withdrawn already. */
export async function withdraw(
  db: Db,
  id: string,
  tombstone: { readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const reason = tombstone.reason.trim().slice(0, 1000)
  if (reason === '') throw new Error(`Record ${id}: a withdrawal needs a reason that readers may see.`)
  const result = await db.collection<RecordDoc>('records').updateOne(
    { _id: id, withdrawn: { $exists: false } },
    {
      $set: {
        withdrawn: { at: tombstone.at, reason },
        updatedAt: tombstone.at,
        dirty: true,
        dirtyAt: tombstone.at,
      },
      $inc: { rev: 1 },
    },
  )
  return result.modifiedCount === 1
}
