// Keeping searches. Each change is one update of one document, and doing it again changes nothing.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { mostRemovedSearches, mostSearches } from '../bounds.ts'
import { ownId } from '../store/ids.ts'
import { searchesIn, type Asked, type SearchDoc } from './documents.ts'

/** A search as it comes from a client, checked. */
export interface ToSave extends Asked {
  readonly name: string
  readonly createdAt: Date
  readonly seenAt: Date
}

interface Options {
  readonly signal?: AbortSignal
}

const present = { $exists: false } as const

/** The same for one reader and search, however often it is saved and on however many devices. */
const searchId = (owner: string, { query, filters, sort }: Asked): string =>
  ownId(owner, `search:${JSON.stringify([query, filters.map(({ name, anyOf }) => [name, anyOf]), sort])}`)

/**
 * Keeps a search and gives its id. One that is there keeps its name and the later of both looks; a removed one is back
 * under its new name. Errors: BAD_USER_INPUT when there are too many.
 */
export async function saveSearch(db: Db, owner: string, search: ToSave): Promise<string> {
  const _id = searchId(owner, search)
  const { name, createdAt, seenAt, ...asked } = search
  const seen = await searchesIn(db).updateOne({ _id, removedAt: present }, { $max: { seenAt } })
  if (seen.matchedCount === 1) return _id
  await room(db, owner)
  await searchesIn(db).updateOne(
    { _id },
    {
      $setOnInsert: { owner, ...asked, createdAt },
      $set: { name },
      $max: { seenAt },
      $unset: { removedAt: '' },
    },
    { upsert: true },
  )
  return _id
}

export async function renameSearch(db: Db, id: string, name: string): Promise<void> {
  await searchesIn(db).updateOne({ _id: id }, { $set: { name } })
}

export async function markSeen(db: Db, id: string, now: Date): Promise<void> {
  await searchesIn(db).updateOne({ _id: id }, { $max: { seenAt: now } })
}

/** Removes a search so that it can be brought back, and lets the oldest of those removed before go. */
export async function removeSearch(db: Db, owner: string, id: string, now: Date): Promise<void> {
  await searchesIn(db).updateOne({ _id: id, removedAt: present }, { $set: { removedAt: now } })
  const removed = await searchesIn(db)
    .find({ owner, removedAt: { $exists: true } }, { projection: { _id: 1 } })
    .sort({ removedAt: -1, _id: 1 })
    .toArray()
  const beyond = removed.slice(mostRemovedSearches).map(({ _id }) => _id)
  if (beyond.length > 0)
    await searchesIn(db).deleteMany({ _id: { $in: beyond }, removedAt: { $exists: true } })
}

/** Errors: BAD_USER_INPUT when there are too many. */
export async function restoreSearch(db: Db, owner: string, id: string): Promise<void> {
  const there = await searchesIn(db).countDocuments({ _id: id, removedAt: present })
  if (there > 0) return
  await room(db, owner)
  await searchesIn(db).updateOne({ _id: id }, { $unset: { removedAt: '' } })
}

/** Null when there is none. */
export function searchById(db: Db, id: string, options: Options): Promise<SearchDoc | null> {
  return searchesIn(db).findOne({ _id: id }, options)
}

/** In no order; unknown ids are left out. */
export function searchesById(db: Db, ids: readonly string[], options: Options): Promise<SearchDoc[]> {
  return searchesIn(db)
    .find({ _id: { $in: [...ids] } }, options)
    .toArray()
}

/** Those that are not removed, newest first. */
export function searchesOf(db: Db, owner: string, options: Options): Promise<SearchDoc[]> {
  return searchesIn(db)
    .find({ owner, removedAt: present }, options)
    .sort({ createdAt: -1, _id: 1 })
    .limit(mostSearches + mostRemovedSearches)
    .toArray()
}

/** As it is after a change. */
export async function changedSearch(db: Db, id: string): Promise<SearchDoc> {
  const found = await searchById(db, id, {})
  if (!found) throw badInput('id: this search was removed too long ago to be brought back.')
  return found
}

async function room(db: Db, owner: string): Promise<void> {
  const count = await searchesIn(db).countDocuments({ owner, removedAt: present })
  if (count >= mostSearches)
    throw badInput(
      `You have ${mostSearches} saved searches, as many as one reader may have. Remove one first.`,
    )
}
