// Issues of periodicals.
import { readFileSync } from 'node:fs'
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { issueDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { search } from './search.ts'

export const issue = defineKind({
  entry: kindEntry('issue'),
  details: issueDetails,
  dated: ['issued'],
  search,
  manner,
  exports,
  facts,
  typeDefs: readFileSync(new URL('./details.graphql', import.meta.url), 'utf8'),
})
