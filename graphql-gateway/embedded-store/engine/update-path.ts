// Paths of updates: `$`, `$[]` and `$[name]` become places in the document at hand, and values are put there.
import { fail } from '../bson/errors.ts'
import type { Match } from './filter-contract.ts'
import { type Path, pathOf, positionOf } from './paths.ts'
import { type Document, isDocument, type Value, typeOf } from '../bson/values.ts'

/** Elements of an array a `$[name]` stands for. */
export type ArrayFilters = ReadonlyMap<string, (element: Value) => boolean>

/** Most elements an update may add to reach a position (MongoDB's own number). */
const maxBackfill = 1_500_000
const maxPlaces = 100_000

const identifier = /^\$\[(.*)\]$/

/** Checks an update's path. @throws MongoError 56, 52. */
export function updatePath(text: string): Path {
  if (text === '') fail(56, 'An empty update path is not valid.')
  const path = pathOf(text)
  for (const part of path) {
    if (part === '') fail(56, `The update path '${text}' contains an empty field name, which is not allowed.`)
    if (part.startsWith('$') && part !== '$' && !identifier.test(part)) {
      fail(52, `The dollar ($) prefixed field '${part}' in '${text}' is not valid for storage.`)
    }
  }
  const [first = ''] = path
  if (first === '$' || identifier.test(first)) {
    fail(2, `Cannot have positional (i.e. '$') element in the first position in path '${text}'`)
  }
  if (path.filter((part) => part === '$').length > 1) {
    fail(2, `Too many positional (i.e. '$') elements found in path '${text}'`)
  }
  return path
}

/** Names of the array filters a path uses. */
export function filterNames(path: Path): string[] {
  return path.flatMap((part) => identifier.exec(part)?.[1] || [])
}

/** Every place of a document an update path means, positional parts replaced by positions. */
export function placesOf(
  document: Document,
  path: Path,
  match: Match | undefined,
  filters: ArrayFilters,
): Path[] {
  if (!path.some((part) => part.startsWith('$'))) return [path]
  const places: Path[] = []
  const enter = (value: Value | undefined, at: number, done: string[]): void => {
    for (; at < path.length; at++) {
      const part = path[at] ?? ''
      const all = identifier.exec(part)
      if (part === '$') {
        const position = match?.position
        if (match?.ambiguous)
          fail(
            115,
            'The positional operator after conditions that several elements met is not supported by the embedded store: use $elemMatch or arrayFilters',
          )
        if (position === undefined || !Array.isArray(value))
          fail(2, 'The positional operator did not find the match needed from the query.')
        done.push(String(position))
        value = stepInto(value, String(position))
      } else if (all) {
        if (value === undefined) {
          fail(2, `The path '${done.join('.')}' must exist in the document in order to apply array updates.`)
        }
        if (!Array.isArray(value))
          return fail(
            2,
            `Cannot apply array updates to non-array element ${done.join('.')}: ${typeOf(value ?? null)}`,
          )
        const wanted = all[1] ? filters.get(all[1]) : undefined
        for (const [i, element] of value.entries()) {
          if (!wanted || wanted(element)) enter(element, at + 1, [...done, String(i)])
        }
        return
      } else {
        done.push(part)
        value = stepInto(value, part)
      }
    }
    if (places.length >= maxPlaces)
      fail(2, `Update path '${path.join('.')}' means more than ${maxPlaces} places`)
    places.push(done)
  }
  enter(document, 0, [])
  return places
}

function stepInto(value: Value | undefined, part: string): Value | undefined {
  if (isDocument(value)) return value.get(part)
  const position = Array.isArray(value) ? positionOf(part) : undefined
  return Array.isArray(value) && position !== undefined ? value[position] : undefined
}

/** The value at a place without positional parts; undefined when the way ends early. */
export function valueAtPlace(document: Document, place: Path): Value | undefined {
  let value: Value | undefined = document
  for (const part of place) value = stepInto(value, part)
  return value
}

/**
 * Puts a value at a place, creating documents on the way.
 * @throws MongoError 28 when a scalar or a name in an array is in the way, 34 for far positions.
 */
export function putAt(document: Document, place: Path, value: Value): void {
  let container: Value = document
  for (let at = 0; at < place.length; at++) {
    const part = place[at] ?? ''
    const last = at === place.length - 1
    const inside: Value | undefined = stepInto(container, part)
    const next: Value = last ? value : (inside ?? new Map<string, Value>())
    if (isDocument(container)) {
      if (last || inside === undefined) container.set(part, next)
    } else if (Array.isArray(container)) {
      const position = positionOf(part)
      if (position === undefined) {
        return fail(28, `Cannot create field '${part}' in element {${place[at - 1]}: array}`)
      }
      if (position > container.length + maxBackfill) {
        fail(34, `Cannot create element ${position}: more than ${maxBackfill} elements would be added`)
      }
      while (container.length < position) container.push(null)
      if (last || inside === undefined) container[position] = next
    } else
      return fail(28, `Cannot create field '${part}' in element {${place[at - 1]}: ${typeOf(container)}}`)
    if (!last && inside === null)
      fail(28, `Cannot create field '${place[at + 1]}' in element {${part}: null}`)
    container = next
  }
}

/** Removes the value at a place; an array keeps null there. */
export function removeAt(document: Document, place: Path): void {
  const parent = valueAtPlace(document, place.slice(0, -1))
  const part = place[place.length - 1] ?? ''
  if (isDocument(parent)) parent.delete(part)
  const position = Array.isArray(parent) ? positionOf(part) : undefined
  if (Array.isArray(parent) && position !== undefined && position < parent.length) parent[position] = null
}

/** Order of update paths: numeric parts by number, others by text (MongoDB 5.0 and later). */
export function comparePaths(a: Path, b: Path): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const [x = '', y = ''] = [a[i], b[i]]
    if (x === y) continue
    const [m, n] = [positionOf(x), positionOf(y)]
    if (m !== undefined && n !== undefined) return m - n
    return x < y ? -1 : 1
  }
  return a.length - b.length
}

/**
 * @throws MongoError 40 when two paths are the same, one holds the other, or one takes every element of an array
 * (`$[]`) of which another takes one by name.
 */
export function checkConflicts(paths: readonly Path[]): void {
  const seen = new Map<string, 'whole' | 'elements' | 'fields'>()
  for (const path of paths) {
    for (let length = 1; length <= path.length; length++) {
      const key = path.slice(0, length).join('.')
      const next = path[length]
      const use = next === undefined ? 'whole' : identifier.test(next) ? 'elements' : 'fields'
      const before = seen.get(key)
      if (before !== undefined && (before !== use || use === 'whole')) {
        fail(40, `Updating the path '${path.join('.')}' would create a conflict at '${key}'`)
      }
      seen.set(key, use)
    }
  }
}
