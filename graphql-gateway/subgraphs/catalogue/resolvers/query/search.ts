// Query.search
import type { Kinds } from '@shuxiang/record'
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { CatalogueSearch } from '../../search/port.ts'
import { namesOf } from '../names.ts'
import { searchPage, type SearchPage } from '../search-page.ts'
import { pageRequest, type SearchArguments } from '../search-request.ts'

export function search(
  engine: CatalogueSearch,
  kinds: Kinds,
): Resolver<unknown, SearchArguments, SearchPage> {
  const parts = {
    search: engine,
    names: namesOf(kinds),
    facetNames: kinds.facets.map(({ id }) => id),
  }
  return async (_, args, context) => {
    const request = await pageRequest(args, { tenant: context.tenant, facetNames: parts.facetNames })
    return searchPage(parts, request, context)
  }
}
