// The bit operators of filters: a mask as number, positions or bytes, against whole numbers and bytes.
import { fail } from '../bson/errors.ts'
import type { ElementTest } from './filter-contract.ts'
import { Binary, Decimal128, isNumeric, toDouble, toWhole, type Value } from '../bson/values.ts'

/** The four bit operators. */
export type BitsOperator = '$bitsAllSet' | '$bitsAnySet' | '$bitsAllClear' | '$bitsAnyClear'

const maxPositions = 64 * 1024

/** Compiles a bit operator. @throws MongoError 9 (FailedToParse) or 2 for a wrong mask. */
export function bitsLeaf(operator: BitsOperator, operand: Value): ElementTest {
  const places = positions(operator, operand)
  const set = operator.endsWith('Set')
  const all = operator.startsWith('$bitsAll')
  return (value) => {
    const bit = bitsOf(value)
    if (!bit) return false
    return all ? places.every((place) => bit(place) === set) : places.some((place) => bit(place) === set)
  }
}

function positions(name: string, operand: Value): number[] {
  if (operand instanceof Binary) {
    const bytes = operand.buffer.subarray(0, operand.position)
    if (bytes.length * 8 > maxPositions) fail(9, `${name} takes a mask of at most ${maxPositions} bits`)
    const bit = bitsOf(operand)
    return Array.from({ length: bytes.length * 8 }, (_, i) => i).filter((place) => bit?.(place))
  }
  if (Array.isArray(operand)) {
    if (operand.length > maxPositions) fail(9, `${name} takes at most ${maxPositions} bit positions`)
    return operand.map((item) => {
      const place = toWhole(item)
      if (place === undefined || place < 0 || place > 0x7fffffff) {
        return fail(9, `bit positions of ${name} must be integers from 0 to 2147483647`)
      }
      return place
    })
  }
  if (!isNumeric(operand)) return fail(9, `${name} takes an Array, a number, or a BinData`)
  const mask = operand instanceof Decimal128 ? BigInt(toWhole(operand) ?? -1) : wholeOf(operand)
  if (mask === undefined || mask < 0n || mask > 0x7fffffffn)
    return fail(9, `Expected a non-negative 32-bit integer in: ${name}`)
  const places: number[] = []
  for (let place = 0; place < 63; place++) if ((mask >> BigInt(place)) & 1n) places.push(place)
  return places
}

function wholeOf(value: Value | undefined): bigint | undefined {
  if (typeof value === 'bigint') return value
  if (!isNumeric(value)) return undefined
  const n = toDouble(value)
  if (value instanceof Decimal128) return cut(n)
  return Number.isInteger(n) && n >= -(2 ** 63) && n < 2 ** 63 ? BigInt(n) : undefined
}

/** A decimal as MongoDB's `numberLong` gives it: cut, NaN and infinity as 0, held to the ends of int64. */
function cut(n: number): bigint {
  if (!Number.isFinite(n)) return 0n
  if (n >= 2 ** 63) return 2n ** 63n - 1n
  return n <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(n))
}

/** Reads one bit of a value: numbers extend their sign, bytes end in zeros. */
function bitsOf(value: Value | undefined): ((place: number) => boolean) | undefined {
  if (value instanceof Binary) {
    return (place) =>
      place >> 3 < value.position && (((value.buffer[place >> 3] ?? 0) >> (place & 7)) & 1) === 1
  }
  const whole = wholeOf(value)
  if (whole === undefined) return undefined
  return (place) => ((whole >> BigInt(Math.min(place, 63))) & 1n) === 1n
}
