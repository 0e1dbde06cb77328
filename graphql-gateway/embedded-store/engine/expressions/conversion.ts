// Types: $type, $isNumber, $convert and the $to.. operators, $bsonSize, $binarySize.
import { decimalOf, roundDecimal, toDecimal128 } from '../decimal.ts'
import { encodedSize } from '../encode.ts'
import { fail, MongoError } from '../errors.ts'
import {
  Binary,
  Decimal128,
  Double,
  fitsInt32,
  fitsInt64,
  isDocument,
  isNullish,
  isNumeric,
  type Numeric,
  ObjectId,
  Timestamp,
  toDouble,
  toWhole,
  type TypeName,
  typeNameOf,
  typeNumbers,
  typeOf,
  type Value,
} from '../values.ts'
import { dateOf } from './dates.ts'
import { parseDate } from './date-text.ts'
import { decimalText, doubleText } from './number-text.ts'
import { fieldsOf, fold, type Operator, type Operators, unary } from './operator.ts'

/** Types values are converted to. */
type Target = 'double' | 'string' | 'objectId' | 'bool' | 'date' | 'int' | 'long' | 'decimal'
const targets: readonly Target[] = ['double', 'string', 'objectId', 'bool', 'date', 'int', 'long', 'decimal']

function cannot(value: Value, to: string): never {
  return fail(241, `Unsupported conversion from ${typeOf(value)} to ${to} in $convert with no onError value`)
}

function unreadable(text: string, to: string): never {
  return fail(241, `Failed to parse ${to} '${text.slice(0, 100)}' in $convert with no onError value`)
}

const converters: Readonly<Record<Target, (value: Value) => Value>> = {
  bool: (value) => (typeof value === 'boolean' ? value : isNumeric(value) ? toDouble(value) !== 0 : true),
  double: toDoubleValue,
  decimal: toDecimalValue,
  int: (value) => wholeOf(value, 'int'),
  long: (value) => wholeOf(value, 'long'),
  string: toText,
  objectId(value) {
    if (value instanceof ObjectId) return value
    if (typeof value !== 'string') return cannot(value, 'objectId')
    return /^[0-9a-fA-F]{24}$/.test(value) ? new ObjectId(value) : unreadable(value, 'objectId')
  },
  date: toDate,
}

const numberText = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

function toDoubleValue(value: Value): Value {
  if (typeof value === 'boolean') return new Double(value ? 1 : 0)
  if (value instanceof Date) return new Double(value.getTime())
  if (typeof value === 'string') {
    const special = {
      nan: NaN,
      '-nan': NaN,
      inf: Infinity,
      '-inf': -Infinity,
      infinity: Infinity,
      '-infinity': -Infinity,
    }
    const known = Object.entries(special).find(([text]) => text === value.toLowerCase())
    if (known) return new Double(known[1])
    const n = numberText.test(value) ? Number(value) : NaN
    return Number.isFinite(n) ? new Double(n) : unreadable(value, 'number')
  }
  if (!isNumeric(value)) return cannot(value, 'double')
  const n = toDouble(value)
  if (value instanceof Decimal128 && !Number.isFinite(n) && !/inf|nan/i.test(value.toString()))
    fail(241, 'Conversion would overflow target type in $convert with no onError value')
  return new Double(n)
}

function toDecimalValue(value: Value): Value {
  if (value instanceof Decimal128) return value
  if (typeof value === 'boolean') return Decimal128.fromString(value ? '1' : '0')
  if (value instanceof Date) return Decimal128.fromString(String(value.getTime()))
  if (typeof value === 'string') {
    if (!numberText.test(value) && !/^[+-]?(inf(inity)?|nan)$/i.test(value))
      return unreadable(value, 'number')
    try {
      return Decimal128.fromString(value)
    } catch {
      return unreadable(value, 'number')
    }
  }
  return isNumeric(value) ? toDecimal128(decimalOf(value)) : cannot(value, 'decimal')
}

function wholeOf(value: Value, to: 'int' | 'long'): Value {
  if (typeof value === 'boolean') return to === 'int' ? Number(value) : BigInt(value)
  if (value instanceof Date && to === 'long') return BigInt(value.getTime())
  if (typeof value === 'string') {
    return /^[+-]?\d{1,400}$/.test(value)
      ? sized(BigInt(value.replace('+', '')), to)
      : unreadable(value, 'number')
  }
  return isNumeric(value) ? sized(cut(value), to) : cannot(value, to)
}

function cut(value: Numeric): bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return BigInt(value)
  const n = toDouble(value)
  if (!Number.isFinite(n))
    return fail(
      241,
      `Attempt to convert ${Number.isNaN(n) ? 'NaN' : 'infinity'} value to integer type in $convert with no onError value`,
    )
  if (value instanceof Double) return BigInt(Math.trunc(n))
  const decimal = roundDecimal(decimalOf(value), 0, 'truncate')
  if (typeof decimal === 'string' || decimal.exponent > 20) return 2n ** 64n
  const size = decimal.coefficient * 10n ** BigInt(Math.max(0, decimal.exponent))
  return decimal.negative ? -size : size
}

function sized(n: bigint, to: 'int' | 'long'): Value {
  if (to === 'int' && fitsInt32(n)) return Number(n)
  if (to === 'long' && fitsInt64(n)) return n
  return fail(241, 'Conversion would overflow target type in $convert with no onError value')
}

function toText(value: Value): Value {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (isNumeric(value)) return doubleText(value) ?? decimalText(value)
  if (value instanceof ObjectId) return value.toHexString()
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Binary)
    return fail(115, 'Conversion from binData is not supported by the embedded store')
  return cannot(value, 'string')
}

function toDate(value: Value): Value {
  if (value instanceof Date) return value
  if (value instanceof Timestamp || value instanceof ObjectId) return new Date(dateOf(value) ?? 0)
  if (typeof value === 'string') return new Date(parseDate(value, undefined))
  if (!isNumeric(value) || typeof value === 'number') return cannot(value, 'date')
  const ms = Number(cut(value))
  return Math.abs(ms) <= 8.64e15
    ? new Date(ms)
    : fail(241, 'Conversion would overflow target type in $convert with no onError value')
}

/** The target of `$convert`: a type's name or number. Undefined for a type nothing converts to. */
function targetOf(to: Value): Target | TypeName {
  if (isDocument(to))
    return fail(115, "$convert with a 'to' of subtypes is not supported by the embedded store")
  if (typeof to === 'string') {
    return targets.find((name) => name === to) ?? otherType(to) ?? fail(2, `Unknown type name: ${to}`)
  }
  const number = isNumeric(to) ? toWhole(to) : undefined
  if (number === undefined) return fail(9, "$convert's 'to' argument must be a string or number")
  const name = Object.entries(typeNumbers).find(([, n]) => n === number)?.[0]
  if (number === 0) return fail(241, 'Unsupported conversion to missing in $convert with no onError value')
  return (
    targets.find((target) => target === name) ??
    otherType(name) ??
    fail(9, `In $convert, numeric value for 'to' does not correspond to a BSON type: ${number}`)
  )
}

const otherType = (name: string | undefined): TypeName | undefined => {
  const isTypeName = (text: string): text is TypeName => Object.hasOwn(typeNumbers, text)
  return name !== undefined && isTypeName(name) ? name : undefined
}

function converted(value: Value, to: Target | TypeName): Value {
  const target = targets.find((name) => name === to)
  if (to === 'binData' && (typeof value === 'string' || value instanceof Binary))
    fail(115, 'Conversion to binData is not supported by the embedded store')
  return target ? converters[target](value) : cannot(value, to)
}

const convert: Operator = (operand, scope, name) => {
  const known = ['input', 'to', 'onError', 'onNull', 'format', 'byteOrder', 'base']
  const fields = fieldsOf(operand, scope, name, known, { notObject: 9, unknown: 9 })
  const input = fields.get('input') ?? fail(9, "Missing 'input' parameter to $convert")
  const to = fields.get('to') ?? fail(9, "Missing 'to' parameter to $convert")
  if (fields.has('format') || fields.has('byteOrder') || fields.has('base'))
    fail(115, "$convert with 'format', 'byteOrder' or 'base' is not supported by the embedded store")
  return fold([...fields.values()], (frame) => {
    const value = input.evaluate(frame)
    const type = to.evaluate(frame)
    const target = isNullish(type) ? undefined : targetOf(type)
    if (isNullish(value)) return fields.has('onNull') ? fields.get('onNull')?.evaluate(frame) : null
    if (target === undefined) return null
    try {
      return converted(value, target)
    } catch (error) {
      if (fields.has('onError') && error instanceof MongoError && error.code === 241) {
        // Text in a form only MongoDB reads is refused, not taken for an error of the data.
        if (target === 'date' && typeof value === 'string')
          fail(
            115,
            `$convert of this text to a date is not supported by the embedded store: ${value.slice(0, 100)}`,
          )
        return fields.get('onError')?.evaluate(frame)
      }
      throw error
    }
  })
}

const shortcut = (target: Target): Operator =>
  unary((value) => (isNullish(value) ? null : converted(value, target)))

const bsonSize = unary((value) => {
  if (isNullish(value)) return null
  return isDocument(value)
    ? encodedSize(value)
    : fail(31393, `$bsonSize requires a document input, found: ${typeNameOf(value)}`)
})

const binarySize = unary((value) => {
  if (isNullish(value)) return null
  if (typeof value === 'string') return Buffer.byteLength(value)
  return value instanceof Binary
    ? value.position
    : fail(51276, `$binarySize requires a string or BinData argument, found: ${typeNameOf(value)}`)
})

export const conversion: Operators = {
  $type: unary((value) => typeNameOf(value)),
  $isNumber: unary((value) => isNumeric(value)),
  $convert: convert,
  $toBool: shortcut('bool'),
  $toDouble: shortcut('double'),
  $toDecimal: shortcut('decimal'),
  $toInt: shortcut('int'),
  $toLong: shortcut('long'),
  $toString: shortcut('string'),
  $toObjectId: shortcut('objectId'),
  $toDate: shortcut('date'),
  $bsonSize: bsonSize,
  $binarySize: binarySize,
}
