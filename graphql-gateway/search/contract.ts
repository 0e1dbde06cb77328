/**
 * What a search engine is to the rest of the product. Two engines stand behind it: the embedded one
 * (SQLite FTS5 of Node itself) and OpenSearch. Every engine passes the same contract suite.
 */

/** A facet value with the label a reader sees; the label is stored with the index, so facets need no second look-up. */
export interface FacetTerm {
  readonly value: string
  readonly label: string
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
  /** Values per facet name: kind, period, author, collection, library, language. */
  readonly facets: Readonly<Record<string, readonly FacetTerm[]>>
  /** Year of creation for sorting, negative before our era; null when unknown (sorts last). */
  readonly year: number | null
  /** Static popularity, 0 upwards; breaks ties and lifts well-known works. */
  readonly prior: number
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
  /** Records to skip, 0 to 10,000. */
  readonly from: number
  /** Records to return, 0 to 100. */
  readonly size: number
  /** Facets to count. Each is counted without its own filter, so that a reader can add a second value. */
  readonly facets: readonly { readonly name: string; readonly size: number }[]
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
}

export interface SearchResponse {
  readonly hits: readonly SearchHit[]
  readonly total: number
  readonly facets: readonly { readonly name: string; readonly values: readonly FacetCount[] }[]
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

export interface EngineStats {
  readonly kind: 'embedded' | 'opensearch'
  readonly records: number
  /** Version of the analysis chain the index was built with. */
  readonly analysis: number
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
   * True from the moment the index lost its content (new, another analysis version, damaged, cleared) until
   * `fillingBegun`, across restarts. An engine without it is filled by its operator.
   */
  needsFilling?(): Promise<boolean>
  /** Says that every record of the store is marked dirty and will come again. */
  fillingBegun?(): Promise<void>
  close(): Promise<void>
}

export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable'
}

export class QueryRefused extends Error {
  override readonly name = 'QueryRefused'
}
