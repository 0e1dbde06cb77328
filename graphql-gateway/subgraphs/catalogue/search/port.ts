// What the catalogue asks of search: by what is typed in the box, in the types of the search contract.
import type {
  HighlightOptions,
  Meant,
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
  /** The text that the hits answer, when another than the one typed was searched for. */
  readonly instead?: Meant
  /** What else may be meant; absent where it was not asked for. */
  readonly meant?: readonly Meant[]
  /** How many there would be without filters; absent where that was not asked for, or filters hide nothing. */
  readonly unfiltered?: number
}

/** What is looked for besides, where no record has the text whole. */
export interface MeantAsked {
  /** What may be meant. */
  readonly meant?: boolean
  /** And the hits of what is clearly meant, in place of those of the text. */
  readonly instead?: boolean
  /** And how many there would be without the filters, where they leave nothing. */
  readonly unfiltered?: boolean
}

/** Errors: `QueryRefused` for a request outside of bounds, `SearchUnavailable` when the engine is away. */
export interface CatalogueSearch {
  query(request: CatalogueQuery, signal: AbortSignal, asked?: MeantAsked): Promise<CatalogueHits>
  suggest(prefix: string, wanted: SuggestionsWanted, signal: AbortSignal): Promise<readonly Suggestion[]>
  /** Marks what the text of the box finds in a field; at most `maxLength` characters around the best place. */
  highlight(query: string, text: string, options: HighlightOptions): readonly TextRun[]
  /** Null for plain words. */
  reading(text: string): Reading | null
}
