// Compiles a sort specification into an order of documents.
import { compare, rankOf } from './compare.ts'
import type { TextOrder } from './environment.ts'
import { fail } from './errors.ts'
import { checkFieldPath, type Path, pathOf, positionOf } from './paths.ts'
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
    const keys = keysOf(document, paths)
    let [best = []] = keys
    for (const key of keys) if (compareKeys(key, best) < 0) best = key
    return best
  }
  const compareKeys = (a: SortKey, b: SortKey): number => {
    for (const [i, part] of parts.entries()) {
      const order = compareMissingAsNull(a[i], b[i], texts)
      if (order !== 0) return part.descending ? -order : order
    }
    return 0
  }
  return { parts, keyOf, compareKeys, compare: (a, b) => compareKeys(keyOf(a), keyOf(b)) }
}

/** A way through a document: where it stands, and the next part of its path. */
interface Way {
  readonly value: Value | undefined
  readonly path: Path
  readonly at: number
  /** An element of an array at the end of the path: taken as it is, even when it is an array itself. */
  readonly ended?: boolean
}

/**
 * Every key of a document: one, or one for each element when the paths lead into an array. The least of them (each
 * part in its direction) sorts the document, so that parts of one key come from one element.
 */
function keysOf(document: Document, paths: readonly Path[]): SortKey[] {
  const [only] = paths
  const direct = only?.length === 1 ? document.get(only[0] ?? '') : undefined
  if (paths.length === 1 && only?.length === 1 && !Array.isArray(direct)) return [[direct ?? null]]
  const keys: SortKey[] = []
  expand(
    paths.map((path) => follow({ value: document, path, at: 0 })),
    keys,
  )
  return keys
}

/** Goes on through documents, and through arrays by position, to the end or to an array. */
function follow(way: Way): Way {
  let { value, at } = way
  for (; at < way.path.length; at++) {
    const part = way.path[at] ?? ''
    const position = positionOf(part)
    if (isDocument(value)) value = value.get(part)
    else if (Array.isArray(value) && position !== undefined && position < value.length)
      value = value[position]
    else if (Array.isArray(value)) break
    else return { value: undefined, path: way.path, at: way.path.length }
  }
  return { value, path: way.path, at }
}

function expand(ways: readonly Way[], keys: SortKey[]): void {
  const open = ways.filter((way) => Array.isArray(way.value) && !way.ended)
  const [first] = open
  const array = first?.value
  if (!Array.isArray(array)) {
    keys.push(ways.map((way) => (way.value === emptyArray ? undefined : (way.value ?? null))))
    return
  }
  if (open.some((way) => way.value !== array)) fail(2, 'cannot sort with keys that are parallel arrays')
  if (keys.length > maxKeys) fail(2, `a document has more than ${maxKeys} sort keys`)
  const elements: readonly (Value | undefined)[] = array.length === 0 ? [undefined] : array
  for (const element of elements) {
    const next = ways.map((way): Way => {
      if (way.value !== array) return way
      const ended = way.at === way.path.length
      if (ended) return { ...way, value: array.length === 0 ? emptyArray : element, ended }
      return isDocument(element)
        ? follow({ ...way, value: element })
        : { ...way, value: undefined, at: way.path.length }
    })
    expand(next, keys)
  }
}

/** Stands for an empty array while keys are made. */
const emptyArray: Value[] = []
const maxKeys = 1_000_000

/** In a sort key `undefined` stands for an empty array, which MongoDB puts between MinKey and null. */
function compareMissingAsNull(
  a: Value | undefined,
  b: Value | undefined,
  texts: TextOrder | undefined,
): number {
  if (a === undefined || b === undefined) return rankOf(a) - rankOf(b)
  return compare(a, b, texts)
}
