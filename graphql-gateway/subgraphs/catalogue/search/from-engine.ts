// Fits a search engine and the language of the box to what the catalogue asks.
import type { BoxLanguage, QueryNode, SearchEngine } from '@shuxiang/search/contract'
import { answerMeant } from './answer-meant.ts'
import type { CatalogueHits, CatalogueQuery, CatalogueSearch } from './port.ts'

export function fromEngine(
  engine: Pick<SearchEngine, 'search' | 'suggest' | 'meant'>,
  { parseBox, highlight, readingOf }: BoxLanguage,
): CatalogueSearch {
  /** The last box parsed: one page highlights up to 200 texts for the same query. */
  let last: { readonly text: string; readonly query: QueryNode } | null = null
  const parsed = (text: string): QueryNode => {
    if (last?.text !== text) last = { text, query: parseBox(text) }
    return last.query
  }
  const find = async ({ text, ...rest }: CatalogueQuery, signal: AbortSignal): Promise<CatalogueHits> => {
    const answer = await engine.search({ query: parsed(text), ...rest }, signal)
    const { hits } = answer
    return { ...answer, relaxed: hits.length > 0 && hits.every(({ tier }) => tier === 'some') }
  }
  return {
    query: (request, signal, asked = {}) =>
      answerMeant(
        { find, meant: (text, wanted) => engine.meant(text, wanted, signal) },
        request,
        asked,
        signal,
      ),
    suggest: (prefix, wanted, signal) => engine.suggest(prefix, wanted, signal),
    highlight: (query, text, options) => highlight(parsed(query), text, options),
    reading: readingOf,
  }
}
