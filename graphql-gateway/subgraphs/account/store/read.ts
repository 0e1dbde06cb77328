// Reading the lists of readers.
import type { Db } from 'mongodb'
import { listsIn, type KeptRecord, type ListDoc, type ListFacts } from './documents.ts'
import { shelfId } from './ids.ts'

interface Options {
  readonly signal?: AbortSignal
}

const facts = { items: 0 } as const

/** Null when there is no such list. */
export function listById(db: Db, id: string, options: Options): Promise<ListFacts | null> {
  return listsIn(db).findOne<ListFacts>({ _id: id }, { ...options, projection: facts })
}

/** The shelf; one that nothing was put on yet is empty, and not stored. */
export async function shelfOf(db: Db, owner: string, now: Date, options: Options): Promise<ListFacts> {
  const _id = shelfId(owner)
  return (await listById(db, _id, options)) ?? emptyList({ _id, owner, shelf: true, name: '' }, now)
}

/** A list that holds nothing yet. */
export function emptyList(facts: Pick<ListDoc, '_id' | 'owner' | 'shelf' | 'name'>, now: Date): ListFacts {
  return { ...facts, count: 0, rev: 0, createdAt: now, changedAt: now }
}

/** The lists that a reader made and did not remove, newest first. */
export function listsOf(db: Db, owner: string, options: Options): Promise<ListFacts[]> {
  return listsIn(db)
    .find<ListFacts>(
      { owner, shelf: false, removedAt: { $exists: false } },
      { ...options, projection: facts },
    )
    .sort({ createdAt: -1, _id: 1 })
    .toArray()
}

/** What a list holds, newest first. */
export async function itemsOf(db: Db, id: string, options: Options): Promise<readonly KeptRecord[]> {
  const found = await listsIn(db).findOne({ _id: id }, { ...options, projection: { items: 1 } })
  return [...(found?.items ?? [])].sort(newestFirst)
}

/** Newest first; what came at one moment by its id. */
export function newestFirst(a: KeptRecord, b: KeptRecord): number {
  return b.addedAt.getTime() - a.addedAt.getTime() || (a.recordId < b.recordId ? -1 : 1)
}

/** Ids of the lists of an owner that hold each of these records, by record. */
export async function listsWith(
  db: Db,
  owner: string,
  recordIds: readonly string[],
  options: Options,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = await listsIn(db)
    .find(
      { owner, 'items.recordId': { $in: [...recordIds] } },
      { ...options, projection: { 'items.recordId': 1 } },
    )
    .toArray()
  const asked = new Set(recordIds)
  const lists = new Map<string, Set<string>>()
  for (const { _id, items } of found)
    for (const { recordId } of items)
      if (asked.has(recordId)) lists.set(recordId, (lists.get(recordId) ?? new Set()).add(_id))
  return lists
}
