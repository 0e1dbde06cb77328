// What the store keeps of an account that is to be deleted.
import type { Db } from 'mongodb'
import { ownId } from '../store/ids.ts'

/** `waiting`: can be taken back. `leaving`: it is being carried out. `gone`: the tombstone, with nothing personal in it. */
export type DeletionState = 'waiting' | 'leaving' | 'gone'

export interface DeletionDoc {
  /** Made of the subject, which nobody reads out of it. */
  readonly _id: string
  /** Empty once it is gone. */
  readonly subject: string
  readonly state: DeletionState
  readonly askedAt: Date
  /** From then on it cannot be taken back. */
  readonly dueAt: Date
  /** Steps that were carried out, by name. */
  readonly done: readonly string[]
  readonly goneAt: Date | null
}

export const deletionsIn = (db: Db) => db.collection<DeletionDoc>('account_deletions')
export const deletionId = (subject: string): string => ownId(subject, 'deletion')
