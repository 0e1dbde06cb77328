// The document an upsert inserts: the filter's equalities, then the update.
import { checkId } from './stored-id.ts'
import { compareText } from '../bson/compare.ts'
import { fail } from '../bson/errors.ts'
import { isOperators } from './filter.ts'
import { pathOf } from './paths.ts'
import type { Update } from './update.ts'
import { putAt } from './update-path.ts'
import { BSONRegExp, copy, type Document, isDocument, type Value } from '../bson/values.ts'

/**
 * The document to insert when nothing matched. `_id` stands first; when neither filter nor update names one it is
 * absent, and the caller makes it.
 * @throws MongoError 54 when the filter gives one path two values, or errors of the update.
 */
export function upsertDocument(filter: Document, update: Update): Document {
  const equalities: [string, Value][] = []
  collect(filter, equalities)
  // New fields come in the order of their names.
  equalities.sort(([a], [b]) => compareText(a, b))
  const base: Document = new Map()
  const seen: string[] = []
  for (const [path, value] of equalities) {
    if (update.kind === 'replacement' && path.startsWith('_id.'))
      fail(111, `cannot infer query fields to set, path '${path}' is a part of _id`)
    if (update.kind === 'replacement' && path !== '_id') continue
    if (
      seen.some(
        (other) => other === path || `${other}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${other}.`),
      )
    ) {
      fail(54, `cannot infer query fields to set, path '${path}' is matched twice`)
    }
    seen.push(path)
    putAt(base, pathOf(path), copy(value))
  }
  const document = update.apply(base, undefined, true) ?? base
  const id = document.get('_id')
  if (id === undefined) return document
  return new Map<string, Value>([['_id', checkId(id)], ...[...document].filter(([key]) => key !== '_id')])
}

function collect(filter: Document, into: [string, Value][]): void {
  for (const [key, value] of filter) {
    if (key === '$and' || (key === '$or' && Array.isArray(value) && value.length === 1)) {
      if (Array.isArray(value)) for (const part of value) if (isDocument(part)) collect(part, into)
    } else if (!key.startsWith('$')) {
      for (const equality of equalitiesOf(value)) into.push([key, equality])
    }
  }
}

function equalitiesOf(value: Value): Value[] {
  if (value instanceof BSONRegExp) return []
  if (!isOperators(value)) return [value]
  const plain = (item: Value) => !(item instanceof BSONRegExp) && !isOperators(item)
  const found: Value[] = []
  for (const [operator, operand] of value) {
    if (operator === '$eq') found.push(operand)
    const list = Array.isArray(operand) ? operand : []
    if (operator === '$all' || (operator === '$in' && list.length === 1)) found.push(...list.filter(plain))
  }
  return found
}

/** @throws MongoError 224 when an upsert's filter has `$expr`: no field could be taken from it. */
export function checkUpsertFilter(filter: Document): void {
  for (const [key, value] of filter) {
    if (key === '$expr') fail(224, '$expr is not allowed in the query predicate for an upsert')
    if (['$and', '$or', '$nor'].includes(key) && Array.isArray(value))
      for (const part of value) if (isDocument(part)) checkUpsertFilter(part)
  }
}
