// Types: $type, $isNumber and the $to.. operators.
import { fail } from '../../bson/errors.ts'
import { binary } from '../numbers.ts'
import {
  Binary,
  Double,
  fitsInt32,
  fitsInt64,
  isNullish,
  isNumeric,
  type Numeric,
  ObjectId,
  Timestamp,
  toDouble,
  typeNameOf,
  typeOf,
  type Value,
} from '../../bson/values.ts'
import { dateOf, isoText } from './dates.ts'
import { parseDate } from './date-text.ts'
import { decimalText, doubleText } from './number-text.ts'
import { type Operator, type Operators, unary } from './operator.ts'

function cannot(value: Value, to: string): never {
  return fail(241, `Unsupported conversion from ${typeOf(value)} to ${to} in $convert with no onError value`)
}

function unreadable(text: string, to: string): never {
  return fail(241, `Failed to parse ${to} '${text.slice(0, 100)}' in $convert with no onError value`)
}

const converters = {
  bool: (value: Value) =>
    typeof value === 'boolean' ? value : isNumeric(value) ? toDouble(value) !== 0 : true,
  double: toDoubleValue,
  int: (value: Value) => wholeOf(value, 'int'),
  long: (value: Value) => wholeOf(value, 'long'),
  string: toText,
  objectId(value: Value): Value {
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
  return isNumeric(value) ? new Double(toDouble(binary(value))) : cannot(value, 'double')
}

function wholeOf(value: Value, to: 'int' | 'long'): Value {
  if (typeof value === 'boolean') return to === 'int' ? Number(value) : BigInt(value)
  if (value instanceof Date && to === 'long') return BigInt(value.getTime())
  if (typeof value === 'string') {
    return /^[+-]?\d{1,400}$/.test(value)
      ? sized(BigInt(value.replace('+', '')), to)
      : unreadable(value, 'number')
  }
  return isNumeric(value) ? sized(cut(checkBounds(value, to)), to) : cannot(value, to)
}

function cut(value: Numeric): bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return BigInt(value)
  const n = toDouble(binary(value))
  if (!Number.isFinite(n))
    return fail(
      241,
      `Attempt to convert ${Number.isNaN(n) ? 'NaN' : 'infinity'} value to integer type in $convert with no onError value`,
    )
  return BigInt(Math.trunc(n))
}

/** The bounds are those of the number before it is cut. */
function checkBounds(value: Numeric, to: 'int' | 'long'): Numeric {
  const n = toDouble(value)
  if (value instanceof Double && to === 'int' && (n < -(2 ** 31) || n > 2 ** 31 - 1))
    fail(241, 'Conversion would overflow target type in $convert with no onError value')
  return value
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
  if (value instanceof Date) return isoText(value)
  if (value instanceof Binary)
    return fail(115, 'Conversion from binData is not supported by the embedded store')
  return cannot(value, 'string')
}

function toDate(value: Value): Value {
  if (value instanceof Date) return value
  if (value instanceof Timestamp || value instanceof ObjectId) return new Date(dateOf(value) ?? 0)
  if (typeof value === 'string') return new Date(parseDate(value))
  if (!isNumeric(value) || typeof value === 'number') return cannot(value, 'date')
  const ms = Number(cut(value))
  return Math.abs(ms) <= 8.64e15
    ? new Date(ms)
    : fail(241, 'Conversion would overflow target type in $convert with no onError value')
}

const converting = (to: keyof typeof converters): Operator =>
  unary((value) => (isNullish(value) ? null : converters[to](value)))

export const conversion: Operators = {
  $type: unary((value) => typeNameOf(value)),
  $isNumber: unary((value) => isNumeric(value)),
  $toBool: converting('bool'),
  $toDouble: converting('double'),
  $toInt: converting('int'),
  $toLong: converting('long'),
  $toString: converting('string'),
  $toObjectId: converting('objectId'),
  $toDate: converting('date'),
}
