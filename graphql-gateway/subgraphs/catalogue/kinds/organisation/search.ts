// What is searched of an organisation beside the kernel.
import type { KindSearch, RecordOf } from '@shuxiang/record'
import { words, type FacetEntry } from '@shuxiang/vocabulary'
import { asValues } from '../made.ts'
import type { OrganisationDetails } from './details.ts'

export const organisationTypeFacet: FacetEntry = {
  id: 'organisationType',
  words: words('机构类型', 'Type of organisation'),
  values: 'data',
}

export function search({ details: { type, parent, address } }: RecordOf<OrganisationDetails>): KindSearch {
  return {
    facets: { organisationType: asValues([type]) },
    texts: [parent, address].filter((text) => text !== undefined),
  }
}
