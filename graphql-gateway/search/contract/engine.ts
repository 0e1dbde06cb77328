/** What every search engine does, and how it fails. */

import type { Filling, SearchResponse, Suggestion } from './answer.ts'
import type { SearchDoc } from './document.ts'
import type { Meant, MeantWanted } from './meant.ts'
import type { SearchRequest, SuggestionsWanted } from './request.ts'

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
  suggest(prefix: string, wanted: SuggestionsWanted, signal?: AbortSignal): Promise<readonly Suggestion[]>
  /** What is meant by a text of the box that nothing has whole: at most a few, the likeliest first. */
  meant(text: string, wanted: MeantWanted, signal?: AbortSignal): Promise<readonly Meant[]>
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

/** The engine cannot answer now: it is being started, overrun, closed, or was given too little time. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable'
}

/** The request or the record is outside of its bounds; the message names the bound. */
export class QueryRefused extends Error {
  override readonly name = 'QueryRefused'
}
