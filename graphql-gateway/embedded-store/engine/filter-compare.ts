// Equality and order tests of one element, with MongoDB's rules for null, NaN, MinKey and MaxKey.
import { compare, equal, rankOf, type TextOrder } from '../bson/compare.ts'
import { fail } from '../bson/errors.ts'
import type { ElementTest } from './filter-contract.ts'
import { compilePattern } from './regex.ts'
import {
  BSONRegExp,
  BSONSymbol,
  Double,
  isNumeric,
  MaxKey,
  MinKey,
  toDouble,
  type Value,
} from '../bson/values.ts'

/** The comparison operators that have an order. */
export type Order = '$gt' | '$gte' | '$lt' | '$lte'

/** A value under a field: a regular expression matches text, everything else is equal or not. */
export function elementTest(value: Value, texts?: TextOrder): ElementTest {
  return value instanceof BSONRegExp ? patternTest(value.pattern, value.options) : equalityTest(value, texts)
}

/** `$eq`. */
export function equalityTest(operand: Value, texts?: TextOrder): ElementTest {
  if (operand === null) return (value) => value === null || value === undefined
  if (typeof operand === 'string' && !texts) {
    return (value) => value === operand || (value instanceof BSONSymbol && value.value === operand)
  }
  return (value) => value !== undefined && equal(value, operand, texts)
}

/** Text that a pattern matches, or the same regular expression as a value. */
export function patternTest(pattern: string, options: string): ElementTest {
  const compiled = compilePattern(pattern, options)
  const sorted = [...options].sort().join('')
  return (value) => {
    if (typeof value === 'string') return compiled.test(value)
    if (value instanceof BSONSymbol) return compiled.test(value.value)
    return value instanceof BSONRegExp && value.pattern === pattern && value.options === sorted
  }
}

const isNaNValue = (value: Value | undefined): boolean =>
  (value instanceof Double || isNumeric(value)) && Number.isNaN(toDouble(value))

/** `$gt`, `$gte`, `$lt`, `$lte`: only values of the operand's own kind compare. */
export function compareLeaf(operator: Order, operand: Value, texts?: TextOrder): ElementTest {
  if (operand instanceof BSONRegExp)
    fail(2, `Can't have RegEx as arg to predicate over field with ${operator}.`)
  const orEqual = operator === '$gte' || operator === '$lte'
  const below = operator === '$lt' || operator === '$lte'
  if (operand === null) return (value) => orEqual && (value === null || value === undefined)
  if (operand instanceof MinKey) return (value) => (value instanceof MinKey ? orEqual : !below)
  if (operand instanceof MaxKey) return (value) => (value instanceof MaxKey ? orEqual : below)
  if (isNaNValue(operand)) return (value) => orEqual && isNaNValue(value)
  const rank = rankOf(operand)
  return (value) => {
    if (rankOf(value) !== rank || isNaNValue(value)) return false
    const order = compare(value, operand, texts)
    return order === 0 ? orEqual : order < 0 === below
  }
}
