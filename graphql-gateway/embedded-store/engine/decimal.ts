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

const precision = 34

/** A number as decimal; a double exactly, as far as 34 digits allow. */
export function decimalOf(value: Numeric): Decimal {
  if (value instanceof Decimal128) return parseDecimal(value.toString())
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
export function parseDecimal(text: string): Decimal {
  if (text === 'NaN' || text === 'Infinity' || text === '-Infinity') return text
  const match = /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text)
  if (!match) return 'NaN'
  const [, sign, head = '', tail = '', power = '0'] = match
  return {
    negative: sign === '-',
    coefficient: BigInt(head + tail || '0'),
    exponent: Number(power) - tail.length,
  }
}

function ofDouble(value: number): Decimal {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity'
  return roundTo(exactOf(value), precision)
}

/** A finite double exactly: every double is a whole number times a power of two. */
function exactOf(value: number): Finite {
  const negative = value < 0 || Object.is(value, -0)
  let size = Math.abs(value)
  let twos = 0
  // Scaling by two is exact, so the loop ends with the whole mantissa.
  while (!Number.isInteger(size)) {
    size *= 2
    twos++
  }
  if (twos === 0) return { negative, coefficient: BigInt(size), exponent: 0 }
  return { negative, coefficient: BigInt(size) * 5n ** BigInt(twos), exponent: -twos }
}

const digitsOf = (n: bigint): number => n.toString().length

/** Divides by a power of ten, half to even. */
function shed(coefficient: bigint, places: number): bigint {
  const unit = 10n ** BigInt(places)
  const rest = (coefficient % unit) * 2n
  const whole = coefficient / unit
  return rest > unit || (rest === unit && whole % 2n === 1n) ? whole + 1n : whole
}

function roundTo(value: Finite, digits: number): Finite {
  let { coefficient, exponent } = value
  const extra = digitsOf(coefficient) - digits
  if (extra > 0) {
    coefficient = shed(coefficient, extra)
    exponent += extra
    if (digitsOf(coefficient) > digits) {
      coefficient /= 10n
      exponent++
    }
  }
  return { negative: value.negative, coefficient, exponent }
}

/** Order of two decimals; NaN equals itself and stands before every other. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a === b) return 0
  if (a === 'NaN' || b === 'Infinity' || b === '-Infinity' || b === 'NaN') {
    if (a === 'NaN' || b === 'Infinity') return -1
    return 1
  }
  if (a === 'Infinity') return 1
  if (a === '-Infinity') return -1
  const [x, y] = align(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

const signed = (value: Finite): bigint => (value.negative ? -value.coefficient : value.coefficient)

/** Two signed coefficients over the same exponent. */
function align(a: Finite, b: Finite): [bigint, bigint] {
  const exponent = Math.min(a.exponent, b.exponent)
  return [signed(a) * 10n ** BigInt(a.exponent - exponent), signed(b) * 10n ** BigInt(b.exponent - exponent)]
}

/** How a decimal is brought to fewer places. */
export type Rounding = 'halfEven' | 'truncate'

/** A decimal with at most `places` digits after the point (negative: before it). */
export function roundDecimal(value: Decimal, places: number, how: Rounding): Decimal {
  if (typeof value === 'string' || value.exponent >= -places) return value
  const drop = Math.min(-places - value.exponent, digitsOf(value.coefficient) + 1)
  const coefficient =
    how === 'halfEven' ? shed(value.coefficient, drop) : value.coefficient / 10n ** BigInt(drop)
  return { negative: value.negative, coefficient, exponent: -places }
}
