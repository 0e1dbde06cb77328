// Open courses: lectures of a term, described as a whole.
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { levelFacet } from '../level.ts'
import { courseDetails } from './details.ts'
import { exports, manner } from './export.ts'
import { facts } from './facts.ts'
import { search } from './search.ts'

export const course = defineKind({
  entry: kindEntry('course'),
  facets: [levelFacet],
  details: courseDetails,
  dated: ['issued', 'begins'],
  search,
  manner,
  exports,
  facts,
})
