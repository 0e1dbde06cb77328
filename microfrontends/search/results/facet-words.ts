/** Names of facets and of their values, as the answer has them; a value that nothing has stands by itself. */
import type { FacetCounts } from '../operations.generated.ts'

type Counted = FacetCounts['values'][number]

export function countedOf(facets: readonly FacetCounts[], name: string, value: string): Counted | undefined {
  return facets.find((facet) => facet.name === name)?.values.find((one) => one.value === value)
}

export function facetName(facets: readonly FacetCounts[], name: string): string {
  return facets.find((facet) => facet.name === name)?.label ?? name
}

export function valueName(facets: readonly FacetCounts[], name: string, value: string): string {
  return countedOf(facets, name, value)?.label ?? value
}
