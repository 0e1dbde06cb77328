// One page of results: what its fields want is gathered first, then the engine is asked once.
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { CatalogueHits, CatalogueSearch } from '../search/port.ts'
import { facetNames, type PageRequest } from './search-request.ts'
import { forReaders } from './search-failure.ts'

/** UTF-16 units of a snippet: about two lines of a result on a wide screen. */
export const snippetLength = 96

/** Parent of the fields of `SearchResults` and, with a record, of `SearchEdge`. */
export interface SearchPage {
  readonly request: PageRequest
  readonly search: CatalogueSearch
  /** Values wanted of each facet and chapters wanted of each hit, 0 for none. */
  hits(facetSize: number, chapters?: number): Promise<CatalogueHits>
}

/**
 * GraphQL calls the fields of one object one after another without a pause, so everything they want is known at the
 * next microtask; only then the engine is asked. Facets and hits are one trip however the query is written.
 */
export function searchPage(
  search: CatalogueSearch,
  request: PageRequest,
  { signal }: SubgraphContext,
): SearchPage {
  let facetSize = 0
  let chapterSize = 0
  let asked: Promise<CatalogueHits> | null = null
  return {
    request,
    search,
    hits(facetsWanted, chaptersWanted = 0) {
      facetSize = Math.max(facetSize, facetsWanted)
      chapterSize = Math.max(chapterSize, chaptersWanted)
      asked ??= Promise.resolve().then(() => {
        const facets = facetSize > 0 ? facetNames.map((name) => ({ name, size: facetSize })) : []
        const chapters = chapterSize > 0 ? { chapters: { size: chapterSize, snippet: snippetLength } } : {}
        return forReaders(() => search.query({ ...request, facets, ...chapters }, signal))
      })
      return asked
    },
  }
}
