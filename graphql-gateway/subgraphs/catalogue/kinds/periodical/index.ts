// Periodicals: what comes out in issues, described as a whole.
import { readFileSync } from 'node:fs'
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { classificationFacet } from '../classification.ts'
import { periodicalDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { search } from './search.ts'

export const periodical = defineKind({
  entry: kindEntry('periodical'),
  facets: [classificationFacet],
  details: periodicalDetails,
  dated: ['begins', 'issued'],
  search,
  manner,
  exports,
  facts,
  typeDefs: readFileSync(new URL('./details.graphql', import.meta.url), 'utf8'),
})
