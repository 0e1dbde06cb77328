// How many records of each collection a branch site has: counted by the search engine, once a request.
import { MOST_FACET_VALUES } from '@shuxiang/search/contract'
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { CatalogueSearch } from '../../search/port.ts'
import { forReaders } from '../search-failure.ts'
import { scopesOf } from '../search-request.ts'

/** Records by the id of the collection; collections without any are left out. */
export type CountsInScope = (context: SubgraphContext) => Promise<ReadonlyMap<string, number>>

export function countsInScope(search: CatalogueSearch): CountsInScope {
  const known = new WeakMap<SubgraphContext, Promise<ReadonlyMap<string, number>>>()
  return (context) => {
    const counted = known.get(context) ?? count(search, context)
    known.set(context, counted)
    return counted
  }
}

async function count(
  search: CatalogueSearch,
  { tenant, signal }: SubgraphContext,
): Promise<ReadonlyMap<string, number>> {
  const { facets } = await forReaders(() =>
    search.query(
      {
        text: '',
        scopes: scopesOf(tenant),
        filters: [],
        ranges: [],
        sort: 'relevance',
        from: 0,
        size: 0,
        facets: [{ name: 'collection', size: MOST_FACET_VALUES }],
      },
      signal,
    ),
  )
  const values = facets.flatMap((facet) => facet.values)
  return new Map(values.map((value) => [value.value, value.count]))
}
