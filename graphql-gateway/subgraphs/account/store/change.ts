// Changes of what lists hold. Each is one update of one document, and doing it again changes nothing.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { listCapacity, shelfCapacity } from '../bounds.ts'
import { emptyList, listsIn, type KeptRecord, type ListDoc, type ListFacts } from './documents.ts'
import { shelfId } from './ids.ts'

export const capacityOf = ({ shelf }: Pick<ListDoc, 'shelf'>): number =>
  shelf ? shelfCapacity : listCapacity

/** The shelf is stored when the first thing is put on it. */
export async function ensureShelf(db: Db, owner: string, now: Date): Promise<string> {
  const _id = shelfId(owner)
  await listsIn(db).updateOne(
    { _id },
    { $setOnInsert: emptyList({ owner, shelf: true, name: '' }, now) },
    { upsert: true },
  )
  return _id
}

/** Keeps a record. Errors: BAD_USER_INPUT for a list that is full or removed. */
export async function keep(
  db: Db,
  list: Pick<ListDoc, '_id' | 'shelf'>,
  item: KeptRecord,
  now: Date,
): Promise<void> {
  const capacity = capacityOf(list)
  const { matchedCount } = await listsIn(db).updateOne(
    {
      _id: list._id,
      count: { $lt: capacity },
      'items.recordId': { $ne: item.recordId },
      removedAt: { $exists: false },
    },
    { $push: { items: item }, $inc: { count: 1, rev: 1 }, $set: { changedAt: now } },
  )
  if (matchedCount === 1) return
  const present = await listsIn(db).findOne({ _id: list._id })
  if (!present || present.removedAt) throw removed()
  if (!present.items.some(({ recordId }) => recordId === item.recordId)) throw full(list.shelf, capacity)
}

/** Takes a record out. */
export async function letGo(db: Db, id: string, recordId: string, now: Date): Promise<void> {
  await listsIn(db).updateOne(
    { _id: id, 'items.recordId': recordId },
    { $pull: { items: { recordId } }, $inc: { count: -1, rev: 1 }, $set: { changedAt: now } },
  )
}

/** Tries of one merge against changes that come between reading and writing. */
const tries = 10

/**
 * Keeps many records at once; those kept already stay as they are. Answers with those that the list had no room for:
 * the newest fit first. A removed list takes nothing, and nothing is left: a reader removed it after it was merged.
 */
export async function keepMany(
  db: Db,
  id: string,
  items: readonly KeptRecord[],
  now: Date,
): Promise<readonly KeptRecord[]> {
  for (let tried = 0; tried < tries; tried++) {
    const list = await listsIn(db).findOne({ _id: id })
    if (!list || list.removedAt) return []
    const has = new Set(list.items.map(({ recordId }) => recordId))
    const missing = [...new Map(items.map((item) => [item.recordId, item])).values()].filter(
      ({ recordId }) => !has.has(recordId),
    )
    const room = Math.max(0, capacityOf(list) - list.items.length)
    const added = missing.slice(0, room)
    if (added.length === 0) return missing
    const all = [...list.items, ...added]
    const { matchedCount } = await listsIn(db).updateOne(
      { _id: id, rev: list.rev },
      { $set: { items: all, count: all.length, changedAt: now }, $inc: { rev: 1 } },
    )
    if (matchedCount === 1) return missing.slice(room)
  }
  throw badInput('Too many changes of this list at once; send the same again.')
}

/** The list as it is after a change. */
export async function changed(db: Db, id: string): Promise<ListFacts> {
  const found = await listsIn(db).findOne<ListFacts>({ _id: id }, { projection: { items: 0 } })
  if (!found) throw removed()
  return found
}

const removed = () => badInput('This list was removed; bring it back first.')
const full = (shelf: boolean, capacity: number) =>
  badInput(
    shelf
      ? `The shelf is full: it holds ${capacity} records. Take some off, or put them in a list.`
      : `This list is full: it holds ${capacity} records. Take some out, or make another list.`,
  )
