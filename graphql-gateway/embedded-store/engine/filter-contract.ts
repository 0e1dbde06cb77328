// What a compiled filter is: a test of one document, made of tests of one element each.
import type { Bindings } from './environment.ts'
import type { Document, Value } from '../bson/values.ts'

/** Notes of a match, for the positional `$` of updates and projections. */
export interface Match {
  /** Place of the array element that made the filter match. */
  position?: number
  /** Several conditions were met by elements at different places: which of them decides is for MongoDB alone to say. */
  ambiguous?: true
}

/** Whether a document fits; notes the matched array place in `match`, and sees variables of an outer pipeline. */
export type Filter = (document: Document, match?: Match, bindings?: Bindings) => boolean

/** A test of one element found at a path; `undefined` is a missing field. */
export type ElementTest = (
  value: Value | undefined,
  match: Match | undefined,
  bindings: Bindings | undefined,
) => boolean
