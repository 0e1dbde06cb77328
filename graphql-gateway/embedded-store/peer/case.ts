// What both servers are asked: documents, and one operation on them.
import type { Document, Value } from '../bson/values.ts'

/** Documents of one collection and the command to run on it. */
export interface PeerCase {
  readonly documents: readonly Document[]
  /** The command's name and its fields after the collection. */
  readonly name: string
  readonly fields: readonly (readonly [string, Value])[]
  /** Groups the report. */
  readonly kind: string
}
