// Videos.
import { readFileSync } from 'node:fs'
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { videoDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { captionsFacet, search } from './search.ts'

export const video = defineKind({
  entry: kindEntry('video'),
  facets: [captionsFacet],
  details: videoDetails,
  dated: ['issued', 'created'],
  search,
  manner,
  exports,
  facts,
  typeDefs: readFileSync(new URL('./details.graphql', import.meta.url), 'utf8'),
})
