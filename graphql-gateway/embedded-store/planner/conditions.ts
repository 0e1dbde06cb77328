// What a filter says about single fields, as far as an index can use it. Everything else is left to the filter.
import { compilePattern } from '../engine/regex.ts'
import { BSONRegExp, Double, isDocument, type Document, type Value } from '../bson/values.ts'

/** One end of a range. */
export interface Bound {
  readonly value: Value
  readonly inclusive: boolean
}

/** What is known of one field. Several demands on a field keep the first of each kind; the filter checks the rest. */
export interface Condition {
  /** The field equals one of these. */
  equals?: readonly Value[]
  low?: Bound
  high?: Bound
  /** The field is text starting so, or a regular expression. */
  prefix?: string
  exists?: boolean
}

/** Conditions by path. `complete`: they say all that the filter says. */
export interface Conditions {
  readonly byPath: Map<string, Condition>
  complete: boolean
}

/** Most values of one `$in` that are looked up one by one. */
const mostValues = 1000

/** Reads a filter. Unknown operators only make the result incomplete. */
export function conditionsOf(filter: Document): Conditions {
  const conditions: Conditions = { byPath: new Map(), complete: true }
  collect(filter, conditions)
  return conditions
}

function collect(filter: Document, conditions: Conditions): void {
  for (const [path, value] of filter) {
    if (path === '$comment') continue
    if (path === '$and' && Array.isArray(value)) {
      for (const part of value)
        if (isDocument(part)) collect(part, conditions)
        else conditions.complete = false
      continue
    }
    // A position in an array and a field of that name are two things; only the filter tells them apart.
    if (path.startsWith('$') || path.split('.').some((part) => /^\d+$/.test(part) || part === '')) {
      conditions.complete = false
      continue
    }
    let condition = conditions.byPath.get(path)
    if (!condition) conditions.byPath.set(path, (condition = {}))
    const operators = isDocument(value) && [...value.keys()][0]?.startsWith('$')
    if (value instanceof BSONRegExp) set(conditions, condition, '$regex', value)
    else if (!operators) set(conditions, condition, '$eq', value)
    else for (const [operator, operand] of value) set(conditions, condition, operator, operand, value)
  }
}

function set(
  conditions: Conditions,
  condition: Condition,
  operator: string,
  operand: Value,
  all?: Document,
): void {
  if (!apply(condition, operator, operand, all)) conditions.complete = false
}

/** Notes one demand; false when the index cannot carry it whole. */
function apply(condition: Condition, operator: string, operand: Value, all?: Document): boolean {
  switch (operator) {
    case '$eq':
      if (!isPlain(operand) || condition.equals) return false
      condition.equals = [operand]
      return condition.low === undefined && condition.high === undefined
    case '$in':
      if (!Array.isArray(operand) || condition.equals || operand.length > mostValues) return false
      if (!operand.every(isPlain)) return false
      condition.equals = operand
      return condition.low === undefined && condition.high === undefined
    case '$gt':
    case '$gte':
      if (!isOrdered(operand) || condition.low) return false
      condition.low = { value: operand, inclusive: operator === '$gte' }
      return condition.equals === undefined && condition.prefix === undefined
    case '$lt':
    case '$lte':
      if (!isOrdered(operand) || condition.high) return false
      condition.high = { value: operand, inclusive: operator === '$lte' }
      return condition.equals === undefined && condition.prefix === undefined
    case '$regex': {
      const options = all?.get('$options')
      if (operand instanceof BSONRegExp)
        return notePrefix(condition, operand.pattern, typeof options === 'string' ? options : operand.options)
      if (typeof operand !== 'string') return false
      return notePrefix(condition, operand, typeof options === 'string' ? options : '')
    }
    case '$exists':
      if (operand === true || (typeof operand === 'number' && operand !== 0)) condition.exists = true
      return false
    default:
      return false
  }
}

/** Values whose index entry means equality: arrays and documents have rules of their own. */
function isPlain(value: Value): boolean {
  return !Array.isArray(value) && !isDocument(value) && !(value instanceof BSONRegExp)
}

/** Values that range operators compare within one kind of value. */
function isOrdered(value: Value): boolean {
  if (value instanceof Double) return !Number.isNaN(value.value)
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    typeof value === 'string' ||
    value instanceof Date
  )
}

/** A pattern that begins with literal text gives a range; always incomplete, the filter looks further. */
function notePrefix(condition: Condition, pattern: string, options: string): false {
  const { prefix } = compilePattern(pattern, options)
  if (prefix !== '' && condition.prefix === undefined) condition.prefix = prefix
  return false
}
