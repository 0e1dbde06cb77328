// What the search index must still learn: records by their dirty mark, cleared by id and revision.
import type { SearchDoc } from '@shuxiang/search/contract'
import type { Db } from 'mongodb'
import type { PartDoc, RecordDoc } from '../model/record.ts'
import { toSearchDoc } from './search-doc.ts'

/** One change for the index; `doc` is null for a record that was withdrawn. */
export interface FeedEntry {
  readonly id: string
  readonly rev: number
  readonly doc: SearchDoc | null
}

/** The store's side of the search feed. */
export interface RecordFeed {
  /** Changes not indexed yet, oldest first. */
  dirty(limit: number): Promise<FeedEntry[]>
  /** Clears the marks of revisions that are indexed; a record changed since then keeps its mark. */
  clean(refs: readonly { readonly id: string; readonly rev: number }[]): Promise<void>
  /** Records after an id, in the order of their ids, for an index that starts anew: nothing is written for it. */
  page(after: string, limit: number): Promise<FeedEntry[]>
  /** How many records there are, from the store's own statistics. */
  count(): Promise<number>
  /** What was written beside the last changes that were indexed: tells whether an index was filled from this store. */
  mark(): Promise<string | null>
  setMark(mark: string): Promise<void>
}

/** The one document of `search_feed`. */
interface FeedMark {
  readonly _id: 'index'
  readonly mark: string
}

/** Chapters that are read for one page of the feed at most, so that a page of long works stays small. */
const worksInParts = 8

export function recordFeed(db: Db): RecordFeed {
  const records = db.collection<RecordDoc>('records')
  const marks = db.collection<FeedMark>('search_feed')
  const entries = async (found: readonly RecordDoc[]): Promise<FeedEntry[]> => {
    const page = upToWorks(found, worksInParts)
    const works = page.filter((doc) => doc.parts.length > 0 && !doc.withdrawn)
    const parts = await partsOf(
      db,
      works.map(({ _id }) => _id),
    )
    return page.map((doc) => ({
      id: doc._id,
      rev: doc.rev,
      doc: doc.withdrawn ? null : toSearchDoc(doc, parts.get(doc._id) ?? []),
    }))
  }
  return {
    async dirty(limit) {
      const found = records.find({ dirty: true }).sort({ dirty: 1, dirtyAt: 1, _id: 1 }).limit(limit)
      return entries(await found.project<RecordDoc>({ dirty: 0, dirtyAt: 0 }).toArray())
    },

    async page(after, limit) {
      const found = records
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(limit)
      return entries(await found.project<RecordDoc>({ dirty: 0, dirtyAt: 0 }).toArray())
    },

    async clean(refs) {
      const byRev = new Map<number, string[]>()
      for (const { id, rev } of refs) byRev.set(rev, [...(byRev.get(rev) ?? []), id])
      for (const [rev, ids] of byRev)
        await records.updateMany({ _id: { $in: ids }, rev }, { $unset: { dirty: '', dirtyAt: '' } })
    },

    count: () => records.estimatedDocumentCount(),

    mark: async () => (await marks.findOne({ _id: 'index' }))?.mark ?? null,

    async setMark(mark) {
      await marks.updateOne({ _id: 'index' }, { $set: { mark } }, { upsert: true })
    },
  }
}

function upToWorks(found: readonly RecordDoc[], limit: number): RecordDoc[] {
  let works = 0
  const end = found.findIndex((doc) => doc.parts.length > 0 && ++works > limit)
  return end < 0 ? [...found] : found.slice(0, end)
}

async function partsOf(db: Db, ids: readonly string[]): Promise<Map<string, PartDoc[]>> {
  const byRecord = new Map<string, PartDoc[]>()
  if (ids.length === 0) return byRecord
  const found = db
    .collection<PartDoc>('record_parts')
    .find({ recordId: { $in: [...ids] } })
    .sort({ recordId: 1, n: 1 })
  for await (const part of found) {
    const parts = byRecord.get(part.recordId) ?? []
    byRecord.set(part.recordId, parts)
    parts.push(part)
  }
  return byRecord
}
