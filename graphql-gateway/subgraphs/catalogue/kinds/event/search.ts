// What is searched of an event beside the kernel.
import type { KindSearch, RecordOf } from '@shuxiang/record'
import { words, type FacetEntry } from '@shuxiang/vocabulary'
import { asValues } from '../made.ts'
import type { EventDetails } from './details.ts'

export const audienceFacet: FacetEntry = {
  id: 'audience',
  words: words('面向', 'Audience'),
  values: 'data',
}

export function search({ details: { audience, venue, address } }: RecordOf<EventDetails>): KindSearch {
  return {
    facets: { audience: asValues([audience]) },
    texts: [venue, address].filter((text) => text !== undefined),
  }
}
