// What the outside gives a query: the clock, command variables, other collections and the time limit.
import type { TextOrder } from '../bson/compare.ts'
import type { Document, Value } from '../bson/values.ts'

/** Documents of another collection, for `$lookup`, `$unionWith` and `$graphLookup`. */
export interface Source {
  /** Whether an equality on this path is cheap; otherwise the engine reads everything once and keeps a table. */
  finds?(path: string): boolean
  /** Every document; with an equality, only those that may match it (the engine checks again). */
  documents(equality?: { readonly path: string; readonly values: readonly Value[] }): Documents
}

/** A stream of documents. */
export type Documents = Iterable<Document> | AsyncIterable<Document>

/** Everything a compiled query may ask of the outside. */
export interface Environment {
  /** `$$NOW`, and the time `$currentDate` writes. */
  readonly now: Date
  /** The command's `let`: expressions without fields. */
  readonly variables?: Document
  /** The order of texts in filters and sorts where it is not that of code points; expressions are then refused. */
  readonly collation?: TextOrder | undefined
  /** The filter looks at parts of documents, where `$expr` has no meaning. */
  readonly inside?: true
  /** A number from 0 to below 1, for `$sample` and `$rand`; without it they are refused. */
  readonly random?: () => number
  /** What is compiled is computed once and for all, `$rand` too (the command's `let`). */
  readonly once?: true
  /** Called often in long work; throws when the command's time is over. */
  readonly tick?: () => void
  /** Notes bytes kept until the end of the command and its cursor; throws when all commands together keep too much. */
  readonly keep?: (bytes: number) => void
  /** Opens another collection of the same database by name. */
  readonly collection?: (name: string) => Source
  /** Bytes a stage may keep before it fails with error 292; 100 MB when absent. */
  readonly memoryLimit?: number
}

/** A variable's value with those around it; the innermost of a name counts. */
export interface Bindings {
  readonly name: string
  readonly value: Value | undefined
  readonly outer: Bindings | undefined
}

/** Adds one variable. */
export function bind(name: string, value: Value | undefined, outer: Bindings | undefined): Bindings {
  return { name, value, outer }
}
