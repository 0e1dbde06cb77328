// Books: a work of one or several volumes, or one in chapters that is read here.
import { readFileSync } from 'node:fs'
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { classificationFacet } from '../classification.ts'
import { bookDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { search } from './search.ts'

export const book = defineKind({
  entry: kindEntry('book'),
  facets: [classificationFacet],
  details: bookDetails,
  dated: ['issued', 'created'],
  search,
  manner,
  exports,
  facts,
  typeDefs: readFileSync(new URL('./details.graphql', import.meta.url), 'utf8'),
})
