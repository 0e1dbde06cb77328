// Whether a filter makes sure that a partial index holds all its matches.
import { compare, equal } from '../bson/compare.ts'
import { isDocument, type Document, type Value } from '../bson/values.ts'
import { kindOf } from '../keyspace/key-order.ts'
import type { Condition, Conditions } from './conditions.ts'

/** True only when every document the filter matches also matches the partial filter. */
export function implies(filter: Document, conditions: Conditions, partial: Document): boolean {
  for (const [path, demand] of partial) {
    const said = filter.get(path)
    if (said !== undefined && equal(said, demand)) continue
    const condition = conditions.byPath.get(path)
    if (!condition || path.startsWith('$')) return false
    const operators = isDocument(demand) && [...demand.keys()][0]?.startsWith('$')
    if (!operators) {
      if (!meets(condition, '$eq', demand)) return false
      continue
    }
    for (const [operator, operand] of demand) if (!meets(condition, operator, operand)) return false
  }
  return true
}

function meets({ equals, low, high, prefix, exists }: Condition, operator: string, operand: Value): boolean {
  const all = (test: (value: Value) => boolean): boolean =>
    equals !== undefined && equals.length > 0 && equals.every(test)
  const sameKind = (value: Value): boolean => kindOf(value) === kindOf(operand)
  switch (operator) {
    case '$eq':
      return all((value) => equal(value, operand))
    case '$exists':
      if (operand !== true) return false
      return exists === true || all((value) => value !== null) || (low ?? high ?? prefix) !== undefined
    case '$gt':
    case '$gte': {
      const enough = (value: Value): boolean =>
        sameKind(value) && compare(value, operand) > (operator === '$gt' ? 0 : -1)
      if (all(enough)) return true
      if (!low || !sameKind(low.value)) return false
      const side = compare(low.value, operand)
      return side > 0 || (side === 0 && (operator === '$gte' || !low.inclusive))
    }
    case '$lt':
    case '$lte': {
      const enough = (value: Value): boolean =>
        sameKind(value) && compare(value, operand) < (operator === '$lt' ? 0 : 1)
      if (all(enough)) return true
      if (!high || !sameKind(high.value)) return false
      const side = compare(high.value, operand)
      return side < 0 || (side === 0 && (operator === '$lte' || !high.inclusive))
    }
    default:
      return false
  }
}
