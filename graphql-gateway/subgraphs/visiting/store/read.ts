// Reading what libraries say: of many libraries in one trip, and what readers are to be shown now.
import { connection, type Connection, type SortKey } from '@shuxiang/subgraph-kit'
import type { Collection, Db } from 'mongodb'
import { mostCurrent } from '../bounds.ts'
import {
  contactsIn,
  eventsIn,
  hoursIn,
  isKept,
  noticesIn,
  rulesIn,
  type Event,
  type Kept,
  type KeptDoc,
  type Notice,
} from './documents.ts'

interface Options {
  readonly signal: AbortSignal
}

export const hoursOf = (db: Db, ids: readonly string[], options: Options) => saidBy(hoursIn(db), ids, options)
export const contactsOf = (db: Db, ids: readonly string[], options: Options) =>
  saidBy(contactsIn(db), ids, options)
export const rulesOf = (db: Db, ids: readonly string[], options: Options) => saidBy(rulesIn(db), ids, options)

/** Of those libraries, what each has said. */
async function saidBy<T>(
  collection: Collection<KeptDoc<T>>,
  ids: readonly string[],
  options: Options,
): Promise<readonly Kept<T>[]> {
  const docs = await collection.find<KeptDoc<T>>({ _id: { $in: [...ids] } }, options).toArray()
  return docs.filter((doc) => isKept(doc))
}

/** Notices to be shown on a day: urgent ones, then pinned ones, then the newest. */
export async function noticesOn(
  db: Db,
  library: string,
  day: string,
  { signal }: Options,
): Promise<readonly Kept<Notice>[]> {
  const docs = await noticesIn(db)
    .find({ library, withdrawn: false, ends: { $gte: day }, begins: { $lte: day } }, { signal })
    .sort({ begins: -1, _id: 1 })
    .limit(mostCurrent)
    .toArray()
  const weight = ({ urgent, pinned }: Notice): number => (urgent ? 2 : 0) + (pinned ? 1 : 0)
  return docs.filter(isKept).sort((a, b) => weight(b.value) - weight(a.value))
}

/** Events that end at or after a time (`YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`), soonest first. */
export async function eventsFrom(
  db: Db,
  library: string,
  { from, first }: { readonly from: string; readonly first: number },
  { signal }: Options,
): Promise<readonly Kept<Event>[]> {
  const docs = await eventsIn(db)
    .find({ library, withdrawn: false, ends: { $gte: from } }, { signal })
    .sort({ begins: 1, _id: 1 })
    .limit(first)
    .toArray()
  return docs.filter(isKept)
}

/** One page of a desk, the latest first. */
export interface PageRequest extends Options {
  readonly library: string
  readonly first: number
  readonly after: string | null
}

export const noticePage = (db: Db, request: PageRequest): Promise<Connection<Kept<Notice>>> =>
  connection<Kept<Notice>>({ collection: db.collection('library_notices'), ...latestOf(request) })

export const eventPage = (db: Db, request: PageRequest): Promise<Connection<Kept<Event>>> =>
  connection<Kept<Event>>({ collection: db.collection('library_events'), ...latestOf(request) })

function latestOf({ library, first, after, signal }: PageRequest) {
  const sort: readonly SortKey[] = [
    ['begins', -1],
    ['_id', 1],
  ]
  return { filter: { library, rev: { $gte: 1 } }, sort, first, after, signal }
}

export async function noticeById(db: Db, id: string): Promise<Kept<Notice> | null> {
  const doc = await noticesIn(db).findOne({ _id: id })
  return isKept(doc) ? doc : null
}

export async function eventById(db: Db, id: string): Promise<Kept<Event> | null> {
  const doc = await eventsIn(db).findOne({ _id: id })
  return isKept(doc) ? doc : null
}

/** How many a library has that are not withdrawn and not over. */
export function currentIn(
  db: Db,
  name: 'library_notices' | 'library_events',
  library: string,
  day: string,
): Promise<number> {
  return db.collection(name).countDocuments({ library, withdrawn: false, ends: { $gte: day } })
}
