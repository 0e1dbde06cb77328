// Persons that are described for themselves.
import { readFileSync } from 'node:fs'
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { personDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { occupationFacet, search } from './search.ts'

export const person = defineKind({
  entry: kindEntry('person'),
  facets: [occupationFacet],
  details: personDetails,
  dated: ['born', 'died'],
  search,
  manner,
  exports,
  facts,
  typeDefs: readFileSync(new URL('./details.graphql', import.meta.url), 'utf8'),
})
