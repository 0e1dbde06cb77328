// Archived pages: an address with its captures.
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { webDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { search, siteFacet } from './search.ts'

export const web = defineKind({
  entry: kindEntry('web'),
  facets: [siteFacet],
  details: webDetails,
  dated: ['captured'],
  search,
  manner,
  exports,
  facts,
})
