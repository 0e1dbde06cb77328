// Query.search
import type { Kinds } from '@shuxiang/record'
import type { MissedCounter } from '../../missed/count.ts'
import { countingMissed } from '../../missed/resolvers.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import type { CatalogueSearch } from '../../search/port.ts'
import type { Names } from '../names.ts'
import { searchPage } from '../search-page.ts'
import { pageRequest } from '../search-request.ts'

export function search(
  engine: CatalogueSearch,
  kinds: Kinds,
  names: Names,
  missed: MissedCounter,
): QueryResolvers['search'] {
  const parts = {
    search: engine,
    names,
    facetNames: kinds.facets.map(({ id }) => id),
  }
  return async (_, args, context) => {
    const request = await pageRequest(args, { tenant: context.tenant, facetNames: parts.facetNames })
    const page = searchPage(parts, request, context, args.instead === true)
    return args.typed === true ? countingMissed(page, missed, context) : page
  }
}
