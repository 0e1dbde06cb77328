// Objects: what museums and libraries keep that is no text.
import { readFileSync } from 'node:fs'
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { materialFacet, techniqueFacet } from '../made.ts'
import { objectDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { search } from './search.ts'

export const object = defineKind({
  entry: kindEntry('object'),
  facets: [materialFacet, techniqueFacet],
  details: objectDetails,
  dated: ['created'],
  search,
  manner,
  exports,
  facts,
  typeDefs: readFileSync(new URL('./details.graphql', import.meta.url), 'utf8'),
})
