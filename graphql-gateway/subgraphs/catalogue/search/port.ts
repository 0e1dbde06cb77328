// What the catalogue needs of a search engine. The composition root satisfies it; `fromEngine` helps.

export interface FacetFilter {
  readonly name: string
  readonly anyOf: readonly string[]
}

export type SortOrder = 'relevance' | 'title' | 'oldest' | 'newest' | 'popular'

export interface CatalogueQuery {
  /** As typed in the box. */
  readonly text: string
  readonly filters: readonly FacetFilter[]
  readonly sort: SortOrder
  /** Records to skip; not looked at when `after` is given. */
  readonly from: number
  /** The record behind which the page begins, and its place counted from 0, for when it is there no more. */
  readonly after?: { readonly id: string; readonly place: number }
  readonly size: number
  readonly facets: readonly { readonly name: string; readonly size: number }[]
  /** Chapters to name of each hit and the length of their snippets; null when nobody looks. */
  readonly parts: { readonly size: number; readonly snippet: number } | null
}

export interface FacetCount {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly selected: boolean
}

export interface Facet {
  readonly name: string
  readonly values: readonly FacetCount[]
  /** Values there are in all. */
  readonly valueCount: number
}

/** A chapter in which something was found. */
export interface PartHit {
  readonly n: number
  readonly title: string
  readonly snippet: readonly TextRun[]
}

export interface CatalogueHit {
  readonly id: string
  /** Where in a work in parts it was found; `leads` when that, and not the work itself, is what was looked for. */
  readonly inside?: { readonly total: number; readonly first: readonly PartHit[]; readonly leads: boolean }
  /** Characters that are searched of a text that has more. */
  readonly cutAt?: number
}

/** What an order by date rests on. */
export interface DateCounts {
  readonly stated: number
  readonly byPeriod: number
  readonly undated: number
  /** False when ordering by date would put no record before another. */
  readonly differ: boolean
}

export interface CatalogueHits {
  readonly hits: readonly CatalogueHit[]
  /** Records of the whole list before the first of these. */
  readonly from: number
  readonly total: number
  readonly dates: DateCounts
  readonly facets: readonly Facet[]
  /** True when no record had all the words and records with some of them are given. */
  readonly relaxed: boolean
  /** Set while the index is being filled again: what is not found may still come. */
  readonly filling: IndexFilling | null
}

/** Records that can be searched again, of those that will be; `total` is 0 while that is not known. */
export interface IndexFilling {
  readonly done: number
  readonly total: number
}

export interface CatalogueSuggestion {
  readonly text: string
  readonly kind: 'title' | 'creator'
  readonly recordId: string | null
  readonly count: number
}

export interface HighlightOptions {
  readonly maxLength: number
  /** The title of a chapter is a subject of its work. */
  readonly field: 'title' | 'subject' | 'body'
}

export interface TextRun {
  readonly text: string
  readonly marked: boolean
}

/** A piece of the reading of a box, in order: something looked for, or a sign between two of them. */
export interface ReadingPiece {
  readonly type: 'term' | 'phrase' | 'prefix' | 'and' | 'or' | 'not' | 'open' | 'close'
  readonly field?: string
  readonly text?: string
}

/** How a box with signs was read, and what to type to look for the words and signs as they stand. */
export interface BoxReading {
  readonly pieces: readonly ReadingPiece[]
  readonly literal: string
}

/** Errors: `SearchFailed`, which tells a request outside of bounds from an engine that is away. */
export interface CatalogueSearch {
  query(request: CatalogueQuery, signal: AbortSignal): Promise<CatalogueHits>
  suggest(prefix: string, limit: number, signal: AbortSignal): Promise<readonly CatalogueSuggestion[]>
  /** Marks what the text of the box finds in a field; at most `maxLength` characters around the best place. */
  highlight(query: string, text: string, options: HighlightOptions): readonly TextRun[]
  /** Null for plain words. */
  reading(text: string): BoxReading | null
}

/** `refused`: the request is outside of the engine's bounds; `away`: the engine cannot answer now. */
export class SearchFailed extends Error {
  override readonly name = 'SearchFailed'
  readonly reason: 'refused' | 'away'
  constructor(reason: 'refused' | 'away', message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}
