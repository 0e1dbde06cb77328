// What is searched of an archived page beside the kernel.
import type { KindSearch, RecordOf } from '@shuxiang/record'
import { words, type FacetEntry } from '@shuxiang/vocabulary'
import type { WebDetails } from './details.ts'

export const siteFacet: FacetEntry = { id: 'site', words: words('网站', 'Site'), values: 'data' }

export function search({ details: { seed, captureCount } }: RecordOf<WebDetails>): KindSearch {
  const { hostname } = new URL(seed)
  return {
    identifiers: [seed, hostname],
    facets: { site: [{ value: hostname, label: hostname }] },
    sorts: { captureCount },
  }
}
