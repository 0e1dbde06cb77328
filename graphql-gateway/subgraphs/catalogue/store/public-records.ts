// Records that have a public page, with what else of the portal they give a page to; for sitemaps.
import type { Db } from 'mongodb'
import type { RecordDoc } from '../model/record.ts'

export interface PublicRecord {
  readonly id: string
  readonly kind: string
  readonly changed: Date
  /** Numbers of its chapters. */
  readonly parts: readonly number[]
  readonly persons: readonly string[]
  readonly period: string | null
  readonly collection: string | null
  readonly libraries: readonly string[]
}

const needs = {
  kind: 1,
  updatedAt: 1,
  withdrawn: 1,
  period: 1,
  collection: 1,
  'parts.n': 1,
  'creators.personId': 1,
  'holdings.libraryId': 1,
} as const
const pageSize = 1_000

/** Every record but the withdrawn, by id; one page of them in memory at a time. */
export async function* publicRecords(db: Db, signal: AbortSignal): AsyncGenerator<PublicRecord> {
  let last = ''
  for (;;) {
    const page = await db
      .collection<RecordDoc>('records')
      .find({ _id: { $gt: last } }, { projection: needs, signal })
      .sort({ _id: 1 })
      .limit(pageSize)
      .toArray()
    for (const doc of page) {
      if (doc.withdrawn !== undefined) continue
      yield {
        id: doc._id,
        kind: doc.kind,
        changed: doc.updatedAt,
        parts: doc.parts.map(({ n }) => n),
        persons: doc.creators.flatMap(({ personId }) => (personId ? [personId] : [])),
        period: doc.period?.id ?? null,
        collection: doc.collection?.id ?? null,
        libraries: doc.holdings.map(({ libraryId }) => libraryId),
      }
    }
    const end = page.at(-1)
    if (end === undefined || page.length < pageSize) return
    last = end._id
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
