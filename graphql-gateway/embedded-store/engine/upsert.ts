// The document an upsert inserts: the filter's equalities, then the update.
import { fail } from './errors.ts'
import { isOperators } from './filter.ts'
import { pathOf } from './paths.ts'
import type { Update } from './update.ts'
import { putAt, valueAtPlace } from './update-path.ts'
import { BSONRegExp, copy, type Document, isDocument, type Value } from './values.ts'

/**
 * The document to insert when nothing matched. `_id` stands first; when neither filter nor update names one it is
 * absent, and the caller makes it.
 * @throws MongoError 54 when the filter gives one path two values, or errors of the update.
 */
export function upsertDocument(filter: Document, update: Update): Document {
  const equalities: [string, Value][] = []
  collect(filter, equalities)
  const base: Document = new Map()
  for (const [path, value] of equalities) {
    if (update.kind === 'replacement' && path !== '_id') continue
    if (valueAtPlace(base, pathOf(path)) !== undefined) {
      fail(54, `cannot infer query fields to set, path '${path}' is matched twice`)
    }
    putAt(base, pathOf(path), copy(value))
  }
  const document = update.apply(base, undefined, true) ?? base
  const id = document.get('_id')
  if (id === undefined) return document
  return new Map<string, Value>([['_id', id], ...[...document].filter(([key]) => key !== '_id')])
}

function collect(filter: Document, into: [string, Value][]): void {
  for (const [key, value] of filter) {
    if (key === '$and' || (key === '$or' && Array.isArray(value) && value.length === 1)) {
      if (Array.isArray(value)) for (const part of value) if (isDocument(part)) collect(part, into)
    } else if (!key.startsWith('$')) {
      const equality = equalityOf(value)
      if (equality !== undefined) into.push([key, equality])
    }
  }
}

function equalityOf(value: Value): Value | undefined {
  if (value instanceof BSONRegExp) return undefined
  if (!isOperators(value)) return value
  const eq = value.get('$eq')
  if (eq !== undefined) return eq
  for (const name of ['$in', '$all']) {
    const list = value.get(name)
    if (Array.isArray(list) && list.length === 1 && !(list[0] instanceof BSONRegExp) && !isOperators(list[0]))
      return list[0]
  }
  return undefined
}
