// Reading records, chapters, persons and collections: one trip each, by id or by an index.
import type { Projected } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import type { CollectionDoc, PersonDoc } from '../model/authority.ts'
import type { PartDoc, RecordDoc } from '../model/record.ts'

interface Options {
  readonly signal?: AbortSignal
}
type Projection = Readonly<Record<string, 1>>
/** A record of which only what was asked for is read. */
export type RecordPart = Projected<RecordDoc, 'withdrawn'>

/** Records by id, in no order; unknown ids are left out. */
export function recordsByIds(
  db: Db,
  ids: readonly string[],
  projection: Projection,
  options: Options = {},
): Promise<RecordPart[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .collection<RecordDoc>('records')
    .find({ _id: { $in: [...ids] } }, { ...options, projection })
    .toArray()
}

/** The record that was known by an id before; null for an id that no record ever had. */
export function recordByFormerId(
  db: Db,
  id: string,
  projection: Projection,
  options: Options = {},
): Promise<RecordPart | null> {
  return db.collection<RecordDoc>('records').findOne({ formerIds: id }, { ...options, projection })
}

export function personsByIds(db: Db, ids: readonly string[], options: Options = {}): Promise<PersonDoc[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .collection<PersonDoc>('persons')
    .find({ _id: { $in: [...ids] } }, options)
    .toArray()
}

export function collectionsByIds(
  db: Db,
  ids: readonly string[],
  options: Options = {},
): Promise<CollectionDoc[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .collection<CollectionDoc>('collections')
    .find({ _id: { $in: [...ids] } }, options)
    .toArray()
}

/** All collections in their order; there are dozens. */
export function allCollections(db: Db, options: Options = {}): Promise<CollectionDoc[]> {
  return db.collection<CollectionDoc>('collections').find({}, options).sort({ order: 1, _id: 1 }).toArray()
}

export function partOf(db: Db, recordId: string, n: number, options: Options = {}): Promise<PartDoc | null> {
  return db.collection<PartDoc>('record_parts').findOne({ recordId, n }, options)
}

/** Works of a person, best known first. */
export function worksOf(
  db: Db,
  personId: string,
  limit: number,
  projection: Projection,
  options: Options = {},
): Promise<RecordPart[]> {
  return db
    .collection<RecordDoc>('records')
    .find({ leadPersonId: personId }, { ...options, projection })
    .sort({ leadPersonId: 1, prior: -1, _id: 1 })
    .limit(limit)
    .toArray()
}
