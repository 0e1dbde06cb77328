// What the catalogue asks of search: by what is typed in the box, in the types of the search contract.
import type {
  HighlightOptions,
  Reading,
  SearchRequest,
  SearchResponse,
  Suggestion,
  SuggestionsWanted,
  TextRun,
} from '@shuxiang/search/contract'

/** A request of the engine with the text of the box in place of the query. */
export interface CatalogueQuery extends Omit<SearchRequest, 'query'> {
  /** As typed in the box. */
  readonly text: string
}

export interface CatalogueHits extends SearchResponse {
  /** True when no record had all the words and records with some of them are given. */
  readonly relaxed: boolean
}

/** Errors: `QueryRefused` for a request outside of bounds, `SearchUnavailable` when the engine is away. */
export interface CatalogueSearch {
  query(request: CatalogueQuery, signal: AbortSignal): Promise<CatalogueHits>
  suggest(prefix: string, wanted: SuggestionsWanted, signal: AbortSignal): Promise<readonly Suggestion[]>
  /** Marks what the text of the box finds in a field; at most `maxLength` characters around the best place. */
  highlight(query: string, text: string, options: HighlightOptions): readonly TextRun[]
  /** Null for plain words. */
  reading(text: string): Reading | null
}
