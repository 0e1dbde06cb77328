// The keys of a document by some of its fields, for indexes and sorts: arrays give one key an element, missing fields null.
import { type Document, isDocument, type Value } from './values.ts'

/** Stands for an empty array in a key: before null, as MongoDB orders it. */
export const emptyArray = Symbol('empty array')
/** A value in a key; a missing field is null there. */
export type KeyPart = Value | typeof emptyArray

/** Two fields of one key lead into different arrays of one document (MongoDB refuses such documents). */
export class ParallelArraysError extends Error {
  constructor(first: string, second: string) {
    super(`there are no keys for parallel arrays [${second}] [${first}]`)
  }
}

/** A document has more keys than wanted. */
export class TooManyKeysError extends Error {}

interface Walker {
  readonly field: number
  readonly path: readonly string[]
  readonly at: number
  readonly value: Value | undefined
  readonly done: boolean
}

/**
 * All keys of a document: one list of parts each. `multikey[i]` is set when field i went through an array.
 * @throws ParallelArraysError; TooManyKeysError for more than `most`.
 */
export function keysOf(
  document: Document,
  paths: readonly (readonly string[])[],
  multikey: boolean[],
  most: number,
): KeyPart[][] {
  const found: KeyPart[][] = []
  expand(
    paths.map((path, field) => ({ field, path, at: 0, value: document, done: false })),
    { paths, multikey, most, found },
  )
  return found
}

interface Search {
  readonly paths: readonly (readonly string[])[]
  readonly multikey: boolean[]
  readonly most: number
  readonly found: KeyPart[][]
}

/** Follows documents until the path ends, a field is missing, or an array stands in the way. */
function advance(walker: Walker): Walker {
  if (walker.done) return walker
  let { at, value } = walker
  for (;;) {
    if (Array.isArray(value)) {
      const part = walker.path[at]
      const position = part !== undefined && /^\d{1,9}$/.test(part) ? Number(part) : undefined
      if (position === undefined || position >= value.length) return { ...walker, at, value }
      value = value[position]
      at++
      continue
    }
    const part = walker.path[at]
    if (part === undefined) return { ...walker, at, value, done: true }
    if (!isDocument(value)) return { ...walker, at, value: undefined, done: true }
    value = value.get(part)
    at++
  }
}

function expand(from: readonly Walker[], search: Search): void {
  const { paths, multikey, most, found } = search
  const walkers = from.map(advance)
  const inArray = walkers.find((walker) => !walker.done)
  if (!inArray || !Array.isArray(inArray.value)) {
    if (found.length >= most)
      throw new TooManyKeysError(`a document may have at most ${most} entries in one index`)
    found.push(walkers.map(({ value }) => value ?? null))
    return
  }
  const array = inArray.value
  for (const walker of walkers) {
    if (walker.done) continue
    multikey[walker.field] = true
    if (walker.value !== array)
      throw new ParallelArraysError(
        paths[inArray.field]?.join('.') ?? '',
        paths[walker.field]?.join('.') ?? '',
      )
  }
  if (array.length === 0) {
    found.push(
      walkers.map((walker) =>
        walker.done ? (walker.value ?? null) : walker.at === walker.path.length ? emptyArray : null,
      ),
    )
    return
  }
  for (const element of array) {
    const next = walkers.map((walker): Walker => {
      if (walker.done) return walker
      if (walker.at === walker.path.length) return { ...walker, value: element, done: true }
      if (isDocument(element)) return { ...walker, value: element }
      return { ...walker, value: undefined, done: true }
    })
    expand(next, search)
  }
}

/** Whether the document has at least one of the fields (what a sparse index asks). */
export function hasAny(document: Document, paths: readonly (readonly string[])[]): boolean {
  return paths.some((path) => reaches(document, path, 0))
}

function reaches(value: Value | undefined, path: readonly string[], at: number): boolean {
  const part = path[at]
  if (part === undefined) return value !== undefined
  if (isDocument(value)) return reaches(value.get(part), path, at + 1)
  if (!Array.isArray(value)) return false
  return value.some((element) => isDocument(element) && reaches(element, path, at))
}
