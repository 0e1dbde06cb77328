// Operands of the filter operators: parsed once, with MongoDB's errors, into tests of one element.
import { equal, keyOf, type TextOrder } from '../bson/compare.ts'
import { decimalOf, roundDecimal } from '../bson/decimal.ts'
import { fail } from '../bson/errors.ts'
import { patternTest } from './filter-compare.ts'
import type { ElementTest } from './filter-contract.ts'
import {
  BSONRegExp,
  Decimal128,
  fitsInt64,
  isDocument,
  isNumeric,
  toDouble,
  toWhole,
  type TypeName,
  typeNameOf,
  typeNumbers,
  typeOf,
  type Value,
} from '../bson/values.ts'

/** Truth of `$exists`'s operand. */
export function existsWanted(operand: Value): boolean {
  if (isNumeric(operand)) return toDouble(operand) !== 0
  return operand !== false && operand !== null
}

/** The length `$size` asks for. */
export function sizeWanted(operand: Value): number {
  if (!isNumeric(operand))
    return fail(2, `Failed to parse $size. Expected a number in: $size: ${typeOf(operand)}`)
  const size = toWhole(operand) ?? fail(2, 'Failed to parse $size. Expected an integer: $size')
  return size < 0 ? fail(2, 'Failed to parse $size. Expected a non-negative number in: $size') : size
}

/** The items of `$in` and `$nin`: equal ones by key, patterns by test. */
export function arrayItems(
  name: string,
  operand: Value,
  texts?: TextOrder,
): { patterns: ElementTest[]; has: (value: Value | undefined) => boolean } {
  if (!Array.isArray(operand)) return fail(2, `${name} needs an array`)
  const patterns: ElementTest[] = []
  const keys = new Set<string>()
  let orMissing = false
  for (const item of operand) {
    if (isDocument(item) && [...item.keys()][0]?.startsWith('$')) fail(2, `cannot nest $ under ${name}`)
    if (item instanceof BSONRegExp) patterns.push(patternTest(item.pattern, item.options))
    else keys.add(keyOf(item))
    if (item === null) orMissing = true
  }
  const has = texts
    ? (value: Value) => operand.some((item) => equal(value, item, texts))
    : (value: Value) => keys.has(keyOf(value))
  return { patterns, has: (value) => (value === undefined ? orMissing : has(value)) }
}

const isTypeName = (name: string): name is TypeName => Object.hasOwn(typeNumbers, name)

/** Reads one type of `$type`: a name, a number, or `number` for the four numeric types. */
function typesOf(operand: Value): readonly TypeName[] {
  if (typeof operand === 'string') {
    if (operand === 'number') return ['int', 'long', 'double', 'decimal']
    return isTypeName(operand) ? [operand] : fail(2, `Unknown type name alias: ${operand}`)
  }
  if (!isNumeric(operand)) return fail(14, 'type must be represented as a number or a string')
  const number = toWhole(operand) ?? fail(2, `Invalid numerical type code: ${operand.toString()}`)
  const name = Object.keys(typeNumbers).find(
    (candidate) => isTypeName(candidate) && typeNumbers[candidate] === number,
  )
  return name && isTypeName(name) ? [name] : fail(2, `Invalid numerical type code: ${number}`)
}

/** `$type` with one type or several. */
export function typeTest(operand: Value): ElementTest {
  if (Array.isArray(operand) && operand.length === 0) fail(9, '$type must match at least one type')
  const wanted = new Set((Array.isArray(operand) ? operand : [operand]).flatMap(typesOf))
  return (value) => value !== undefined && wanted.has(typeOf(value))
}

/** `$mod: [divisor, remainder]`, both cut to whole numbers. */
export function modTest(operand: Value): ElementTest {
  if (!Array.isArray(operand)) return fail(2, 'malformed mod, needs to be an array')
  if (operand.length < 2) fail(2, 'malformed mod, not enough elements')
  if (operand.length > 2) fail(2, 'malformed mod, too many elements')
  const [divisor, remainder] = operand.map((item, i) => {
    if (!isNumeric(item))
      return fail(2, `malformed mod, ${i === 0 ? 'divisor' : 'remainder'} is not a number`)
    return whole(item) ?? fail(2, `malformed mod, ${i === 0 ? 'divisor' : 'remainder'} value is invalid`)
  })
  if (divisor === undefined || divisor === 0n) return fail(2, 'divisor cannot be 0')
  return (value) => {
    const n = whole(value)
    return n !== undefined && n % divisor === remainder
  }
}

const reach = 2 ** 63

/** A number cut to int64; undefined for anything else and for what does not fit. */
function whole(value: Value | undefined): bigint | undefined {
  if (!isNumeric(value)) return undefined
  if (typeof value === 'bigint') return value
  if (value instanceof Decimal128) return wholeDecimal(value)
  const n = Math.trunc(toDouble(value))
  return n >= -reach && n < reach ? BigInt(n) : undefined
}

function wholeDecimal(value: Decimal128): bigint | undefined {
  const cut = roundDecimal(decimalOf(value), 0, 'truncate')
  if (typeof cut === 'string' || cut.exponent > 20) return undefined
  const size = cut.coefficient * 10n ** BigInt(Math.max(0, cut.exponent))
  const n = cut.negative ? -size : size
  return fitsInt64(n) ? n : undefined
}

/** `$regex` with `$options`; flags inside a regular expression count where `$options` is absent. */
export function regexTest(operand: Value, options: Value | undefined): ElementTest {
  if (options !== undefined && typeof options !== 'string') fail(2, '$options has to be a string')
  const flags = typeof options === 'string' ? options : undefined
  if (typeof operand === 'string') return patternTest(operand, flags ?? '')
  if (!(operand instanceof BSONRegExp))
    return fail(2, `$regex has to be a string, not ${typeNameOf(operand)}`)
  if (flags !== undefined && operand.options) fail(51075, 'options set in both $regex and $options')
  return patternTest(operand.pattern, flags ?? operand.options)
}
