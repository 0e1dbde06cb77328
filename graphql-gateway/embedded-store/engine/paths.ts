// Dotted paths: how filters walk them (arrays expand, numbers may be positions) and how expressions do.
import { isDocument, type Document, type Value } from './values.ts'

/** A path taken apart at its dots. */
export type Path = readonly string[]

/** Takes a dotted path apart. */
export function pathOf(text: string): Path {
  return text.includes('.') ? text.split('.') : [text]
}

const digits = /^(0|[1-9]\d{0,9})$/

/** The array position a path part names, or undefined. */
export function positionOf(part: string | undefined): number | undefined {
  return part !== undefined && digits.test(part) ? Number(part) : undefined
}

/** What a walk does with a value it found: true ends the walk. */
export type Visit = (value: Value | undefined) => boolean

/**
 * Walks a filter's path as MongoDB's matcher does, until `visit` answers true. An array on the way offers each of
 * its documents and, for a number in the path, the element at that position. An array at the end offers its elements
 * and then itself, or with `whole` only itself. A path that leaves the document offers `undefined`.
 */
export function walk(document: Document, path: Path, whole: boolean, visit: Visit, from = 0): boolean {
  let value: Value | undefined = document
  let at = from
  while (at < path.length) {
    if (Array.isArray(value)) return walkArray(value, path, at, whole, visit)
    if (!isDocument(value)) return visit(undefined)
    value = value.get(path[at++] ?? '')
  }
  if (Array.isArray(value) && !whole) {
    for (const element of value) if (visit(element)) return true
  }
  return visit(value)
}

function walkArray(array: Value[], path: Path, at: number, whole: boolean, visit: Visit): boolean {
  for (const element of array) {
    if (isDocument(element) && walk(element, path, whole, visit, at)) return true
  }
  const position = positionOf(path[at])
  if (position === undefined || position >= array.length) return false
  const element = array[position]
  if (at + 1 === path.length) {
    if (Array.isArray(element) && !whole) {
      for (const inner of element) if (visit(inner)) return true
    }
    return visit(element)
  }
  if (isDocument(element)) return walk(element, path, whole, visit, at + 1)
  return Array.isArray(element) && walkArray(element, path, at + 1, whole, visit)
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
