// Fits a search engine and the language of the box to what the catalogue asks.
import type { BoxLanguage, QueryNode, SearchEngine } from '@shuxiang/search/contract'
import type { CatalogueHits, CatalogueSearch } from './port.ts'

export function fromEngine(
  engine: Pick<SearchEngine, 'search' | 'suggest'>,
  { parseBox, highlight, readingOf }: BoxLanguage,
): CatalogueSearch {
  /** The last box parsed: one page highlights up to 200 texts for the same query. */
  let last: { readonly text: string; readonly query: QueryNode } | null = null
  const parsed = (text: string): QueryNode => {
    if (last?.text !== text) last = { text, query: parseBox(text) }
    return last.query
  }
  return {
    async query({ text, ...rest }, signal): Promise<CatalogueHits> {
      const answer = await engine.search({ query: parsed(text), ...rest }, signal)
      const { hits } = answer
      return { ...answer, relaxed: hits.length > 0 && hits.every(({ tier }) => tier === 'some') }
    },
    suggest: (prefix, wanted, signal) => engine.suggest(prefix, wanted, signal),
    highlight: (query, text, options) => highlight(parsed(query), text, options),
    reading: readingOf,
  }
}
