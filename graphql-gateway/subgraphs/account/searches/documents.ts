// What the store keeps of saved searches: one document each, named by its reader and by what it asks.
import type { Db } from 'mongodb'

export interface SavedFilter {
  readonly name: string
  readonly anyOf: readonly string[]
}

/** What a search asks: two that ask the same are one. */
export interface Asked {
  readonly query: string
  /** By name, without doubles. */
  readonly filters: readonly SavedFilter[]
  readonly sort: string
}

export interface SearchDoc extends Asked {
  readonly _id: string
  /** Subject of the reader. */
  readonly owner: string
  readonly name: string
  readonly createdAt: Date
  /** When the reader looked last. */
  readonly seenAt: Date
  /** Set while it is removed and can be brought back. */
  readonly removedAt?: Date
}

export const searchesIn = (db: Db) => db.collection<SearchDoc>('account_searches')
