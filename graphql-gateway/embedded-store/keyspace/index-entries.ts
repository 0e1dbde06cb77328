// Which keys a document has in an index: arrays give one entry an element, missing fields stand as null.
import type { Document, Value } from '../engine/values.ts'
import { emptyArray, type KeyPart } from './key-order.ts'

/** Two fields of one index lead into different arrays of one document (MongoDB refuses such documents). */
export class ParallelArraysError extends Error {
  constructor(first: string, second: string) {
    super(`cannot index parallel arrays [${second}] [${first}]`)
  }
}

/** A document has more entries in one index than the store allows. */
export class TooManyEntriesError extends Error {}

/** Most entries one document may have in one index. */
export const mostEntries = 10_000

interface Walker {
  readonly field: number
  readonly path: readonly string[]
  readonly at: number
  readonly value: Value | undefined
  readonly done: boolean
}

/** All entries of a document: one list of parts each. `multikey[i]` is set when field i went through an array. */
export function entriesOf(
  document: Document,
  paths: readonly (readonly string[])[],
  multikey: boolean[],
): KeyPart[][] {
  const found: KeyPart[][] = []
  expand(
    paths.map((path, field) => ({ field, path, at: 0, value: document, done: false })),
    paths,
    multikey,
    found,
  )
  return found
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
    if (!(value instanceof Map)) return { ...walker, at, value: undefined, done: true }
    value = value.get(part)
    at++
  }
}

function expand(
  from: readonly Walker[],
  paths: readonly (readonly string[])[],
  multikey: boolean[],
  found: KeyPart[][],
): void {
  const walkers = from.map(advance)
  const inArray = walkers.find((walker) => !walker.done)
  if (!inArray || !Array.isArray(inArray.value)) {
    if (found.length >= mostEntries)
      throw new TooManyEntriesError(`a document may have at most ${mostEntries} entries in one index`)
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
      if (element instanceof Map) return { ...walker, value: element }
      return { ...walker, value: undefined, done: true }
    })
    expand(next, paths, multikey, found)
  }
}

/** Whether the document has at least one of the fields (what a sparse index asks). */
export function hasAny(document: Document, paths: readonly (readonly string[])[]): boolean {
  return paths.some((path) => reaches(document, path, 0))
}

function reaches(value: Value | undefined, path: readonly string[], at: number): boolean {
  const part = path[at]
  if (part === undefined) return value !== undefined
  if (value instanceof Map) return reaches(value.get(part), path, at + 1)
  if (!Array.isArray(value)) return false
  return value.some((element) => element instanceof Map && reaches(element, path, at))
}
