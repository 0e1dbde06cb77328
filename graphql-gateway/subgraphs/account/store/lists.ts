// Making, naming and removing lists.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { mostLists, mostRemovedLists } from '../bounds.ts'
import { emptyList, listsIn } from './documents.ts'
import { ownId } from './ids.ts'

const present = { $exists: false } as const

/** The id of the list with this key, made unless it was made before; null when there are too many. */
export async function makeList(
  db: Db,
  owner: string,
  key: string,
  name: string,
  now: Date,
): Promise<string | null> {
  const _id = ownId(owner, key)
  if (await listsIn(db).findOne({ _id }, { projection: { _id: 1 } })) return _id
  const count = await listsIn(db).countDocuments({ owner, shelf: false, removedAt: present })
  if (count >= mostLists) return null
  await listsIn(db).updateOne(
    { _id },
    { $setOnInsert: emptyList({ owner, shelf: false, name }, now) },
    { upsert: true },
  )
  return _id
}

export async function nameList(db: Db, id: string, name: string, now: Date): Promise<void> {
  await listsIn(db).updateOne({ _id: id }, { $set: { name, changedAt: now }, $inc: { rev: 1 } })
}

/** Removes a list so that it can be brought back, and lets the oldest of those removed before go. */
export async function removeList(db: Db, owner: string, id: string, now: Date): Promise<void> {
  await listsIn(db).updateOne({ _id: id, removedAt: present }, { $set: { removedAt: now }, $inc: { rev: 1 } })
  const all = await listsIn(db)
    .find({ owner, removedAt: { $exists: true } }, { projection: { _id: 1 } })
    .sort({ removedAt: -1, _id: 1 })
    .toArray()
  const beyond = all.slice(mostRemovedLists)
  if (beyond.length > 0)
    await listsIn(db).deleteMany({ _id: { $in: beyond.map(({ _id }) => _id) }, removedAt: { $exists: true } })
}

/** Errors: BAD_USER_INPUT when there are too many lists. */
export async function restoreList(db: Db, owner: string, id: string, now: Date): Promise<void> {
  const count = await listsIn(db).countDocuments({
    owner,
    shelf: false,
    removedAt: present,
    _id: { $ne: id },
  })
  if (count >= mostLists) throw tooManyLists()
  await listsIn(db).updateOne(
    { _id: id, removedAt: { $exists: true } },
    { $unset: { removedAt: '' }, $set: { changedAt: now }, $inc: { rev: 1 } },
  )
}

export const tooManyLists = () =>
  badInput(`You have ${mostLists} lists, as many as one reader may have. Remove one first.`)
