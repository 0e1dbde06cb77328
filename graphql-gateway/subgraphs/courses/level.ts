// For whom a course or lecture is, as a facet of both.
import type { FacetValue } from '@shuxiang/record'
import { words, type FacetEntry } from '@shuxiang/vocabulary'

export const levelFacet: FacetEntry = { id: 'level', words: words('适合', 'Level'), values: 'data' }

export function levelValues(level: string | undefined): FacetValue[] {
  return level === undefined ? [] : [{ value: level, label: level }]
}
