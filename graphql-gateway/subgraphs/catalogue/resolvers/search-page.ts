// One page of results: what its fields want is gathered first, then the engine is asked once.
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { CatalogueHits, CatalogueSearch } from '../search/port.ts'
import type { Names } from './names.ts'
import type { PageRequest } from './search-request.ts'
import { forReaders } from './search-failure.ts'

/** UTF-16 units of a snippet: about two lines of a result on a wide screen. */
export const snippetLength = 96

/** What a field wants to know of the hits. */
export interface Wanted {
  /** How many values of which facets. */
  readonly facets?: ReadonlyMap<string, number>
  /** Chapters of each hit. */
  readonly chapters?: number
  /** What may be meant, where nothing has the text whole. */
  readonly meant?: boolean
  /** How many there would be without filters, where they leave nothing. */
  readonly unfiltered?: boolean
}

/** Parent of the fields of `SearchResults` and, with a record, of `SearchEdge`. */
export interface SearchPage {
  readonly request: PageRequest
  readonly search: CatalogueSearch
  readonly names: Names
  /** Facets that may be asked for, in the order in which they are shown. */
  readonly facetNames: readonly string[]
  hits(wanted: Wanted): Promise<CatalogueHits>
}

/**
 * GraphQL calls the fields of one object one after another without a pause, so everything they want is known at the
 * next microtask; only then the engine is asked. Facets and hits are one trip however the query is written. With
 * `instead` the hits of what is clearly meant may come in place of those of the text.
 */
export function searchPage(
  { search, names, facetNames }: Pick<SearchPage, 'search' | 'names' | 'facetNames'>,
  request: PageRequest,
  { signal }: SubgraphContext,
  instead = false,
): SearchPage {
  const sizes = new Map<string, number>()
  let chapterSize = 0
  const besides = { meant: false, unfiltered: false }
  let asked: Promise<CatalogueHits> | null = null
  return {
    request,
    search,
    names,
    facetNames,
    hits(wanted) {
      for (const [name, size] of wanted.facets ?? []) sizes.set(name, Math.max(size, sizes.get(name) ?? 0))
      chapterSize = Math.max(chapterSize, wanted.chapters ?? 0)
      besides.meant ||= wanted.meant === true
      besides.unfiltered ||= wanted.unfiltered === true
      asked ??= Promise.resolve().then(() => {
        const facets = facetNames.flatMap((name) => {
          const most = sizes.get(name)
          return most === undefined ? [] : [{ name, size: most }]
        })
        const chapters = chapterSize > 0 ? { chapters: { size: chapterSize, snippet: snippetLength } } : {}
        return forReaders(() =>
          search.query({ ...request, facets, ...chapters }, signal, { ...besides, instead }),
        )
      })
      return asked
    },
  }
}
