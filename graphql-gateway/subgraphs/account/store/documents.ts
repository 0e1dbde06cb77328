// What the store keeps of readers. A list is one document, so that each change of it is whole or not at all.
import type { Db } from 'mongodb'

/** A record in a list. */
export interface KeptRecord {
  readonly recordId: string
  readonly title: string
  readonly kind: string
  /** BCP 47. */
  readonly language?: string
  readonly addedAt: Date
}

export interface ListDoc {
  /** Made of owner and key (`ids.ts`): two readers with one key have two lists. */
  readonly _id: string
  /** Subject of the reader. */
  readonly owner: string
  readonly shelf: boolean
  /** Empty for the shelf. */
  readonly name: string
  /** Length of `items`, kept beside them so that a full list is told by the same update that would fill it. */
  readonly count: number
  readonly items: readonly KeptRecord[]
  /** Goes up with each change. */
  readonly rev: number
  readonly createdAt: Date
  readonly changedAt: Date
  /** Set while a list is removed and can be brought back. */
  readonly removedAt?: Date
}

/** A list as it begins. */
export function emptyList(
  facts: Pick<ListDoc, 'owner' | 'shelf' | 'name'>,
  now: Date,
): Omit<ListDoc, '_id' | 'removedAt'> {
  return { ...facts, count: 0, items: [], rev: 1, createdAt: now, changedAt: now }
}

/** A list without what it holds. */
export type ListFacts = Omit<ListDoc, 'items'>

/** A record that found no room; without a list: on the shelf, without a record: the list itself. */
export interface Left {
  readonly list: string | null
  readonly recordId: string | null
}

/** A merge that was carried out, so that a repeated one changes nothing. */
export interface MergeDoc {
  readonly _id: string
  readonly owner: string
  readonly left: readonly Left[]
  readonly at: Date
}

export interface ConsentDoc {
  readonly given: boolean
  readonly at: Date
}

/** What a reader opened, with the consent under which it is kept: one document, so that neither is there without the other. */
export interface HistoryDoc {
  readonly _id: string
  readonly owner: string
  readonly on: boolean
  readonly items: readonly KeptRecord[]
  /** Oldest first. */
  readonly consents: readonly ConsentDoc[]
  readonly rev: number
}

export const historiesIn = (db: Db) => db.collection<HistoryDoc>('account_histories')
export const listsIn = (db: Db) => db.collection<ListDoc>('account_lists')
export const mergesIn = (db: Db) => db.collection<MergeDoc>('account_merges')
