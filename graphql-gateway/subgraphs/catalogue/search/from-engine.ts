// Fits a search engine and its query language to what the catalogue needs.
import {
  SearchFailed,
  type BoxReading,
  type CatalogueHit,
  type CatalogueHits,
  type CatalogueSearch,
  type CatalogueSuggestion,
  type DateCounts,
  type Facet,
  type FacetFilter,
  type HighlightOptions,
  type IndexFilling,
  type SortOrder,
  type TextRun,
} from './port.ts'

/** The part of a search engine that is used here; `Query` is its own query language. */
export interface EngineForCatalogue<Query> {
  search(
    request: {
      readonly query: Query
      readonly filters: readonly FacetFilter[]
      readonly sort: SortOrder
      readonly from: number
      readonly after?: { readonly id: string; readonly place: number }
      readonly size: number
      readonly facets: readonly { readonly name: string; readonly size: number }[]
      readonly parts?: { readonly size: number; readonly snippet: number }
    },
    signal?: AbortSignal,
  ): Promise<{
    readonly hits: readonly (CatalogueHit & { readonly tier: 'exact' | 'all' | 'some' })[]
    readonly from: number
    readonly total: number
    readonly dates: DateCounts
    readonly facets: readonly Facet[]
    readonly filling: IndexFilling | null
  }>
  suggest(prefix: string, limit: number, signal?: AbortSignal): Promise<readonly CatalogueSuggestion[]>
}

/** The language of the search box. */
export interface BoxLanguage<Query> {
  parseBox(text: string): Query
  /** Marks what a parsed query finds in a text. */
  highlight(query: Query, text: string, options: HighlightOptions): readonly TextRun[]
  /** How a box was read; null for plain words. */
  readingOf(text: string): BoxReading | null
}

export function fromEngine<Query>(
  engine: EngineForCatalogue<Query>,
  { parseBox, highlight, readingOf }: BoxLanguage<Query>,
): CatalogueSearch {
  /** The last box parsed: one page highlights up to 200 texts for the same query. */
  let last: { readonly text: string; readonly query: Query } | null = null
  const parsed = (text: string): Query => {
    if (last?.text !== text) last = { text, query: parseBox(text) }
    return last.query
  }
  return {
    async query({ text, parts, ...rest }, signal): Promise<CatalogueHits> {
      const request = { query: parsed(text), ...rest, ...(parts ? { parts } : {}) }
      const answer = await translated(() => engine.search(request, signal))
      return {
        hits: answer.hits,
        from: answer.from,
        total: answer.total,
        dates: answer.dates,
        facets: answer.facets,
        relaxed: answer.hits.length > 0 && answer.hits.every(({ tier }) => tier === 'some'),
        filling: answer.filling,
      }
    },
    suggest: (prefix, limit, signal) => translated(() => engine.suggest(prefix, limit, signal)),
    highlight: (query, text, options) => highlight(parsed(query), text, options),
    reading: readingOf,
  }
}

/** The engine's errors, known by name, in the catalogue's words. */
async function translated<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === 'QueryRefused') throw new SearchFailed('refused', error.message, error)
    if (error.name === 'SearchUnavailable') throw new SearchFailed('away', error.message, error)
    throw error
  }
}
