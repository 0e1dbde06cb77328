// What is searched of a person beside the kernel.
import type { KindSearch, RecordOf } from '@shuxiang/record'
import { words, type FacetEntry } from '@shuxiang/vocabulary'
import { asValues } from '../made.ts'
import type { PersonDetails } from './details.ts'

export const occupationFacet: FacetEntry = {
  id: 'occupation',
  words: words('身份', 'Occupation'),
  values: 'data',
}

export function search({ details }: RecordOf<PersonDetails>): KindSearch {
  return {
    titles: details.names.map(({ name }) => name),
    facets: { occupation: asValues(details.occupations) },
    texts: [details.birthPlace, details.deathPlace].filter((text) => text !== undefined),
  }
}
