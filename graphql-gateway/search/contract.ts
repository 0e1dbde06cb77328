/**
 * What a search engine is to the rest of the product. Two engines stand behind it: the embedded one
 * (SQLite FTS5 of Node itself) and OpenSearch. Every engine passes the same contract suite.
 */

/** A facet value with the label a reader sees; the label is stored with the index, so facets need no second look-up. */
export interface FacetTerm {
  readonly value: string
  readonly label: string
}

/**
 * Characters (UTF-16 units) of one record that are indexed, its own text and its chapters together; what follows is
 * not found, and the record's hits say so. The longest classic of the first collection has 230,000, a novel of 120
 * chapters 900,000. Everything that reads a text for search reads it up to here.
 */
export const LONGEST_TEXT = 1_000_000

/** A chapter of a work in parts. */
export interface SearchPart {
  /** Number within the work, 1 to 2,000. */
  readonly n: number
  readonly title: string
  readonly text: string
}

/** What is indexed of one record. Texts are raw: the engine runs the analysis chain. */
export interface SearchDoc {
  readonly id: string
  /** Revision of the stored record: an older revision never replaces a newer one, also after a removal. */
  readonly rev: number
  readonly title: readonly string[]
  readonly creator: readonly string[]
  readonly subject: readonly string[]
  /** ISBN, ISSN, call number, document number: matched whole, normalised. */
  readonly identifiers: readonly string[]
  readonly body: string
  /** Chapters of a work in parts, in order: found as part of the work, and named by its hits. */
  readonly parts?: readonly SearchPart[]
  /** Values per facet name: kind, period, author, collection, library, language. */
  readonly facets: Readonly<Record<string, readonly FacetTerm[]>>
  /** Year of creation as a source states it, negative before our era; null when unknown. */
  readonly year: number | null
  /** Years of the period of creation: they stand in for an unknown year. Records with neither sort last. */
  readonly years: YearSpan | null
  /** Static popularity, 0 upwards; breaks ties and lifts well-known works. */
  readonly prior: number
}

/** First and last year, negative before our era. */
export interface YearSpan {
  readonly from: number
  readonly to: number
}

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

export type SortOrder = 'relevance' | 'title' | 'oldest' | 'newest' | 'popular'

export interface SearchRequest {
  readonly query: QueryNode
  readonly filters: readonly FacetFilter[]
  readonly sort: SortOrder
  /** Records to skip, 0 to 10,000; not looked at when `after` is given. */
  readonly from: number
  /** Go on behind a record of an earlier answer, however far down: costs no more there than at the beginning. */
  readonly after?: SearchPlace
  /** Records to return, 0 to 100. */
  readonly size: number
  /** Facets to count. Each is counted without its own filter, so that a reader can add a second value. */
  readonly facets: readonly { readonly name: string; readonly size: number }[]
  /** Tells of each hit which of its chapters match; without it nothing is told. */
  readonly parts?: PartsWanted
}

export interface PartsWanted {
  /** Chapters named for a hit, 1 to 20. */
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

export interface FacetCount extends FacetTerm {
  readonly count: number
  readonly selected: boolean
}

export interface SearchHit {
  readonly id: string
  readonly score: number
  /** Which step of the query ladder found it: exact title, all words, or some words. */
  readonly tier: 'exact' | 'all' | 'some'
  /** Chapters in which it was found; absent when they were not asked for, none match, or the record has none. */
  readonly inside?: PartHits
  /** How many characters are indexed of a record that has more; told when chapters are asked for. */
  readonly cutAt?: number
}

/** Where in a work in parts a query was found. */
export interface PartHits {
  readonly total: number
  /** The first of them, those that are titled as the query first, then in the order of the work. */
  readonly first: readonly PartHit[]
  /** True when the work's own title and creators do not answer the query: the chapter is what was looked for. */
  readonly leads: boolean
}

export interface PartHit {
  readonly n: number
  readonly title: string
  /** The text around the found words; joined, a piece of the chapter's text. */
  readonly snippet: readonly TextRun[]
}

/** What an order by date rests on, for all records of an answer. */
export interface DateCounts {
  /** Records with a stated year. */
  readonly stated: number
  /** Records without one, placed by the years of their period. */
  readonly byPeriod: number
  /** Records with neither, which come last in both directions. */
  readonly undated: number
  /** False when no two dated records differ: ordering by date then orders nothing. */
  readonly differ: boolean
}

export interface SearchResponse {
  readonly hits: readonly SearchHit[]
  /** Records of the whole list before the first hit. */
  readonly from: number
  readonly total: number
  readonly dates: DateCounts
  readonly facets: readonly FacetAnswer[]
  /** Set while the index is being filled again: what is not found may still come. */
  readonly filling: Filling | null
}

export interface FacetAnswer {
  readonly name: string
  readonly values: readonly FacetCount[]
  /** Values there are in all; more than are given when the request wanted fewer. */
  readonly valueCount: number
}

export interface Suggestion {
  readonly text: string
  readonly kind: 'title' | 'creator'
  /** The record, when the text names exactly one. */
  readonly recordId: string | null
  /** How many records carry the text. */
  readonly count: number
}

/** A piece of a text for display, found words marked. Joined, the pieces give the (cut) original text. */
export interface TextRun {
  readonly text: string
  readonly marked: boolean
}

/** How far an index is that lost its content and gets it back; `total` is 0 while that is not known. */
export interface Filling {
  readonly done: number
  readonly total: number
}

/** Records come again in the order of their ids: `after` is the last that came, empty at the beginning. */
export interface FillPosition {
  readonly after: string
  /** Records there are, 0 while that is not known. */
  readonly total: number
}

/**
 * The mark that index and store wrote after the last page, and the one before it. They belong together when the
 * store's mark is one of the two: an index put back from elsewhere, or one that lost its last writes, has others.
 */
export interface Pairing {
  readonly mark: string | null
  readonly before: string | null
}

export interface EngineStats {
  readonly kind: 'embedded' | 'opensearch'
  readonly records: number
  /** Version of the analysis chain the index was built with. */
  readonly analysis: number
  readonly filling: Filling | null
}

/** Errors: `SearchUnavailable` when the engine cannot answer; `QueryRefused` for a request outside its bounds. */
export interface SearchEngine {
  /** Add or replace records; idempotent; an older revision is ignored. Resolves when searchable. */
  index(docs: readonly SearchDoc[]): Promise<void>
  /** Remove records; a later `index` with an older revision does not bring them back. */
  remove(refs: readonly { readonly id: string; readonly rev: number }[]): Promise<void>
  /** Resolves when everything indexed before the call is visible to `search`. */
  refresh(): Promise<void>
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchResponse>
  suggest(prefix: string, limit: number, signal?: AbortSignal): Promise<readonly Suggestion[]>
  stats(): Promise<EngineStats>
  /** Drop everything; the feed then fills the index again from the store. */
  clear(): Promise<void>
  /**
   * Where the filling of an index that lost its content goes on; null when it has all the store has. Kept across
   * restarts. An engine without it is filled by its operator.
   */
  fillPosition?(): Promise<FillPosition | null>
  /** Says that the records up to there came again, and how many there are; null that none is left. */
  filledTo?(position: FillPosition | null): Promise<void>
  /** The marks last kept by `pair`; both null in an index that never met a store. */
  pairing?(): Promise<Pairing>
  /** Keeps the marks; what was indexed before the call is then on the disk too. */
  pair?(pairing: Pairing): Promise<void>
  close(): Promise<void>
}

export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable'
}

export class QueryRefused extends Error {
  override readonly name = 'QueryRefused'
}
