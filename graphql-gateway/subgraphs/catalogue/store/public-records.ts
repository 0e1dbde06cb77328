// Records that have a public page, with what else of the portal they give a page to; for sitemaps.
import type { Browsed } from '@shuxiang/vocabulary'
import type { Db } from 'mongodb'
import { tuneOf } from '../kinds/poem/tune.ts'
import type { HoldingDoc, RecordDoc, TextDoc } from '../model/record.ts'

export interface PublicRecord {
  readonly id: string
  readonly kind: string
  readonly changed: Date
  /** Numbers of its chapters that can be read. */
  readonly chapters: readonly number[]
  /** Ids of persons who made it. */
  readonly persons: readonly string[]
  /** Ids of bodies that made it, but for those that issued it. */
  readonly bodies: readonly string[]
  /** Values of facets that have a page. */
  readonly topics: readonly PublicTopic[]
  readonly libraries: readonly string[]
}

export interface PublicTopic {
  readonly facet: Browsed
  readonly value: string
}

const needs = {
  kind: 1,
  updatedAt: 1,
  withdrawn: 1,
  period: 1,
  collection: 1,
  'contents.n': 1,
  'agents.agentId': 1,
  'agents.role': 1,
  'agents.type': 1,
  title: 1,
  form: 1,
  'subjects.label': 1,
  textCount: 1,
  holdingCount: 1,
} as const
const pageSize = 1_000

/** Every record but the withdrawn, by id; one page of them in memory at a time, and the holdings of one record. */
export async function* publicRecords(db: Db, signal: AbortSignal): AsyncGenerator<PublicRecord> {
  let last = ''
  for (;;) {
    const page = await db
      .collection<RecordDoc>('records')
      .find({ _id: { $gt: last } }, { projection: needs, signal })
      .sort({ _id: 1 })
      .limit(pageSize)
      .toArray()
    const shown = page.filter(({ withdrawn }) => withdrawn === undefined)
    const readable = await readableChapters(db, shown, signal)
    const libraries = librariesOf(db, shown, signal)
    for (const doc of shown)
      yield {
        id: doc._id,
        kind: doc.kind,
        changed: doc.updatedAt,
        chapters: readable.get(doc._id) ?? doc.contents.map(({ n }) => n),
        persons: agentsOf(doc, 'person'),
        bodies: agentsOf(doc, 'organisation'),
        topics: topicsOf(doc),
        libraries: await libraries(doc),
      }
    const end = page.at(-1)
    if (end === undefined || page.length < pageSize) return
    last = end._id
  }
}

function agentsOf({ agents }: RecordDoc, wanted: RecordDoc['agents'][number]['type']): string[] {
  return agents.flatMap(({ agentId, role, type }) =>
    agentId && role !== 'issuer' && type === wanted ? [agentId] : [],
  )
}

function topicsOf(doc: RecordDoc): PublicTopic[] {
  const tune = tuneOf(doc)
  const one = (facet: Browsed, value: string | null | undefined): PublicTopic[] =>
    value ? [{ facet, value }] : []
  return [
    ...one('collection', doc.collection?.id),
    ...one('period', doc.period?.id),
    ...one('form', doc.form),
    ...one('tune', tune),
    ...doc.subjects.flatMap(({ label }) => (label === tune ? [] : one('subject', label))),
  ]
}

/** Of works whose texts are not all here, the chapters that are. */
async function readableChapters(
  db: Db,
  records: readonly RecordDoc[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const partly = records.filter(({ contents, textCount }) => textCount < contents.length)
  const chapters = new Map<string, number[]>(partly.map(({ _id }) => [_id, []]))
  const some = partly.filter(({ textCount }) => textCount > 0).map(({ _id }) => _id)
  if (some.length === 0) return chapters
  const found = db
    .collection<TextDoc>('record_texts')
    .find({ recordId: { $in: some } }, { projection: { recordId: 1, n: 1 }, signal })
  for await (const { recordId, n } of found) chapters.get(recordId)?.push(n)
  for (const numbers of chapters.values()) numbers.sort((a, b) => a - b)
  return chapters
}

/** Gives the libraries of each of the records, asked for in their order. */
function librariesOf(
  db: Db,
  records: readonly RecordDoc[],
  signal: AbortSignal,
): (record: RecordDoc) => Promise<readonly string[]> {
  const held = records.filter(({ holdingCount }) => holdingCount > 0)
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return () => Promise.resolve([])
  // A range, in the order of the index: many ids would have to be sorted.
  const holdings = db
    .collection<HoldingDoc>('holdings')
    .find(
      { recordId: { $gte: first._id, $lte: last._id } },
      { projection: { recordId: 1, libraryId: 1 }, signal },
    )
    .sort({ recordId: 1, position: 1 })
  let ahead: HoldingDoc | null = null
  return async ({ _id }) => {
    const libraries: string[] = []
    ahead ??= await holdings.next()
    while (ahead !== null && ahead.recordId <= _id) {
      if (ahead.recordId === _id) libraries.push(ahead.libraryId)
      ahead = await holdings.next()
    }
    return libraries
  }
}

/** When a record last changed, was added or withdrawn; null without records. */
export async function newestChange(db: Db): Promise<Date | null> {
  const newest = await db
    .collection<RecordDoc>('records')
    .find({}, { projection: { updatedAt: 1 } })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(1)
    .next()
  return newest?.updatedAt ?? null
}
