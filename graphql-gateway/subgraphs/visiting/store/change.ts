// One change of one document: claimed, noted in the audit log, taken. Ended at any place, the same once more completes it.
import { createHash } from 'node:crypto'
import { badInput } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Collection, Db } from 'mongodb'
import { claimHolds } from '../bounds.ts'
import type { said } from '../declared.ts'
import type { KeptDoc } from './documents.ts'

/** What a document is to become. */
export interface Change {
  readonly _id: string
  readonly library: string
  /** Of the document that whoever changes it has seen. */
  readonly rev: number
  readonly value: unknown
  readonly withdrawn: boolean
  readonly begins: string
  readonly ends: string
  readonly at: Date
}

/**
 * Changes a document, of which nothing is seen before `note` has resolved. The same once more changes nothing.
 * Errors: BAD_USER_INPUT when it has become another meanwhile (`changed`), or somebody changes it at this moment (`busy`);
 * those of `note`.
 */
export async function change(
  db: Db,
  name: (typeof said)[number],
  wanted: Change,
  note: () => Promise<void>,
): Promise<'changed' | 'as it was'> {
  const { _id, rev, value, withdrawn, begins, ends, at } = wanted
  const collection = db.collection<KeptDoc<unknown>>(name)
  const digest = digestOf(wanted)
  const present = await collection.findOne({ _id })
  if (present?.rev === rev + 1 && digestOf(present) === digest) return 'as it was'
  if ((present?.rev ?? 0) !== rev) throw changedMeanwhile()
  await claim(collection, present, wanted, digest)
  await note()
  const { matchedCount } = await collection.updateOne(
    { _id, rev, 'next.digest': digest },
    { $set: { value, withdrawn, begins, ends, rev: rev + 1, next: { digest: '', at }, changedAt: at } },
  )
  if (matchedCount === 1) return 'changed'
  // Two tries of one request: the other was first.
  const taken = await collection.findOne({ _id })
  if (taken?.rev !== rev + 1 || digestOf(taken) !== digest) throw changedMeanwhile()
  return 'as it was'
}

async function claim(
  collection: Collection<KeptDoc<unknown>>,
  present: KeptDoc<unknown> | null,
  { _id, library, rev, at }: Change,
  digest: string,
): Promise<void> {
  const next = { digest, at }
  if (!present) {
    const empty = { value: null, withdrawn: true, begins: '', ends: '', rev: 0, changedAt: at }
    await collection.insertOne({ _id, library, ...empty, next }).catch((error: unknown) => {
      throw isTaken(error) ? busy() : error
    })
    return
  }
  const begun = present.next
  if (begun.digest !== '' && begun.digest !== digest && isFresh(begun.at, at)) throw busy()
  const { matchedCount } = await collection.updateOne(
    { _id, rev, 'next.digest': begun.digest },
    { $set: { next } },
  )
  if (matchedCount === 0) throw busy()
}

function digestOf({ value, withdrawn }: Pick<Change, 'value' | 'withdrawn'>): string {
  return createHash('sha256')
    .update(JSON.stringify([canonical(value), withdrawn]))
    .digest('base64url')
}

/** With the names of objects in their order: a store may give them back in another. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => [name, canonical(each)])
}

function isFresh(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < claimHolds
}

const changedMeanwhile = () =>
  badInput('Somebody else has changed this meanwhile. Look at it again, then change it.', 'changed')
const busy = () =>
  badInput('Somebody else is changing this at the moment. Try again in a few seconds.', 'busy')
