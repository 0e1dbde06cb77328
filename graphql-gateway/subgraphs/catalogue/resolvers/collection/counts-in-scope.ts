// How many records of each collection a branch site has: counted by the search engine, each once a request.
import { MOST_FACET_VALUES, MOST_FILTER_VALUES } from '@shuxiang/search/contract'
import { perRequest, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { CatalogueSearch } from '../../search/port.ts'
import { countedFacet } from '../counted-facet.ts'

/** Records of the collection of this id; 0 for one of which the site has none. */
export type CountsInScope = (context: SubgraphContext, id: string) => Promise<number>

export function countsInScope(search: CatalogueSearch): CountsInScope {
  const countOf = perRequest(async (context, ids) => {
    const { values, valueCount } = await largest(search, context)
    if (values.length === valueCount) return values
    const known = new Set(values.map(({ _id }) => _id))
    const others = ids.filter((id) => !known.has(id))
    const parts = Array.from({ length: Math.ceil(others.length / MOST_FILTER_VALUES) }, (_, i) =>
      others.slice(i * MOST_FILTER_VALUES, (i + 1) * MOST_FILTER_VALUES),
    )
    const found = [...values]
    // One after another: a site with so many collections must not push the searches of others aside.
    for (const part of parts) found.push(...(await chosen(search, context, part)))
    return found
  })
  return async (context, id) => (await countOf(context, id))?.count ?? 0
}

interface Counted {
  readonly _id: string
  readonly count: number
}

/** Those of which the site has most, which for most sites are all. */
async function largest(search: CatalogueSearch, context: SubgraphContext) {
  const { facet } = await countedFacet(search, context, { name: 'collection', size: MOST_FACET_VALUES })
  return { values: counted(facet?.values ?? []), valueCount: facet?.valueCount ?? 0 }
}

/** Chosen values are always among those that are listed. */
async function chosen(
  search: CatalogueSearch,
  context: SubgraphContext,
  ids: readonly string[],
): Promise<Counted[]> {
  const filters = [{ name: 'collection', anyOf: ids }]
  const { facet } = await countedFacet(search, context, { name: 'collection', size: ids.length, filters })
  return counted(facet?.values.filter(({ selected }) => selected) ?? [])
}

function counted(values: readonly { readonly value: string; readonly count: number }[]): Counted[] {
  return values.map(({ value, count }) => ({ _id: value, count }))
}
