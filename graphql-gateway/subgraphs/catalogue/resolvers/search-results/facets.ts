// SearchResults.facets
import { MOST_FACET_VALUES } from '@shuxiang/search/contract'
import { badInput, type Resolver } from '@shuxiang/subgraph-kit'
import type { CatalogueHits } from '../../search/port.ts'
import type { SearchPage } from '../search-page.ts'

export const facets: Resolver<SearchPage, { size?: number | null }, CatalogueHits['facets']> = async (
  page,
  args,
) => {
  const size = args.size ?? 12
  if (size < 1 || size > MOST_FACET_VALUES)
    throw badInput(`size: give a number from 1 to ${MOST_FACET_VALUES}.`)
  const hits = await page.hits(size)
  // Another field of the same query may have wanted more values; chosen ones are shown in any case.
  return hits.facets.map(({ name, values, valueCount }) => ({
    name,
    valueCount,
    values: values.filter((value, place) => place < size || value.selected),
  }))
}
