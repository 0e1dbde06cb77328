// Government documents: laws, regulations, orders, notices.
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { governmentDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { categoryFacet, genreFacet, search } from './search.ts'

export const government = defineKind({
  entry: kindEntry('government'),
  facets: [categoryFacet, genreFacet],
  details: governmentDetails,
  dated: ['issued', 'effective'],
  search,
  manner,
  exports,
  facts,
})
