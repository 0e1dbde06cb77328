// The chain of hashes: each entry holds the hash of the one before, so none can be changed, taken out or moved unseen.
import { createHash } from 'node:crypto'
import type { AuditEntry } from './contract.ts'

/** An entry as it lies in the store. `details` is JSON: a document's keys have no order that could be hashed. */
export interface EntryDoc extends Omit<AuditEntry, 'action' | 'details'> {
  /** Number of the entry, from 1. */
  readonly _id: number
  readonly at: Date
  /** As some release wrote it. */
  readonly action: string
  readonly details: string | null
  readonly previous: string
  readonly hash: string
}

/** A place in the chain: the number of an entry, and its hash. */
export interface Head {
  readonly number: number
  readonly hash: string
}

/** Before the first entry. */
export const origin: Head = { number: 0, hash: '0'.repeat(64) }

/** SHA-256 over everything that an entry says and the hash before it. */
export function hashOf(entry: Omit<EntryDoc, 'hash'>): string {
  const { _id, at, actor, client, action, outcome, reason, library, object, requestId, details, previous } =
    entry
  const said = [
    _id,
    at.getTime(),
    actor,
    client,
    action,
    outcome,
    reason,
    library,
    object,
    requestId,
    details,
  ]
  return createHash('sha256')
    .update(JSON.stringify(['v1', previous, ...said]))
    .digest('hex')
}

/** The first entry that is not as it was written. */
export interface Broken {
  readonly number: number
  readonly problem: 'missing' | 'changed' | 'does not follow the one before'
}

/** Goes on from `head` with one more entry: the new head, or what is broken. */
export function follow(head: Head, entry: EntryDoc): Head | Broken {
  const number = head.number + 1
  if (entry._id !== number) return { number, problem: 'missing' }
  if (entry.previous !== head.hash) return { number, problem: 'does not follow the one before' }
  return entry.hash === hashOf(entry) ? { number, hash: entry.hash } : { number, problem: 'changed' }
}
