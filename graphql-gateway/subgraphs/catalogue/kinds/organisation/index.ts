// Organisations that are described for themselves.
import { readFileSync } from 'node:fs'
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { organisationDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { organisationTypeFacet, search } from './search.ts'

export const organisation = defineKind({
  entry: kindEntry('organisation'),
  facets: [organisationTypeFacet],
  details: organisationDetails,
  dated: ['founded'],
  search,
  manner,
  exports,
  facts,
  typeDefs: readFileSync(new URL('./details.graphql', import.meta.url), 'utf8'),
})
