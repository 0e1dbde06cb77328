// Writing persons and collections: idempotent by content hash, like records.
import {
  collectionContent,
  personContent,
  type CollectionContent,
  type PersonContent,
} from '@shuxiang/record'
import type { AnyBulkWriteOperation, Db } from 'mongodb'
import { digest } from '../model/digest.ts'
import type { CollectionDoc, PersonDoc } from '../model/authority.ts'
import { spellingsOf } from '../model/person-names.ts'
import type { RecordDoc } from '../model/record.ts'
import { RecordRefused } from './refused.ts'
import { batches } from './write-beside.ts'

/**
 * Adds or replaces persons; returns how many were written. Works of one who was here before are indexed again: they are
 * found by the names. Errors: `RecordRefused`.
 */
export async function upsertPersons(db: Db, persons: readonly PersonContent[], now: Date): Promise<number> {
  const checked = [...new Map(persons.map((person) => [person.id, person])).values()].map((person) => {
    const parsed = personContent.safeParse(person)
    if (!parsed.success) throw RecordRefused.of(`person ${person.id}`, parsed.error)
    return parsed.data
  })
  let written = 0
  for (const batch of batches(checked, () => 0)) {
    const collection = db.collection<PersonDoc>('persons')
    const known = await hashes(db, 'persons', batch)
    const changed = batch.flatMap((person) => {
      const { id, ...rest } = person
      const hash = digest(rest)
      const before = known.get(id)
      return before?.hash === hash && before.unsettled !== true ? [] : [{ id, rest, hash, isNew: !before }]
    })
    const operations = changed.map(({ id, rest, hash, isNew }): AnyBulkWriteOperation<PersonDoc> => {
      const mark = isNew ? {} : { unsettled: true as const }
      // What a source states no longer goes away with the document.
      const replacement = { ...rest, spellings: spellingsOf(rest), hash, updatedAt: now, ...mark }
      return { replaceOne: { filter: { _id: id }, replacement, upsert: true } }
    })
    if (operations.length > 0) await collection.bulkWrite(operations, { ordered: false })
    await tellWorks(
      db,
      changed.filter(({ isNew }) => !isNew).map(({ id }) => id),
      now,
    )
    written += operations.length
  }
  return written
}

/** Marks the works of persons for the index, and then the persons as settled. */
async function tellWorks(db: Db, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db
    .collection<RecordDoc>('records')
    .updateMany({ leadAgentId: { $in: [...ids] } }, { $inc: { rev: 1 }, $set: { dirty: true, dirtyAt: now } })
  await db
    .collection<PersonDoc>('persons')
    .updateMany({ _id: { $in: [...ids] } }, { $unset: { unsettled: '' } })
}

/** Adds or replaces collections; their counts stay. Errors: `RecordRefused`. */
export async function upsertCollections(
  db: Db,
  collections: readonly CollectionContent[],
  now: Date,
): Promise<number> {
  const known = await hashes(db, 'collections', collections)
  let written = 0
  for (const collection of collections) {
    const parsed = collectionContent.safeParse(collection)
    if (!parsed.success) throw RecordRefused.of(`collection ${collection.id}`, parsed.error)
    const { id, ...rest } = parsed.data
    const hash = digest(rest)
    if (known.get(id)?.hash === hash) continue
    await db
      .collection<CollectionDoc>('collections')
      .updateOne(
        { _id: id },
        { $set: { ...rest, hash, updatedAt: now }, $setOnInsert: { recordCount: 0 } },
        { upsert: true },
      )
    written++
  }
  return written
}

/** Counts the records of every collection anew, by index. */
export async function countCollections(db: Db): Promise<void> {
  const collections = db.collection<CollectionDoc>('collections')
  for (const { _id } of await collections.find({}, { projection: { _id: 1 } }).toArray()) {
    const recordCount = await db.collection('records').countDocuments({ collectionId: _id })
    await collections.updateOne({ _id }, { $set: { recordCount } })
  }
}

async function hashes(
  db: Db,
  name: string,
  items: readonly { readonly id: string }[],
): Promise<Map<string, { readonly hash: string; readonly unsettled?: true }>> {
  const found = await db
    .collection<{ _id: string; hash: string; unsettled?: true }>(name)
    .find({ _id: { $in: items.map(({ id }) => id) } }, { projection: { hash: 1, unsettled: 1 } })
    .toArray()
  return new Map(found.map(({ _id, ...rest }) => [_id, rest]))
}
