// What a reader opened, kept while they want it, and when they wanted it.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { longestHistory, mostConsents } from '../bounds.ts'
import { historiesIn, type HistoryDoc, type KeptRecord } from './documents.ts'
import { ownId } from './ids.ts'

const historyId = (owner: string): string => ownId(owner, 'history')

/** The history; of whoever never turned it on, one that is off, and not stored. */
export async function historyOf(
  db: Db,
  owner: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<HistoryDoc> {
  const _id = historyId(owner)
  const found = await historiesIn(db).findOne({ _id }, options)
  return found ?? { _id, owner, on: false, items: [], consents: [], rev: 0 }
}

/** Turns it on, or off and empties it, and writes down when; what is so already stays as it is. */
export async function keepHistory(db: Db, owner: string, on: boolean, now: Date): Promise<void> {
  const _id = historyId(owner)
  await historiesIn(db).updateOne(
    { _id },
    { $setOnInsert: { owner, on: false, items: [], consents: [], rev: 1 } },
    { upsert: true },
  )
  await historiesIn(db).updateOne(
    { _id, on: !on },
    {
      $set: on ? { on } : { on, items: [] },
      $push: { consents: { $each: [{ given: on, at: now }], $slice: -mostConsents } },
      $inc: { rev: 1 },
    },
  )
}

/** Tries against changes that come between reading and writing. */
const tries = 5

/** Puts a record first; nothing while the history is off. */
export async function noteOpened(db: Db, owner: string, record: KeptRecord): Promise<void> {
  for (let tried = 0; tried < tries; tried++) {
    const { _id, on, items, rev } = await historyOf(db, owner)
    if (!on) return
    const others = items.filter(({ recordId }) => recordId !== record.recordId)
    const { matchedCount } = await historiesIn(db).updateOne(
      { _id, rev, on: true },
      { $set: { items: [...others, record].slice(-longestHistory) }, $inc: { rev: 1 } },
    )
    if (matchedCount === 1) return
  }
  throw badInput('Too many changes of this history at once; send the same again.')
}

export async function forgetOpened(db: Db, owner: string, recordId: string): Promise<void> {
  await historiesIn(db).updateOne(
    { _id: historyId(owner) },
    { $pull: { items: { recordId } }, $inc: { rev: 1 } },
  )
}
