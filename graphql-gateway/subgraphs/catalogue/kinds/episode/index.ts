// Episodes: parts of an audiobook or a series that are records of their own.
import { readFileSync } from 'node:fs'
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { episodeDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { search } from './search.ts'

export const episode = defineKind({
  entry: kindEntry('episode'),
  details: episodeDetails,
  dated: ['issued', 'created'],
  search,
  manner,
  exports,
  facts,
  typeDefs: readFileSync(new URL('./details.graphql', import.meta.url), 'utf8'),
})
