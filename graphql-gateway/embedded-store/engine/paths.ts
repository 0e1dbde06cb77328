// Dotted paths: their names, how filters walk them (arrays expand, numbers may be positions) and how expressions do.
import { fail } from '../bson/errors.ts'
import { isDocument, type Document, type Value } from '../bson/values.ts'

/** A path taken apart at its dots. */
export type Path = readonly string[]

/** Takes a dotted path apart. */
export function pathOf(text: string): Path {
  return text.includes('.') ? text.split('.') : [text]
}

/** Checks the names of a field path. @throws MongoError 40352, 40353, 15998, 16410, 16411. */
export function checkFieldPath(path: string): void {
  if (path === '') fail(40352, 'FieldPath cannot be constructed with empty string')
  if (path.endsWith('.')) fail(40353, `FieldPath must not end with a '.': ${path}`)
  for (const part of pathOf(path)) {
    if (part === '') fail(15998, 'FieldPath field names may not be empty strings.')
    if (part.startsWith('$')) fail(16410, `FieldPath field names may not start with '$': ${part}`)
    if (part.includes('\0')) fail(16411, 'FieldPath field names may not contain a zero byte')
  }
}

const digits = /^(0|[1-9]\d{0,9})$/

/** The array position a path part names, or undefined. */
export function positionOf(part: string | undefined): number | undefined {
  return part !== undefined && digits.test(part) ? Number(part) : undefined
}

/** What a walk does with a value it found, and its place in the outermost array on the way; true ends the walk. */
export type Visit = (value: Value | undefined, place: number | undefined) => boolean

/**
 * Walks a filter's path as MongoDB's matcher does, until `visit` answers true. An array on the way offers each of
 * its documents and, for a number in the path, the element at that position. An array at the end offers its elements
 * and then itself, or with `whole` only itself. A path that leaves the document offers `undefined`.
 */
export function walk(
  document: Document,
  path: Path,
  whole: boolean,
  visit: Visit,
  from = 0,
  place?: number,
): boolean {
  let value: Value | undefined = document
  let at = from
  while (at < path.length) {
    if (Array.isArray(value)) return walkArray(value, path, at, whole, visit, place)
    if (!isDocument(value)) return visit(undefined, place)
    value = value.get(path[at++] ?? '')
  }
  return visitLeaf(value, whole, visit, place)
}

function visitLeaf(
  value: Value | undefined,
  whole: boolean,
  visit: Visit,
  place: number | undefined,
): boolean {
  if (Array.isArray(value) && !whole) {
    for (const [i, element] of value.entries()) if (visit(element, place ?? i)) return true
  }
  return visit(value, place)
}

function walkArray(
  array: Value[],
  path: Path,
  at: number,
  whole: boolean,
  visit: Visit,
  place: number | undefined,
): boolean {
  for (const [i, element] of array.entries()) {
    if (isDocument(element) && walk(element, path, whole, visit, at, place ?? i)) return true
  }
  const position = positionOf(path[at])
  const element = position === undefined ? undefined : array[position]
  if (element === undefined) return false
  // An array found by position is offered as it is, not taken apart; naming it is no match of the positional `$`.
  if (at + 1 === path.length) return visit(element, place)
  if (isDocument(element)) return walk(element, path, whole, visit, at + 1, place)
  return Array.isArray(element) && walkArray(element, path, at + 1, whole, visit, place)
}

/** The value of an expression's path: arrays are mapped over, numbers are only names. */
export function valueAt(value: Value | undefined, path: Path, from = 0): Value | undefined {
  let current = value
  for (let at = from; at < path.length; at++) {
    if (isDocument(current)) current = current.get(path[at] ?? '')
    else if (Array.isArray(current)) {
      const result: Value[] = []
      for (const element of current) {
        const inner = isDocument(element) || Array.isArray(element) ? valueAt(element, path, at) : undefined
        if (inner !== undefined) result.push(inner)
      }
      return result
    } else return undefined
  }
  return current
}
