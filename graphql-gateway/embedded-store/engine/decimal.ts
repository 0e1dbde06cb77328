// Decimal128 as sign, whole coefficient and exponent: exact arithmetic, rounded once to 34 digits, half to even.
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
const leastExponent = -6176
const mostExponent = 6111

/**
 * A number as decimal. A double gets 15 digits, as in MongoDB's arithmetic and conversions; 34 for comparing.
 */
export function decimalOf(value: Numeric, digits: 15 | 34 = 15): Decimal {
  if (value instanceof Decimal128) return parseDecimal(value.toString())
  if (value instanceof Double) return ofDouble(value.value, digits)
  const whole = BigInt(value)
  return { negative: whole < 0n, coefficient: whole < 0n ? -whole : whole, exponent: 0 }
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

function ofDouble(value: number, digits: number): Decimal {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity'
  if (digits === 15) return parseDecimal(value.toExponential(14))
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

/** The Decimal128 nearest to a decimal. */
export function toDecimal128(value: Decimal): Decimal128 {
  if (typeof value === 'string') return Decimal128.fromString(value)
  let { negative, coefficient, exponent } = roundTo(value, precision)
  if (exponent < leastExponent) {
    coefficient = shed(coefficient, Math.min(leastExponent - exponent, 40))
    exponent = leastExponent
  }
  if (exponent > mostExponent) {
    const spare = precision - digitsOf(coefficient)
    if (coefficient === 0n) exponent = mostExponent
    else if (exponent - mostExponent > spare)
      return Decimal128.fromString(negative ? '-Infinity' : 'Infinity')
    else {
      coefficient *= 10n ** BigInt(exponent - mostExponent)
      exponent = mostExponent
    }
  }
  return Decimal128.fromString(`${negative ? '-' : ''}${coefficient}E${exponent}`)
}

const isNegative = (value: Decimal): boolean =>
  typeof value === 'string' ? value === '-Infinity' : value.negative

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
function align(a: Finite, b: Finite): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent)
  return [
    signed(a) * 10n ** BigInt(a.exponent - exponent),
    signed(b) * 10n ** BigInt(b.exponent - exponent),
    exponent,
  ]
}

const finite = (n: bigint, exponent: number): Finite => ({
  negative: n < 0n,
  coefficient: n < 0n ? -n : n,
  exponent,
})

/** Sum. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (typeof a === 'string' || typeof b === 'string') {
    if (a === 'NaN' || b === 'NaN') return 'NaN'
    if (typeof a !== 'string') return b
    if (typeof b !== 'string') return a
    return a === b ? a : 'NaN'
  }
  const [x, y, exponent] = align(a, b)
  const sum = finite(x + y, exponent)
  return x + y === 0n && a.negative && b.negative ? { ...sum, negative: true } : sum
}

/** The same decimal with its sign turned. */
export function negateDecimal(a: Decimal): Decimal {
  if (typeof a !== 'string') return { ...a, negative: !a.negative }
  return a === 'NaN' ? a : a === 'Infinity' ? '-Infinity' : 'Infinity'
}

/** Product. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  if (a === 'NaN' || b === 'NaN') return 'NaN'
  const negative = isNegative(a) !== isNegative(b)
  if (typeof a === 'string' || typeof b === 'string') {
    const zero = (v: Decimal) => typeof v !== 'string' && v.coefficient === 0n
    if (zero(a) || zero(b)) return 'NaN'
    return negative ? '-Infinity' : 'Infinity'
  }
  return { negative, coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent }
}

/** Quotient; the caller has refused a zero divisor. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  if (a === 'NaN' || b === 'NaN') return 'NaN'
  const negative = isNegative(a) !== isNegative(b)
  if (typeof a === 'string') return typeof b === 'string' ? 'NaN' : negative ? '-Infinity' : 'Infinity'
  if (typeof b === 'string') return { negative, coefficient: 0n, exponent: leastExponent }
  const ideal = a.exponent - b.exponent
  if (a.coefficient === 0n) return { negative, coefficient: 0n, exponent: ideal }
  const shift = Math.max(0, precision + 2 + digitsOf(b.coefficient) - digitsOf(a.coefficient))
  let coefficient = (a.coefficient * 10n ** BigInt(shift)) / b.coefficient
  const exact = coefficient * b.coefficient === a.coefficient * 10n ** BigInt(shift)
  let exponent = ideal - shift
  // A digit that is not zero below the kept ones keeps a cut quotient from looking like a tie.
  if (!exact) return { negative, coefficient: coefficient * 10n + 1n, exponent: exponent - 1 }
  while (exponent < ideal && coefficient % 10n === 0n) {
    coefficient /= 10n
    exponent++
  }
  return { negative, coefficient, exponent }
}

/** Remainder with the sign of the dividend; the caller has refused a zero divisor. */
export function remainderOfDecimals(a: Decimal, b: Decimal): Decimal {
  if (typeof a === 'string' || b === 'NaN') return 'NaN'
  if (typeof b === 'string') return a
  const [x, y, exponent] = align(a, b)
  return { ...finite(x % y, exponent), negative: a.negative }
}

/** A decimal written with `places` digits after the point, as far as 34 digits allow. */
export function quantized(value: Decimal, places: number): Decimal {
  if (typeof value === 'string' || value.exponent <= -places) return value
  const spare = value.coefficient === 0n ? Infinity : precision - digitsOf(value.coefficient)
  const shift = Math.min(value.exponent + places, spare)
  const coefficient = value.coefficient === 0n ? 0n : value.coefficient * 10n ** BigInt(shift)
  return { negative: value.negative, coefficient, exponent: value.exponent - shift }
}

/** How a decimal is brought to fewer places. */
export type Rounding = 'halfEven' | 'truncate' | 'floor' | 'ceil'

/** A decimal with at most `places` digits after the point (negative: before it). */
export function roundDecimal(value: Decimal, places: number, how: Rounding): Decimal {
  if (typeof value === 'string' || value.exponent >= -places) return value
  const drop = Math.min(-places - value.exponent, digitsOf(value.coefficient) + 1)
  const unit = 10n ** BigInt(drop)
  let coefficient = how === 'halfEven' ? shed(value.coefficient, drop) : value.coefficient / unit
  const cut = value.coefficient % unit !== 0n
  if (cut && how === 'floor' && value.negative) coefficient++
  if (cut && how === 'ceil' && !value.negative) coefficient++
  return { negative: value.negative, coefficient, exponent: -places }
}
