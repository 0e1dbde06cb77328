// Arithmetic: $rand $add $subtract $multiply $divide $mod $abs $ceil $floor $round $trunc $sqrt $pow $exp $ln $log $log10.
import { compareNumbers } from '../compare.ts'
import {
  decimalOf,
  divideDecimals,
  negateDecimal,
  quantized,
  roundDecimal,
  type Rounding,
  toDecimal128,
} from '../decimal.ts'
import { fail } from '../errors.ts'
import { multiply, remainder, subtract, Sum } from '../numbers.ts'
import {
  Decimal128,
  Double,
  fitsInt32,
  fitsInt64,
  isDocument,
  isNullish,
  isNumeric,
  type Numeric,
  toDouble,
  toWhole,
  typeNameOf,
  type Value,
} from '../values.ts'
import { constant, operation, type Operator, type Operators, unary } from './operator.ts'

const maxDate = 8.64e15

/** A date moved by milliseconds. */
function moved(date: Date, by: Numeric): Date {
  const ms = date.getTime() + Math.round(toDouble(by))
  return Math.abs(ms) <= maxDate ? new Date(ms) : fail(15, 'date overflow')
}

const sum: Operator = operation(0, Infinity, (args) => {
  const total = new Sum()
  let date: Date | undefined
  for (const value of args) {
    if (isNullish(value)) return null
    if (isNumeric(value)) total.add(value)
    else if (!(value instanceof Date)) {
      return fail(14, `$add only supports numeric or date types, not ${typeNameOf(value)}`)
    } else if (date) fail(16612, 'only one date allowed in an $add expression')
    else date = value
  }
  return date ? moved(date, total.value()) : total.value()
})

const difference: Operator = operation(2, 2, ([a, b]) => {
  if (isNullish(a) || isNullish(b)) return null
  if (isNumeric(a) && isNumeric(b)) return subtract(a, b)
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime())
  if (a instanceof Date && isNumeric(b)) return moved(a, new Double(-Math.trunc(toDouble(b))))
  return fail(14, `can't $subtract ${typeNameOf(b)} from ${typeNameOf(a)}`)
})

const product: Operator = operation(0, Infinity, (args) => {
  let result: Numeric = 1
  let missing = false
  for (const value of args) {
    if (isNullish(value)) missing = true
    else if (!isNumeric(value)) fail(14, `$multiply only supports numeric types, not ${typeNameOf(value)}`)
    else if (!missing) result = multiply(result, value)
  }
  return missing ? null : result
})

/** The quotient of two numbers, never whole: `$divide` and averages. @throws MongoError 2 for a zero divisor. */
export function divide(a: Numeric, b: Numeric): Numeric {
  if (toDouble(b) === 0) fail(2, "can't $divide by zero")
  if (a instanceof Decimal128 || b instanceof Decimal128) {
    return toDecimal128(divideDecimals(decimalOf(a), decimalOf(b)))
  }
  return new Double(toDouble(a) / toDouble(b))
}

const quotient: Operator = operation(2, 2, ([a, b]) => {
  if (isNullish(a) || isNullish(b)) return null
  if (isNumeric(a) && isNumeric(b)) return divide(a, b)
  return fail(14, `$divide only supports numeric types, not ${typeNameOf(a)} and ${typeNameOf(b)}`)
})

const modulo: Operator = operation(2, 2, ([a, b]) => {
  if (isNullish(a) || isNullish(b)) return null
  if (!isNumeric(a) || !isNumeric(b)) {
    return fail(16611, `$mod only supports numeric types, not ${typeNameOf(a)} and ${typeNameOf(b)}`)
  }
  if (toDouble(b) === 0) fail(16610, "can't $mod by zero")
  // A whole double as divisor of a whole number leaves the answer whole.
  if (b instanceof Double && !(a instanceof Double)) {
    const n = toWhole(b)
    if (n !== undefined && fitsInt32(n)) return remainder(a, n)
  }
  return remainder(a, b)
})

/** One number in, one out; null for missing; `code` for other types. */
const ofNumber = (code: number, compute: (value: Numeric, name: string) => Value): Operator =>
  unary((value, name) => {
    if (isNullish(value)) return null
    if (!isNumeric(value)) fail(code, `${name} only supports numeric types, not ${typeNameOf(value)}`)
    return compute(value, name)
  })

function absolute(value: Numeric): Numeric {
  if (typeof value === 'number') return fitsInt32(Math.abs(value)) ? Math.abs(value) : BigInt(-value)
  if (typeof value === 'bigint') {
    if (!fitsInt64(-value)) fail(28680, "can't take $abs of long long min")
    return value < 0n ? -value : value
  }
  if (value instanceof Double) return new Double(Math.abs(value.value))
  const decimal = decimalOf(value)
  const negative = typeof decimal === 'string' ? decimal === '-Infinity' : decimal.negative
  return negative ? toDecimal128(negateDecimal(decimal)) : value
}

const toPlaces = (how: Rounding, of: (n: number) => number): Operator =>
  ofNumber(28765, (value) => {
    if (value instanceof Double) return new Double(of(value.value))
    return value instanceof Decimal128 ? toDecimal128(roundDecimal(decimalOf(value), 0, how)) : value
  })

/** `$round` and `$trunc`: to a number of places between -20 and 100. */
const rounding = (how: Rounding): Operator =>
  operation(1, 2, (args, name) => {
    const [value, digits] = args
    if (args.some(isNullish)) return null
    if (!isNumeric(value)) return fail(51081, `${name} only supports numeric types, not ${typeNameOf(value)}`)
    if (digits === undefined) return rounded(value, 0, how)
    if (!isNumeric(digits))
      return fail(16004, `precision argument to ${name} must be a number, not ${typeNameOf(digits)}`)
    const places = toWhole(digits)
    if (places === undefined) return fail(51082, `precision argument to ${name} must be an integral value`)
    if (places < -20 || places > 100)
      fail(51083, `cannot apply ${name} with precision value ${places} value must be in [-20, 100]`)
    return rounded(value, places, how)
  })

function rounded(value: Numeric, places: number, how: Rounding): Numeric {
  if (value instanceof Decimal128)
    return toDecimal128(quantized(roundDecimal(decimalOf(value), places, how), places))
  if (value instanceof Double) return new Double(roundedDouble(value, places, how))
  if (places >= 0) return value
  const decimal = roundDecimal(decimalOf(value), places, how)
  const exact = typeof decimal === 'string' ? 0n : decimal.coefficient * 10n ** BigInt(decimal.exponent)
  const result = typeof decimal !== 'string' && decimal.negative ? -exact : exact
  if (typeof value === 'number' && fitsInt32(result)) return Number(result)
  return fitsInt64(result) ? result : fail(51080, `value ${result} cannot be converted to a long`)
}

function roundedDouble(value: Double, places: number, how: Rounding): number {
  const n = value.value
  if (!Number.isFinite(n)) return n
  if (places === 0 && how === 'truncate') return Math.trunc(n)
  // Through the 34-digit decimal of the double, so that halves are decided on its exact value.
  return Number(toDecimal128(roundDecimal(decimalOf(value, 34), places, how)).toString())
}

/** A function of doubles; a decimal argument is refused rather than answered with fewer digits. */
const real = (code: number, domain: (n: number, name: string) => void, of: (n: number) => number): Operator =>
  ofNumber(code, (value, name) => {
    if (value instanceof Decimal128) fail(115, `${name} of a decimal is not supported by the embedded store`)
    const n = toDouble(value)
    domain(n, name)
    return new Double(of(n))
  })

const anywhere = (): void => undefined
const positive =
  (code: number) =>
  (n: number, name: string): void => {
    if (n <= 0) fail(code, `${name}'s argument must be a positive number, but is ${n}`)
  }

const power: Operator = operation(2, 2, ([base, exponent]) => {
  if (isNullish(base) || isNullish(exponent)) return null
  if (!isNumeric(base)) return fail(28762, `$pow's base must be numeric, not ${typeNameOf(base)}`)
  if (!isNumeric(exponent)) return fail(28763, `$pow's exponent must be numeric, not ${typeNameOf(exponent)}`)
  if (toDouble(base) === 0 && toDouble(exponent) < 0)
    fail(28764, '$pow cannot take a base of 0 and a negative exponent')
  if (base instanceof Decimal128 || exponent instanceof Decimal128) {
    return fail(115, '$pow of a decimal is not supported by the embedded store')
  }
  if (base instanceof Double || exponent instanceof Double)
    return new Double(powerOf(toDouble(base), toDouble(exponent)))
  return wholePower(BigInt(base), BigInt(exponent), typeof base === 'number' && typeof exponent === 'number')
})

/** C's `pow`, which answers 1 where JavaScript answers NaN. */
function powerOf(base: number, exponent: number): number {
  if (base === 1 || (base === -1 && Math.abs(exponent) === Infinity)) return 1
  return base ** exponent
}

function wholePower(base: bigint, exponent: bigint, narrow: boolean): Numeric {
  const quick = Number(base) ** Number(exponent)
  if (exponent < 0n && base !== 1n && base !== -1n) return new Double(quick)
  if (!Number.isFinite(quick) || Math.abs(quick) > 2 ** 64) return new Double(quick)
  const size = base === 1n || base === -1n ? (exponent % 2n === 0n ? 1n : base) : base ** exponent
  if (narrow && fitsInt32(size)) return Number(size)
  return fitsInt64(size) ? size : new Double(quick)
}

const logarithm: Operator = operation(2, 2, ([value, base]) => {
  if (isNullish(value) || isNullish(base)) return null
  if (!isNumeric(value)) return fail(28756, `$log's argument must be numeric, not ${typeNameOf(value)}`)
  if (!isNumeric(base)) return fail(28757, `$log's base must be numeric, not ${typeNameOf(base)}`)
  if (compareNumbers(value, 0) <= 0 && !Number.isNaN(toDouble(value))) {
    fail(28758, `$log's argument must be a positive number, but is ${toDouble(value)}`)
  }
  if (toDouble(base) <= 0 || toDouble(base) === 1)
    fail(28759, `$log's base must be a positive number not equal to 1, but is ${toDouble(base)}`)
  if (value instanceof Decimal128 || base instanceof Decimal128) {
    return fail(115, '$log of a decimal is not supported by the embedded store')
  }
  return new Double(Math.log(toDouble(value)) / Math.log(toDouble(base)))
})

function squareRoot(value: Numeric): Value {
  if (toDouble(value) < 0) fail(28714, `$sqrt's argument must be greater than or equal to 0`)
  return value instanceof Decimal128
    ? fail(115, '$sqrt of a decimal is not supported by the embedded store')
    : new Double(Math.sqrt(toDouble(value)))
}

const random: Operator = (operand, { env }) => {
  const empty = Array.isArray(operand) ? operand.length === 0 : isDocument(operand) && operand.size === 0
  if (!empty) fail(3040501, '$rand does not currently accept arguments')
  const next = env.random ?? fail(115, '$rand is not supported here')
  return env.once ? constant(new Double(next())) : { constant: false, evaluate: () => new Double(next()) }
}

export const arithmetic: Operators = {
  $rand: random,
  $add: sum,
  $subtract: difference,
  $multiply: product,
  $divide: quotient,
  $mod: modulo,
  $abs: ofNumber(28765, absolute),
  $ceil: toPlaces('ceil', Math.ceil),
  $floor: toPlaces('floor', Math.floor),
  $round: rounding('halfEven'),
  $trunc: rounding('truncate'),
  $sqrt: ofNumber(28765, squareRoot),
  $pow: power,
  $exp: real(28765, anywhere, Math.exp),
  $ln: real(28765, positive(28766), Math.log),
  $log: logarithm,
  $log10: real(28765, positive(28761), Math.log10),
}
