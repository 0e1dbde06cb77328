// The order of BSON values, numbers compared exactly across their four types, and a key with the same equality.
import { compareDecimals, decimalOf } from './decimal.ts'
import { fail } from './errors.ts'
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  type Document,
  Double,
  isNumeric,
  ObjectId,
  Timestamp,
  toDouble,
  type TypeName,
  typeOf,
  type Numeric,
  type Value,
} from './values.ts'

/** An order of texts; 0 for texts that count as equal. */
export type TextOrder = (a: string, b: string) => number

const ranks: Readonly<Record<TypeName, number>> = {
  minKey: -1,
  null: 5,
  int: 10,
  long: 10,
  double: 10,
  decimal: 10,
  string: 15,
  symbol: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  javascript: 60,
  javascriptWithScope: 65,
  maxKey: 127,
}

/** Place of a value's type in the BSON order; types with the same place are compared by value. Missing is 0. */
export function rankOf(value: Value | undefined): number {
  if (typeof value === 'string') return 15
  return value === undefined ? 0 : ranks[typeOf(value)]
}

/** Total order of BSON values (negative, 0, positive); a missing value stands before null. */
export function compare(a: Value | undefined, b: Value | undefined, texts: TextOrder = compareText): number {
  return compareAt(a, b, texts, 0, undefined)
}

/**
 * What one comparison or key may still look at. Expressions can build values that share parts, which are small in
 * memory and endless when walked; no document that can be stored has this many values.
 */
interface Budget {
  left: number
}

const maxValues = 2_500_000
const maxNesting = 250

function spend(budget: Budget, depth: number): void {
  if (--budget.left < 0)
    fail(10334, `A value of more than ${maxValues} parts is larger than any document may be`)
  if (depth > maxNesting) fail(15, `A value is nested deeper than ${maxNesting} levels`)
}

function compareAt(
  a: Value | undefined,
  b: Value | undefined,
  texts: TextOrder,
  depth: number,
  budget: Budget | undefined,
): number {
  if (a === b) return 0
  const rank = rankOf(a)
  const difference = rank - rankOf(b)
  if (difference !== 0) return difference
  if (a instanceof Map && b instanceof Map) {
    return compareDocuments(a, b, texts, depth + 1, budget ?? { left: maxValues })
  }
  if (Array.isArray(a) && Array.isArray(b))
    return compareArrays(a, b, texts, depth + 1, budget ?? { left: maxValues })
  return typeof a === 'string' && typeof b === 'string' ? texts(a, b) : compareSame(a, b)
}

/** Whether two values are equal in the BSON order. */
export function equal(a: Value | undefined, b: Value | undefined, texts?: TextOrder): boolean {
  return compare(a, b, texts) === 0
}

function compareSame(a: Value | undefined, b: Value | undefined): number {
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b)
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id)
  if (typeof a === 'boolean') return a === b ? 0 : a ? 1 : -1
  if (a instanceof Timestamp && b instanceof Timestamp) return a.t - b.t || a.i - b.i
  if (a instanceof Binary && b instanceof Binary) {
    return a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(bytesOf(a), bytesOf(b))
  }
  if (a instanceof BSONRegExp && b instanceof BSONRegExp) {
    return compareText(a.pattern, b.pattern) || compareText(a.options, b.options)
  }
  if (a instanceof Code && b instanceof Code) return compareText(a.code, b.code)
  return compareText(textOf(a), textOf(b))
}

const bytesOf = (value: Binary): Uint8Array => value.buffer.subarray(0, value.position)
const textOf = (value: Value | undefined): string =>
  value instanceof BSONSymbol ? value.value : typeof value === 'string' ? value : ''

/** Order by code point, which is the order of the UTF-8 bytes. */
export function compareText(a: string, b: string): number {
  const end = Math.min(a.length, b.length)
  for (let i = 0; i < end; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return byCodePoint(x) - byCodePoint(y)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above U+FFFF, so they sort after every other unit. */
const byCodePoint = (unit: number): number =>
  unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800

/** Order of numbers of any type by their exact value; NaN equals NaN and stands first, -0 equals 0. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  if (a instanceof Decimal128 || b instanceof Decimal128) {
    const x = toDouble(a)
    const y = toDouble(b)
    // Far apart as doubles is far apart exactly; only near values need every digit.
    if (Math.abs(x - y) > 1e-9 * Math.max(Math.abs(x), Math.abs(y)) && Number.isFinite(x - y)) return x - y
    return compareDecimals(decimalOf(a), decimalOf(b))
  }
  const x = a instanceof Double ? a.value : a
  const y = b instanceof Double ? b.value : b
  if (x < y) return -1
  if (x > y) return 1
  return Number(Number.isNaN(y)) - Number(Number.isNaN(x))
}

function compareArrays(a: Value[], b: Value[], texts: TextOrder, depth: number, budget: Budget): number {
  const end = Math.min(a.length, b.length)
  for (let i = 0; i < end; i++) {
    spend(budget, depth)
    const order = compareAt(a[i], b[i], texts, depth, budget)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Documents: field by field, each by type, then name, then value; a shorter one first. */
function compareDocuments(a: Document, b: Document, texts: TextOrder, depth: number, budget: Budget): number {
  const others = b.entries()
  for (const [key, value] of a) {
    spend(budget, depth)
    const other = others.next()
    if (other.done) return 1
    const [otherKey, otherValue] = other.value
    const order =
      rankOf(value) - rankOf(otherValue) ||
      compareText(key, otherKey) ||
      compareAt(value, otherValue, texts, depth, budget)
    if (order !== 0) return order
  }
  return a.size - b.size
}

/** Whether two values are the same bytes: type, number form and key order included. */
export function identical(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || typeOf(a) !== typeOf(b)) return false
  if (a instanceof Map && b instanceof Map) {
    if (a.size !== b.size) return false
    const others = b.entries()
    for (const [key, value] of a) {
      const other = others.next().value
      if (!other || other[0] !== key || !identical(value, other[1])) return false
    }
    return true
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, i) => identical(value, b[i]))
  }
  if (a instanceof Double && b instanceof Double) return Object.is(a.value, b.value)
  if (a instanceof Decimal128 && b instanceof Decimal128) return Buffer.compare(a.bytes, b.bytes) === 0
  return equal(a, b)
}

/** A text that two values share exactly when they are {@link equal}; for groups, sets and joins. */
export function keyOf(value: Value | undefined): string {
  return keyAt(value, 0, undefined)
}

function keyAt(value: Value | undefined, depth: number, budget: Budget | undefined): string {
  if (typeof value === 'string') return `s${value.length}:${value}`
  if (value === undefined) return '-'
  if (value === null) return '0'
  if (typeof value === 'number') return `n${value}`
  if (isNumeric(value)) return `n${numberKey(value)}`
  if (value instanceof Map || Array.isArray(value))
    return containerKey(value, depth + 1, budget ?? { left: maxValues })
  if (value instanceof ObjectId) return `o${value.toHexString()}`
  if (value instanceof Date) return `d${value.getTime()}`
  if (value instanceof Binary) return `b${value.sub_type}:${Buffer.from(bytesOf(value)).toString('base64')}`
  if (value instanceof BSONRegExp) return `r${value.pattern.length}:${value.pattern}${value.options}`
  if (value instanceof BSONSymbol) return `s${value.value.length}:${value.value}`
  if (value instanceof Code) return `c${value.code.length}:${value.code}`
  if (value instanceof Timestamp) return `t${value.t}.${value.i}`
  return typeOf(value) + (value === true ? '1' : '')
}

function containerKey(value: Document | Value[], depth: number, budget: Budget): string {
  spend(budget, depth)
  const inner = (part: Value): string => {
    spend(budget, depth)
    return keyAt(part, depth, budget)
  }
  if (Array.isArray(value)) return `[${value.map(inner).join()}]`
  let key = '{'
  for (const [name, field] of value) key += `${name.length}:${name}${inner(field)},`
  return `${key}}`
}

function numberKey(value: Numeric): string {
  if (!(value instanceof Decimal128)) {
    const n = value instanceof Double ? value.value : value
    if (typeof n === 'bigint') return n.toString()
    return Number.isInteger(n) ? BigInt(n).toString() : String(n)
  }
  const near = new Double(toDouble(value))
  if (compareNumbers(near, value) === 0) return numberKey(near)
  const decimal = decimalOf(value)
  if (typeof decimal === 'string') return decimal
  let { coefficient, exponent } = decimal
  while (coefficient !== 0n && coefficient % 10n === 0n) {
    coefficient /= 10n
    exponent++
  }
  const sign = decimal.negative ? '-' : ''
  if (exponent >= 0 && exponent < 400) return sign + coefficient * 10n ** BigInt(exponent)
  return `${sign}${coefficient}e${exponent}`
}
