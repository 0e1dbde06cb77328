// What the search index must still learn: records by their dirty mark, cleared by id and revision.
import type { Kinds } from '@shuxiang/record'
import type { SearchDoc } from '@shuxiang/search/contract'
import type { Db } from 'mongodb'
import type { RecordDoc } from '../model/record.ts'
import { besideOf } from './feed-beside.ts'
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

/** What stands beside the records of one page at most, so that a page of large ones stays small; one record in any case. */
const most = { works: 8, text: 4_000_000, holdings: 20_000 }

export function recordFeed(db: Db, kinds: Kinds): RecordFeed {
  const records = db.collection<RecordDoc>('records')
  const marks = db.collection<FeedMark>('search_feed')
  const entries = async (found: readonly RecordDoc[]): Promise<FeedEntry[]> => {
    const page = small(found)
    const beside = await besideOf(
      db,
      page.filter((doc) => !doc.withdrawn),
    )
    return page.map((doc) => ({
      id: doc._id,
      rev: doc.rev,
      doc: doc.withdrawn ? null : toSearchDoc(kinds, doc, beside(doc)),
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

/** The first of some records, as far as what stands beside them is not too much for one page. */
function small(found: readonly RecordDoc[]): RecordDoc[] {
  const sum = { works: 0, text: 0, holdings: 0 }
  const end = found.findIndex((doc, i) => {
    if (doc.withdrawn) return false
    sum.works += doc.contents.length > 0 ? 1 : 0
    sum.text += doc.textLength
    sum.holdings += doc.holdingCount
    return i > 0 && (sum.works > most.works || sum.text > most.text || sum.holdings > most.holdings)
  })
  return end < 0 ? [...found] : found.slice(0, end)
}
