// Compiles a sort specification into an order of documents.
import { compare, rankOf, type TextOrder } from '../bson/compare.ts'
import { fail } from '../bson/errors.ts'
import { emptyArray, type KeyPart, keysOf, ParallelArraysError } from '../bson/keys.ts'
import { checkFieldPath, type Path, pathOf } from './paths.ts'
import { valueAtPlace } from './update-path.ts'
import { type Document, isDocument, toWhole, type Value } from '../bson/values.ts'

/** The values a document is sorted by, one a key. */
export type SortKey = readonly KeyPart[]

/** A compiled sort: keys once a document, then comparisons. */
export interface Sort {
  /** The keys and directions in order. */
  readonly parts: readonly { readonly path: Path; readonly descending: boolean }[]
  keyOf(document: Document): SortKey
  compareKeys(a: SortKey, b: SortKey): number
  /** Compares two documents at once, for short lists. */
  compare(a: Document, b: Document): number
}

const maxParts = 32

/** Compiles `{ field: 1 | -1, ... }`. @throws MongoError 15972, 15974, 15975, 15976 or 115 for `$meta`. */
export function compileSort(spec: Document, texts?: TextOrder): Sort {
  if (spec.size > maxParts) fail(13103, `too many sort keys: ${spec.size}; at most ${maxParts}`)
  const parts = [...spec].map(([field, direction]) => {
    if (field === '$natural')
      fail(2, '$natural sort cannot be combined with other keys, nor have a value but 1 or -1')
    checkFieldPath(field)
    if (isDocument(direction))
      return fail(115, `sort by ${[...direction.keys()].join()} is not supported by the embedded store`)
    const order = toWhole(direction)
    if (order === undefined) return fail(15974, `Illegal key in $sort specification: ${field}`)
    if (order !== 1 && order !== -1)
      fail(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    return { path: pathOf(field), descending: order === -1 }
  })
  const paths = parts.map(({ path }) => path)
  const keyOf = (document: Document): SortKey => {
    const keys = allKeys(document, paths)
    let [best = []] = keys
    for (const key of keys) if (compareKeys(key, best) < 0) best = key
    return best
  }
  const compareKeys = (a: SortKey, b: SortKey): number => {
    for (const [i, part] of parts.entries()) {
      const order = compareParts(a[i], b[i], texts)
      if (order !== 0) return part.descending ? -order : order
    }
    return 0
  }
  return { parts, keyOf, compareKeys, compare: (a, b) => compareKeys(keyOf(a), keyOf(b)) }
}

/**
 * Every key of a document: one, or one for each element when the paths lead into an array. The least of them (each
 * part in its direction) sorts the document, so that parts of one key come from one element.
 */
function allKeys(document: Document, paths: readonly Path[]): SortKey[] {
  const [only] = paths
  const direct = only?.length === 1 ? document.get(only[0] ?? '') : undefined
  if (paths.length === 1 && only?.length === 1 && !Array.isArray(direct)) return [[direct ?? null]]
  try {
    return keysOf(document, paths, [], Infinity)
  } catch (error) {
    if (error instanceof ParallelArraysError) fail(2, 'cannot sort with keys that are parallel arrays')
    throw error
  }
}

/** An empty array stands between MinKey and null, as a missing value would. */
function compareParts(a: KeyPart | undefined, b: KeyPart | undefined, texts: TextOrder | undefined): number {
  const [x, y] = [a === emptyArray ? undefined : a, b === emptyArray ? undefined : b]
  return x === undefined || y === undefined ? rankOf(x) - rankOf(y) : compare(x, y, texts)
}

/** The order of elements of one array by their fields: whole values, arrays not taken apart, missing as null. */
export function elementOrder(spec: Document): (a: Value, b: Value) => number {
  const { parts } = compileSort(spec)
  return (a, b) => {
    for (const { path, descending } of parts) {
      const order = compare(fieldAt(a, path), fieldAt(b, path))
      if (order !== 0) return descending ? -order : order
    }
    return 0
  }
}

const fieldAt = (element: Value, path: Path): Value =>
  (isDocument(element) ? valueAtPlace(element, path) : undefined) ?? null
