// Pictures: photographs, paintings, prints, maps as images.
import { readFileSync } from 'node:fs'
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { techniqueFacet } from '../made.ts'
import { pictureDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { search } from './search.ts'

export const picture = defineKind({
  entry: kindEntry('picture'),
  facets: [techniqueFacet],
  details: pictureDetails,
  dated: ['created', 'issued'],
  search,
  manner,
  exports,
  facts,
  typeDefs: readFileSync(new URL('./details.graphql', import.meta.url), 'utf8'),
})
