/** What a search asks for. */

import type { Day } from './document.ts'

/** One query language for the box, the advanced form and CQL. `all` matches every record. */
export type QueryNode =
  | { readonly type: 'all' }
  | { readonly type: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly type: 'not'; readonly node: QueryNode }
  | { readonly type: 'term' | 'phrase' | 'prefix'; readonly field: QueryField; readonly text: string }

/** `any` searches every field with weights; `identifier` matches whole identifiers. */
export type QueryField = 'any' | 'title' | 'creator' | 'subject' | 'body' | 'identifier'

/** A record passes when, for every filter, it has any of the values. */
export interface FacetFilter {
  readonly name: string
  readonly anyOf: readonly string[]
}

/** A record passes when its date of that name has a day from `from` to `to`; null leaves an end open. */
export interface DateRange {
  readonly name: string
  readonly from: Day | null
  readonly to: Day | null
}

export type SortWord = 'relevance' | 'title' | 'oldest' | 'newest' | 'popular'

/**
 * By a named number of the records, else by the beginning (without one, the end) of the date of that name. Records
 * with neither come last in both directions.
 */
export interface NamedSort {
  readonly by: string
  readonly order: 'ascending' | 'descending'
}

export type SortOrder = SortWord | NamedSort

export interface SearchRequest {
  readonly query: QueryNode
  /**
   * Only records with any of these scopes are found, counted and told of; null is for every record. A branch site asks
   * with its library and `*`.
   */
  readonly scopes: readonly string[] | null
  readonly filters: readonly FacetFilter[]
  readonly ranges: readonly DateRange[]
  readonly sort: SortOrder
  /** Records to skip, 0 to `DEEPEST_OFFSET`; not looked at when `after` is given. */
  readonly from: number
  /** Go on behind a record of an earlier answer, however far down: costs no more there than at the beginning. */
  readonly after?: SearchPlace
  /** Records to return, 0 to `LARGEST_PAGE`. */
  readonly size: number
  /** Facets to count. Each is counted without its own filter, so that a reader can add a second value. */
  readonly facets: readonly { readonly name: string; readonly size: number }[]
  /** Tells of each hit which of its chapters match; without it nothing is told. */
  readonly chapters?: ChaptersWanted
}

export interface ChaptersWanted {
  /** Chapters named for a hit, 1 to `MOST_CHAPTERS_TOLD`. */
  readonly size: number
  /** Longest snippet of a chapter, in UTF-16 units. */
  readonly snippet: number
}

/**
 * A record where it stood in an earlier answer, counted from 0. The list goes on behind the record; when that is there
 * no more (withdrawn, changed), at its place, which the next one has taken.
 */
export interface SearchPlace {
  readonly id: string
  readonly place: number
}

export interface SuggestionsWanted {
  /** 0 to `MOST_SUGGESTIONS`. */
  readonly limit: number
  /** As in a search: what only other records carry is not suggested, nor are they counted. */
  readonly scopes: readonly string[] | null
}
