// Brings what a guest kept on a device into the lists of a reader: whole, once, and in any number of tries.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { daysKept, mostMerges } from '../bounds.ts'
import { keepMany, ensureShelf } from './change.ts'
import { mergesIn, type KeptRecord, type Left } from './documents.ts'
import { ownId } from './ids.ts'
import { makeList } from './lists.ts'

/** What a guest kept, checked. */
export interface Guest {
  /** Of this merge: the same one again is a try of the same. */
  readonly id: string
  readonly shelf: readonly KeptRecord[]
  readonly lists: readonly {
    readonly key: string
    readonly name: string
    readonly records: readonly KeptRecord[]
  }[]
}

/**
 * Answers with what found no room. A merge that was carried out is remembered, so that a try that comes late does not
 * bring back what the reader took out meanwhile; one that was cut short goes through again, and adds what is missing.
 * Errors: BAD_USER_INPUT when more have come than are remembered.
 */
export async function mergeGuest(db: Db, owner: string, guest: Guest, now: Date): Promise<readonly Left[]> {
  const _id = ownId(owner, guest.id)
  const before = await mergesIn(db).findOne({ _id })
  if (before) return before.left
  if ((await mergesIn(db).countDocuments({ owner })) >= mostMerges)
    throw badInput(`${mostMerges} merges have come in the last ${daysKept} days. Send it in a month.`)
  const left: Left[] = []
  const bring = async (id: string, list: string | null, records: readonly KeptRecord[]): Promise<void> => {
    for (const { recordId } of await keepMany(db, id, records, now)) left.push({ list, recordId })
  }
  if (guest.shelf.length > 0) await bring(await ensureShelf(db, owner, now), null, guest.shelf)
  for (const { key, name, records } of guest.lists) {
    const id = await makeList(db, owner, key, name, now)
    if (id !== null) await bring(id, key, records)
    else left.push({ list: key, recordId: null }, ...records.map(({ recordId }) => ({ list: key, recordId })))
  }
  await mergesIn(db).updateOne({ _id }, { $setOnInsert: { owner, left, at: now } }, { upsert: true })
  return left
}
