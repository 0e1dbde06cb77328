// How many records have each value of a facet, without any of the records: one question to the search engine.
import type { FacetAnswer } from '@shuxiang/search/contract'
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { CatalogueQuery, CatalogueSearch } from '../search/port.ts'
import { forReaders } from './search-failure.ts'
import { scopesOf } from './search-request.ts'

export interface CountedFacet {
  /** Records that pass the filters. */
  readonly total: number
  /** Absent for a facet that there is not. */
  readonly facet: FacetAnswer | undefined
}

/** Of what the reader's site has. Errors: UNAVAILABLE while search does not answer. */
export async function countedFacet(
  search: CatalogueSearch,
  { tenant, signal }: Pick<SubgraphContext, 'tenant' | 'signal'>,
  { name, size, filters = [] }: { name: string; size: number; filters?: CatalogueQuery['filters'] },
): Promise<CountedFacet> {
  const request: CatalogueQuery = {
    text: '',
    scopes: scopesOf(tenant),
    filters,
    ranges: [],
    sort: 'relevance',
    from: 0,
    size: 0,
    facets: [{ name, size }],
  }
  const { total, facets } = await forReaders(() => search.query(request, signal))
  return { total, facet: facets[0] }
}
