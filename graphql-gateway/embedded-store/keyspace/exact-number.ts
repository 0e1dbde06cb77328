// Places any BSON number on the line of doubles: the greatest double not above it, and what is left over.
import { compareDecimals, decimalOf, numberOf, signed } from '../bson/decimal.ts'
import { type Decimal128, Double } from '../bson/values.ts'

/** A number split for ordering: `floor` is the greatest double not above it; `exact` is text naming the rest, or null. */
export interface PlacedNumber {
  readonly floor: number
  /** null when the double is the number; otherwise one canonical text per value, equal across BSON types. */
  readonly exact: string | null
}

const view = new DataView(new ArrayBuffer(8))

function previousDouble(n: number): number {
  if (n === -Infinity) return n
  if (n === 0) return -Number.MIN_VALUE
  view.setFloat64(0, n)
  const bits = view.getBigUint64(0)
  view.setBigUint64(0, n > 0 ? bits - 1n : bits + 1n)
  return view.getFloat64(0)
}

/** Places an int64 or a decimal. Equal values give equal results whatever digits they came with. */
export function placed(value: bigint | Decimal128): PlacedNumber {
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value)))
    return { floor: Number(value), exact: null }
  const decimal = decimalOf(value)
  const near = numberOf(decimal)
  if (typeof decimal === 'string' || (near === 0 && decimal.coefficient === 0n))
    return { floor: near, exact: null }
  const side = compareDecimals(decimal, decimalOf(new Double(near)))
  if (side === 0) return { floor: near, exact: null }
  let [digits, power] = [signed(decimal), decimal.exponent]
  for (; digits % 10n === 0n; digits /= 10n) power++
  return { floor: side > 0 ? near : previousDouble(near), exact: `${digits}e${power}` }
}
