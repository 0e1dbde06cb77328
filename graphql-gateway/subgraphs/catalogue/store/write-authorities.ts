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
import { RecordRefused } from './refused.ts'
import { batches } from './write-beside.ts'

/** Adds or replaces persons; returns how many were written. Errors: `RecordRefused`. */
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
    const operations = batch.flatMap((person): AnyBulkWriteOperation<PersonDoc>[] => {
      const { id, ...rest } = person
      const hash = digest(rest)
      if (known.get(id) === hash) return []
      return [
        {
          updateOne: {
            filter: { _id: id },
            update: { $set: { ...rest, hash, updatedAt: now } },
            upsert: true,
          },
        },
      ]
    })
    if (operations.length > 0) await collection.bulkWrite(operations, { ordered: false })
    written += operations.length
  }
  return written
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
    if (known.get(id) === hash) continue
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
): Promise<Map<string, string>> {
  const found = await db
    .collection<{ _id: string; hash: string }>(name)
    .find({ _id: { $in: items.map(({ id }) => id) } }, { projection: { hash: 1 } })
    .toArray()
  return new Map(found.map(({ _id, hash }) => [_id, hash]))
}
