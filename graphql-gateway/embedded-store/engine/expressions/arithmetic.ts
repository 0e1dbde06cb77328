// Arithmetic: $rand $add $subtract $multiply $divide $mod $abs $ceil $floor $round $trunc.
import { decimalOf, numberOf, roundDecimal, type Rounding } from '../../bson/decimal.ts'
import { fail } from '../../bson/errors.ts'
import { binary, remainder, subtract } from '../numbers.ts'
import {
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
} from '../../bson/values.ts'
import { constant, operation, type Operator, type Operators, unary } from './operator.ts'

const maxDate = 8.64e15

/** The nearest whole number, halves away from zero (C's `llround`). */
const nearest = (n: number): number => Math.sign(n) * Math.round(Math.abs(n))

/** A date moved by milliseconds. */
function moved(date: Date, by: number): Date {
  const ms = date.getTime() + nearest(by)
  return Math.abs(ms) <= maxDate ? new Date(ms) : fail(15, 'date overflow')
}

/**
 * A total as `$add` and `$multiply` keep it: whole numbers exactly, in the widest type seen, until one is a double or
 * the total leaves int64; from then on as doubles, one after the other.
 */
class Total {
  private whole: bigint
  private double: number | undefined
  private wide = false
  private readonly exact: (a: bigint, b: bigint) => bigint
  private readonly rough: (a: number, b: number) => number

  constructor(
    start: bigint,
    exact: (a: bigint, b: bigint) => bigint,
    rough: (a: number, b: number) => number,
  ) {
    this.whole = start
    this.exact = exact
    this.rough = rough
  }

  add(value: Numeric): void {
    const n = binary(value)
    if (this.double === undefined && !(n instanceof Double)) {
      const next = this.exact(this.whole, BigInt(n))
      this.wide ||= typeof n === 'bigint'
      if (fitsInt64(next)) {
        this.whole = next
        return
      }
    }
    this.double = this.rough(this.double ?? Number(this.whole), toDouble(n))
  }

  value(): Numeric {
    if (this.double !== undefined) return new Double(this.double)
    return !this.wide && fitsInt32(this.whole) ? Number(this.whole) : this.whole
  }
}

const sum: Operator = operation(0, Infinity, (args) => {
  const total = new Total(
    0n,
    (a, b) => a + b,
    (a, b) => a + b,
  )
  let date: Date | undefined
  for (const value of args) {
    if (isNullish(value)) return null
    if (value instanceof Date) {
      if (date) fail(16612, 'only one date allowed in an $add expression')
      date = moved(value, toDouble(total.value()))
    } else if (!isNumeric(value))
      return fail(14, `$add only supports numeric or date types, not ${typeNameOf(value)}`)
    else if (date) date = moved(date, toDouble(binary(value)))
    else total.add(value)
  }
  return date ?? total.value()
})

const difference: Operator = operation(2, 2, ([a, b]) => {
  if (isNullish(a) || isNullish(b)) return null
  if (isNumeric(a) && isNumeric(b)) return subtract(a, b)
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime())
  if (a instanceof Date && isNumeric(b)) {
    // Cut in some versions of MongoDB, rounded in others.
    if (b instanceof Double && !Number.isInteger(b.value))
      fail(115, 'Taking a fraction of a millisecond from a date is not supported by the embedded store')
    return moved(a, -toDouble(binary(b)))
  }
  return fail(14, `can't $subtract ${typeNameOf(b)} from ${typeNameOf(a)}`)
})

const product: Operator = operation(0, Infinity, (args) => {
  const total = new Total(
    1n,
    (a, b) => a * b,
    (a, b) => a * b,
  )
  for (const value of args) {
    if (isNullish(value)) return null
    if (!isNumeric(value)) return fail(14, `$multiply only supports numeric types, not ${typeNameOf(value)}`)
    total.add(value)
  }
  return total.value()
})

/** The quotient of two numbers, never whole: `$divide` and averages. @throws MongoError 2 for a zero divisor. */
export function divide(a: Numeric, b: Numeric): Numeric {
  if (toDouble(b) === 0) fail(2, "can't $divide by zero")
  return new Double(toDouble(binary(a)) / toDouble(binary(b)))
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
  // A whole number before 7.2, a double since.
  if (b instanceof Double && !(a instanceof Double) && toWhole(b) !== undefined)
    fail(
      115,
      '$mod of a whole number by a whole double is not supported by the embedded store: use an int or a long',
    )
  return remainder(a, b)
})

/** One number in, one out; null for missing; `code` for other types. */
const ofNumber = (code: number, compute: (value: Numeric, name: string) => Value): Operator =>
  unary((value, name) => {
    if (isNullish(value)) return null
    if (!isNumeric(value)) fail(code, `${name} only supports numeric types, not ${typeNameOf(value)}`)
    return compute(binary(value), name)
  })

function absolute(value: Numeric): Numeric {
  if (typeof value === 'number') return fitsInt32(Math.abs(value)) ? Math.abs(value) : BigInt(-value)
  if (typeof value !== 'bigint') return new Double(Math.abs(toDouble(value)))
  if (!fitsInt64(-value)) fail(28680, "can't take $abs of long long min")
  return value < 0n ? -value : value
}

const toWholeDouble = (of: (n: number) => number): Operator =>
  ofNumber(28765, (value) => (value instanceof Double ? new Double(of(value.value)) : value))

/** `$round` and `$trunc`: to a number of places between -20 and 100. */
const rounding = (how: Rounding): Operator =>
  operation(1, 2, (args, name) => {
    const [value, digits] = args
    if (isNullish(value)) return null
    if (!isNumeric(value)) return fail(51081, `${name} only supports numeric types, not ${typeNameOf(value)}`)
    if (args.length > 1 && isNullish(digits)) return null
    if (digits === undefined) return rounded(binary(value), 0, how)
    if (!isNumeric(digits))
      return fail(16004, `precision argument to ${name} must be a number, not ${typeNameOf(digits)}`)
    const places = toWhole(digits)
    if (places === undefined) return fail(51082, `precision argument to ${name} must be an integral value`)
    if (places < -20 || places > 100)
      fail(51083, `cannot apply ${name} with precision value ${places} value must be in [-20, 100]`)
    return rounded(binary(value), places, how)
  })

function rounded(value: Numeric, places: number, how: Rounding): Numeric {
  if (value instanceof Double) {
    // By its exact decimal, so that only true halves count as halves.
    const { value: n } = value
    // Decimals of MongoDB have 34 digits.
    if (Number.isFinite(n) && places + Math.max(1, Math.ceil(Math.log10(Math.abs(n) + 1))) > 34)
      fail(115, `Rounding ${n} to ${places} places is not supported by the embedded store`)
    return Number.isFinite(n) ? new Double(numberOf(roundDecimal(decimalOf(value), places, how))) : value
  }
  if (places >= 0) return value
  const decimal = roundDecimal(decimalOf(value), places, how)
  const exact = typeof decimal === 'string' ? 0n : decimal.coefficient * 10n ** BigInt(decimal.exponent)
  const result = typeof decimal !== 'string' && decimal.negative ? -exact : exact
  if (typeof value === 'number' && fitsInt32(result)) return Number(result)
  return fitsInt64(result) ? result : fail(51080, `value ${result} cannot be converted to a long`)
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
  $ceil: toWholeDouble(Math.ceil),
  $floor: toWholeDouble(Math.floor),
  $round: rounding('halfEven'),
  $trunc: rounding('truncate'),
}
