// Taking a record back: its page then answers with the reason, and the search index forgets it.
import type { Db } from 'mongodb'
import type { RecordDoc } from '../model/record.ts'

/**
 * Withdraws a record. False when there is none with this id or it is withdrawn already; a person's word
 * takes the place of the source's. `bySource`: its source has it no
 * longer, and brings it back by giving it again; what a person withdrew stays so.
 */
export async function withdraw(
  db: Db,
  id: string,
  tombstone: { readonly at: Date; readonly reason: string; readonly bySource?: true },
): Promise<boolean> {
  const reason = tombstone.reason.trim().slice(0, 1000)
  if (reason === '') throw new Error(`Record ${id}: a withdrawal needs a reason that readers may see.`)
  const standing = { withdrawn: { $exists: false } }
  const result = await db.collection<RecordDoc>('records').updateOne(
    // What a person says stands before what the source had said: the source must not bring it back.
    tombstone.bySource
      ? { _id: id, ...standing }
      : { _id: id, $or: [standing, { 'withdrawn.bySource': true }] },
    {
      $set: {
        withdrawn: { at: tombstone.at, reason, ...(tombstone.bySource ? { bySource: true as const } : {}) },
        updatedAt: tombstone.at,
        dirty: true,
        dirtyAt: tombstone.at,
      },
      // Lists of a person or a collection do not count it.
      $unset: { leadAgentId: '', collectionId: '' },
      $inc: { rev: 1 },
    },
  )
  return result.modifiedCount === 1
}

const merged = '与另一条记录为同一作品，已并入该记录。'

/**
 * Withdraws what each record was known by before, as far as the store has it: the search index forgets it, and lists
 * of a person or a collection do not count the work twice. Safe to repeat.
 */
export async function withdrawFormer(
  db: Db,
  records: readonly Pick<RecordDoc, '_id' | 'formerIds'>[],
  now: Date,
): Promise<void> {
  const into = new Map(
    records.flatMap(({ _id, formerIds }) => (formerIds ?? []).map((former) => [former, _id] as const)),
  )
  if (into.size === 0) return
  const collection = db.collection<RecordDoc>('records')
  const standing = { _id: { $in: [...into.keys()] }, withdrawn: { $exists: false } }
  const found = await collection.find(standing, { projection: { _id: 1 } }).toArray()
  if (found.length === 0) return
  await collection.bulkWrite(
    found.map(({ _id }) => ({
      updateOne: {
        filter: { _id, withdrawn: { $exists: false } },
        update: {
          $set: {
            withdrawn: { at: now, reason: merged, into: into.get(_id) ?? _id },
            updatedAt: now,
            dirty: true as const,
            dirtyAt: now,
          },
          $unset: { leadAgentId: '' as const, collectionId: '' as const },
          $inc: { rev: 1 },
        },
      },
    })),
    { ordered: false },
  )
}
