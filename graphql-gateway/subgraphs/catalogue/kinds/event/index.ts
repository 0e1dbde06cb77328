// Events: lectures, exhibitions, readings that take place somewhere.
import { readFileSync } from 'node:fs'
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { eventDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { audienceFacet, search } from './search.ts'

export const event = defineKind({
  entry: kindEntry('event'),
  facets: [audienceFacet],
  details: eventDetails,
  dated: ['begins'],
  search,
  manner,
  exports,
  facts,
  typeDefs: readFileSync(new URL('./details.graphql', import.meta.url), 'utf8'),
})
