// Numbers as sign, whole coefficient and exponent, for comparing and rounding them exactly.
import { Decimal128, Double, type Numeric } from './values.ts'

/** A finite decimal: `(negative ? -1 : 1) * coefficient * 10 ** exponent`. */
export interface Finite {
  readonly negative: boolean
  readonly coefficient: bigint
  readonly exponent: number
}

/** A decimal of any kind. */
export type Decimal = Finite | 'NaN' | 'Infinity' | '-Infinity'

/** A number as decimal, exactly. */
export function decimalOf(value: Numeric): Decimal {
  if (value instanceof Decimal128) return parsed(value.toString())
  if (value instanceof Double) return ofDouble(value.value)
  const whole = BigInt(value)
  return { negative: whole < 0n, coefficient: whole < 0n ? -whole : whole, exponent: 0 }
}

/** The double nearest to a decimal. */
export function numberOf(value: Decimal): number {
  if (typeof value === 'string') return Number(value)
  return Number(`${value.negative ? '-' : ''}${value.coefficient}E${value.exponent}`)
}

/** Parses what Decimal128 prints. */
function parsed(text: string): Decimal {
  if (text === 'NaN' || text === 'Infinity' || text === '-Infinity') return text
  const [, sign, head = '', tail = '', power = '0'] = /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/i.exec(text) ?? []
  return {
    negative: sign === '-',
    coefficient: BigInt(head + tail || '0'),
    exponent: Number(power) - tail.length,
  }
}

/** Every finite double is a whole number times a power of two. */
function ofDouble(value: number): Decimal {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity'
  let size = Math.abs(value)
  let twos = 0
  // Scaling by two is exact, so the loop ends with the whole mantissa.
  for (; !Number.isInteger(size); size *= 2) twos++
  const negative = value < 0 || Object.is(value, -0)
  return { negative, coefficient: BigInt(size) * 5n ** BigInt(twos), exponent: -twos }
}

/** Order of two decimals; NaN equals itself and stands before every other. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (typeof a === 'string' || typeof b === 'string') return placeOf(a) - placeOf(b)
  const exponent = Math.min(a.exponent, b.exponent)
  const at = (value: Finite): bigint => signed(value) * 10n ** BigInt(value.exponent - exponent)
  const [x, y] = [at(a), at(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

const placeOf = (value: Decimal): number =>
  typeof value === 'string' ? { NaN: 0, '-Infinity': 1, Infinity: 3 }[value] : 2

/** The coefficient with its sign. */
export const signed = ({ negative, coefficient }: Finite): bigint => (negative ? -coefficient : coefficient)

/** How a decimal is brought to fewer places. */
export type Rounding = 'halfEven' | 'truncate'

/** A decimal with at most `places` digits after the point (negative: before it). */
export function roundDecimal(value: Decimal, places: number, how: Rounding): Decimal {
  if (typeof value === 'string' || value.exponent >= -places) return value
  const unit = 10n ** BigInt(Math.min(-places - value.exponent, value.coefficient.toString().length + 1))
  const whole = value.coefficient / unit
  const rest = (value.coefficient % unit) * 2n
  const up = how === 'halfEven' && (rest > unit || (rest === unit && whole % 2n === 1n))
  return { negative: value.negative, coefficient: up ? whole + 1n : whole, exponent: -places }
}
