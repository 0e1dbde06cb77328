// Lectures: of a course, or by themselves.
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { levelFacet } from '../level.ts'
import { lectureDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { search } from './search.ts'

export const lecture = defineKind({
  entry: kindEntry('lecture'),
  facets: [levelFacet],
  details: lectureDetails,
  dated: ['issued', 'begins', 'created'],
  search,
  manner,
  exports,
  facts,
})
