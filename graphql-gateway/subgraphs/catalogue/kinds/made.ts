// Facets of made things, which pictures and objects share.
import type { FacetValue } from '@shuxiang/record'
import { words, type FacetEntry } from '@shuxiang/vocabulary'

export const techniqueFacet: FacetEntry = {
  id: 'technique',
  words: words('技法', 'Technique'),
  values: 'data',
}
export const materialFacet: FacetEntry = { id: 'material', words: words('质地', 'Material'), values: 'data' }

/** Words of a description as values of a facet: each is its own label. */
export function asValues(texts: readonly (string | undefined)[]): FacetValue[] {
  return texts.filter((text) => text !== undefined).map((text) => ({ value: text, label: text }))
}
