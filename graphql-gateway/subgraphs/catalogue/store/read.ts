// Reading records with what belongs to them, persons and collections: one trip each, by id or by an index. A record that
// the reader does not find on this site is as if it did not exist.
import type { CollectionDoc, PersonDoc } from '../model/authority.ts'
import {
  textId,
  type FileDoc,
  type HoldingDoc,
  type RecordDoc,
  type TextDoc,
  type WitnessDoc,
} from '../model/record.ts'
import { firstSeen } from './first-seen.ts'
import { seenBy, type Reader, type RecordPart } from './reader.ts'

type Projection = Readonly<Record<string, 1>>

const records = ({ db }: Reader) => db.collection<RecordDoc>('records')
const whole = (projection: Projection): Projection => ({ ...projection, withdrawn: 1, scopes: 1 })

/** Records by id, in no order; unknown ids are left out. */
export async function recordsByIds(
  reader: Reader,
  ids: readonly string[],
  projection: Projection,
): Promise<RecordPart[]> {
  if (ids.length === 0) return []
  const { signal } = reader
  const found = await records(reader)
    .find({ _id: { $in: [...ids] } }, { projection: whole(projection), signal })
    .toArray()
  return seenBy(reader, found)
}

/** What records are called, by id: those that the reader finds. */
export async function titlesOf(
  reader: Reader,
  ids: readonly string[],
): Promise<Pick<RecordDoc, '_id' | 'title' | 'language' | 'parallelTitles'>[]> {
  const found = await recordsByIds(reader, ids, { title: 1, language: 1, parallelTitles: 1 })
  return found.flatMap(({ _id, title, language, parallelTitles, withdrawn }) =>
    title === undefined || language === undefined || withdrawn
      ? []
      : [{ _id, title, language, ...(parallelTitles ? { parallelTitles } : {}) }],
  )
}

/** The record that was known by an id before; null for an id that no record ever had. */
export async function recordByFormerId(
  reader: Reader,
  id: string,
  projection: Projection,
): Promise<RecordPart | null> {
  const { signal } = reader
  const found = await records(reader).findOne({ formerIds: id }, { projection: whole(projection), signal })
  return found ? ((await seenBy(reader, [found]))[0] ?? null) : null
}

/** The first works of an agent that the reader finds, best known first; withdrawn ones are among them. */
export async function worksOf(
  reader: Reader,
  agentId: string,
  limit: number,
  projection: Projection,
): Promise<RecordPart[]> {
  const works = records(reader)
    .find({ leadAgentId: agentId }, { projection: whole(projection), signal: reader.signal })
    .sort({ leadAgentId: 1, prior: -1, _id: 1 })
  return firstSeen(reader, works, limit)
}

/** Members of one whole that are looked at; a longer series is searched, not listed. */
export const mostMembers = 5_000

/** A page of the records that are part of one, by their position in it; those that the reader does not find are left out. */
export async function membersOf(
  reader: Reader,
  wholeId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  projection: Projection,
): Promise<RecordPart[]> {
  const placed = await records(reader)
    .find(
      { relations: { $elemMatch: { recordId: wholeId, role: 'partOf' } } },
      { projection: { relations: 1, withdrawn: 1, scopes: 1 }, signal: reader.signal },
    )
    .limit(mostMembers)
    .toArray()
  const place = ({ relations = [] }: RecordPart): number =>
    relations.find(({ recordId, role }) => recordId === wholeId && role === 'partOf')?.position ??
    Number.MAX_SAFE_INTEGER
  const ids = (
    await seenBy(
      reader,
      placed.filter(({ withdrawn }) => !withdrawn),
    )
  )
    .map((doc) => ({ id: doc._id, place: place(doc) }))
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
    .slice(offset, offset + limit)
    .map(({ id }) => id)
  const found = new Map((await recordsByIds(reader, ids, projection)).map((doc) => [doc._id, doc]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Texts by their own ids (`textId`), in no order. */
export function textsOf({ db, signal }: Reader, textIds: readonly string[]): Promise<TextDoc[]> {
  if (textIds.length === 0) return Promise.resolve([])
  return db
    .collection<TextDoc>('record_texts')
    .find({ _id: { $in: [...textIds] } }, { signal })
    .toArray()
}

/** The other texts of some works, of each in its order. */
export async function witnessesOf(
  { db, signal }: Pick<Reader, 'db'> & Partial<Pick<Reader, 'signal'>>,
  recordIds: readonly string[],
): Promise<WitnessDoc[]> {
  if (recordIds.length === 0) return []
  const found = await db
    .collection<WitnessDoc>('record_witnesses')
    .find({ recordId: { $in: [...recordIds] } }, signal ? { signal } : {})
    .toArray()
  return found.sort((a, b) => a.position - b.position)
}

/** One chapter; null when there is none of this number. */
export function chapterOf({ db, signal }: Reader, recordId: string, n: number): Promise<TextDoc | null> {
  return db.collection<TextDoc>('record_texts').findOne({ _id: textId(recordId, n) }, { signal })
}

export function filesOf({ db, signal }: Reader, recordId: string): Promise<FileDoc[]> {
  return db
    .collection<FileDoc>('record_files')
    .find({ recordId }, { signal })
    .sort({ recordId: 1, role: 1, position: 1 })
    .toArray()
}

/** A page of the libraries that have a record, in the order of its source: their positions are 1 and up without gaps. */
export function holdingsOf(
  { db, signal }: Reader,
  recordId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<HoldingDoc[]> {
  return db
    .collection<HoldingDoc>('holdings')
    .find({ recordId, position: { $gt: offset, $lte: offset + limit } }, { signal })
    .sort({ recordId: 1, position: 1 })
    .limit(limit)
    .toArray()
}

export function personsByIds({ db, signal }: Reader, ids: readonly string[]): Promise<PersonDoc[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .collection<PersonDoc>('persons')
    .find({ _id: { $in: [...ids] } }, { signal })
    .toArray()
}

/** The person into whom another was merged that had this id. */
export function personByFormerId({ db, signal }: Reader, id: string): Promise<PersonDoc | null> {
  return db.collection<PersonDoc>('persons').findOne({ formerIds: id }, { signal })
}

/** Persons who are called by one of some names, by id; at most `limit`. */
export function personsBySpellings(
  { db, signal }: Reader,
  texts: readonly string[],
  limit: number,
): Promise<PersonDoc[]> {
  return db
    .collection<PersonDoc>('persons')
    .find({ spellings: { $in: [...texts] } }, { signal })
    .limit(limit)
    .toArray()
}

export function collectionsByIds({ db, signal }: Reader, ids: readonly string[]): Promise<CollectionDoc[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .collection<CollectionDoc>('collections')
    .find({ _id: { $in: [...ids] } }, { signal })
    .toArray()
}

/** All collections in their order; there are dozens. */
export function allCollections({ db, signal }: Reader): Promise<CollectionDoc[]> {
  return db.collection<CollectionDoc>('collections').find({}, { signal }).sort({ order: 1, _id: 1 }).toArray()
}
