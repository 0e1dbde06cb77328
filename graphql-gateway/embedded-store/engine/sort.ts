// Compiles a sort specification into an order of documents.
import { compare, rankOf } from './compare.ts'
import { fail } from './errors.ts'
import { checkFieldPath } from './expression.ts'
import { type Path, pathOf, walk } from './paths.ts'
import { type Document, isDocument, toWhole, type Value } from './values.ts'

/** The values a document is sorted by, one a key. */
export type SortKey = readonly (Value | undefined)[]

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
export function compileSort(spec: Document): Sort {
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
  const keyOf = (document: Document): SortKey =>
    parts.map(({ path, descending }) => keyPart(document, path, descending))
  const compareKeys = (a: SortKey, b: SortKey): number => {
    for (const [i, part] of parts.entries()) {
      const order = compareMissingAsNull(a[i], b[i])
      if (order !== 0) return part.descending ? -order : order
    }
    return 0
  }
  return { parts, keyOf, compareKeys, compare: (a, b) => compareKeys(keyOf(a), keyOf(b)) }
}

/** A document is sorted by the least element of an array, descending by the greatest; an empty array before null. */
function keyPart(document: Document, path: Path, descending: boolean): Value | undefined {
  const [name = ''] = path
  const direct = path.length === 1 ? document.get(name) : undefined
  if (path.length === 1 && !Array.isArray(direct)) return direct ?? null
  let best: Value | undefined
  let found = false
  const offer = (value: Value | undefined): boolean => {
    if (!found || compareMissingAsNull(value, best) * (descending ? -1 : 1) < 0) best = value
    found = true
    return false
  }
  walk(document, path, true, (value) => {
    if (!Array.isArray(value)) return offer(value ?? null)
    if (value.length === 0) return offer(undefined)
    for (const element of value) offer(element)
    return false
  })
  return found ? best : null
}

/** In a sort key `undefined` stands for an empty array, which MongoDB puts between MinKey and null. */
function compareMissingAsNull(a: Value | undefined, b: Value | undefined): number {
  if (a === undefined || b === undefined) return rankOf(a) - rankOf(b)
  return compare(a, b)
}
