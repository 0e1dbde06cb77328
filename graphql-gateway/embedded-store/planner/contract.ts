// What a plan is: said apart, so that the choice and its candidates need not know each other.
import type { KeyRange } from '../keyspace/keyspace.ts'
import type { Index } from '../keyspace/table.ts'

/** One field of a sort. */
export interface SortField {
  readonly path: string
  readonly descending: boolean
}

/** Which index the client insists on: its name, its key, or the natural order. */
export type Hint =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'key'; readonly fields: readonly SortField[] }
  | { readonly kind: 'natural'; readonly descending: boolean }

/** A way through one collection. */
export interface Plan {
  /** null: the documents themselves, in the order they came. */
  readonly index: Index | null
  readonly ranges: readonly KeyRange[]
  readonly reverse: boolean
  /** The order asked for is the order of the keys. */
  readonly sorted: boolean
  /** Every key in the ranges is a match: no need to look at the documents. */
  readonly exact: boolean
  /** One document may come by several keys. */
  readonly repeats: boolean
  /** Every range is one key and starts with it. */
  readonly points: boolean
  /** Leading fields with bounds; 0 means everything is read. */
  readonly bounded: number
}
