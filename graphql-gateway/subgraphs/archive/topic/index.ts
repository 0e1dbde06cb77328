// Topics: what the web archive collects about one matter.
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { topicDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { search } from './search.ts'

export const topic = defineKind({
  entry: kindEntry('topic'),
  details: topicDetails,
  dated: ['captured', 'created'],
  search,
  manner,
  exports,
  facts,
})
