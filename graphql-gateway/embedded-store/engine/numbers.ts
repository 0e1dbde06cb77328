// Arithmetic over the four number types with MongoDB's promotions: int32, int64, double, decimal.
import {
  addDecimals,
  decimalOf,
  multiplyDecimals,
  negateDecimal,
  remainderOfDecimals,
  toDecimal128,
} from './decimal.ts'
import { Decimal128, Double, fitsInt32, fitsInt64, type Numeric, toDouble } from './values.ts'

/** A whole result: int32 only where both sides were, int64 while it fits, then double. */
function whole(n: bigint, narrow: boolean): Numeric {
  if (narrow && fitsInt32(n)) return Number(n)
  return fitsInt64(n) ? n : new Double(Number(n))
}

const bothInt = (a: Numeric, b: Numeric): boolean => typeof a === 'number' && typeof b === 'number'
const isWhole = (a: Numeric): a is number | bigint => typeof a === 'number' || typeof a === 'bigint'
const isDecimal = (a: Numeric): boolean => a instanceof Decimal128

/** Sum. */
export function add(a: Numeric, b: Numeric): Numeric {
  if (isDecimal(a) || isDecimal(b)) return toDecimal128(addDecimals(decimalOf(a), decimalOf(b)))
  if (isWhole(a) && isWhole(b)) return whole(BigInt(a) + BigInt(b), bothInt(a, b))
  return new Double(toDouble(a) + toDouble(b))
}

/** Difference. */
export function subtract(a: Numeric, b: Numeric): Numeric {
  if (isDecimal(a) || isDecimal(b)) {
    return toDecimal128(addDecimals(decimalOf(a), negateDecimal(decimalOf(b))))
  }
  if (isWhole(a) && isWhole(b)) return whole(BigInt(a) - BigInt(b), bothInt(a, b))
  return new Double(toDouble(a) - toDouble(b))
}

/** Product. */
export function multiply(a: Numeric, b: Numeric): Numeric {
  if (isDecimal(a) || isDecimal(b)) return toDecimal128(multiplyDecimals(decimalOf(a), decimalOf(b)))
  if (isWhole(a) && isWhole(b)) return whole(BigInt(a) * BigInt(b), bothInt(a, b))
  return new Double(toDouble(a) * toDouble(b))
}

/** Remainder with the sign of the dividend; the caller has refused a zero divisor. */
export function remainder(a: Numeric, b: Numeric): Numeric {
  if (isDecimal(a) || isDecimal(b)) return toDecimal128(remainderOfDecimals(decimalOf(a), decimalOf(b)))
  if (isWhole(a) && isWhole(b)) return whole(BigInt(a) % BigInt(b), bothInt(a, b))
  return new Double(toDouble(a) % toDouble(b))
}

/** A sum of many numbers; lost digits of doubles are carried along (Neumaier). */
export class Sum {
  private exact: bigint = 0n
  private small = 0
  private wide = false
  private double: number | undefined
  private lost = 0
  private decimal: Decimal128 | undefined

  add(value: Numeric): void {
    if (typeof value === 'number') {
      this.small += value
      // Flushed long before a JavaScript number would lose digits.
      if (this.small > 2 ** 50 || this.small < -(2 ** 50)) this.flush()
    } else if (typeof value === 'bigint') {
      this.exact += value
      this.wide = true
    } else if (value instanceof Double) this.addDouble(value.value)
    else {
      const before = this.decimal ?? 0
      const sum = add(before, value)
      this.decimal = sum instanceof Decimal128 ? sum : value
    }
  }

  private flush(): void {
    this.exact += BigInt(this.small)
    this.small = 0
  }

  private addDouble(value: number): void {
    const before = this.double ?? 0
    const sum = before + value
    if (Number.isFinite(sum)) {
      this.lost += Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before
    }
    this.double = sum
  }

  /** The sum in the widest type seen; an int32 sum grows to int64 and then double. */
  value(): Numeric {
    this.flush()
    const doubles = this.double === undefined ? undefined : this.double + this.lost
    if (this.decimal) {
      const partial = add(this.decimal, fitsInt64(this.exact) ? this.exact : new Double(Number(this.exact)))
      return doubles === undefined ? partial : add(partial, new Double(doubles))
    }
    if (doubles !== undefined) return new Double(doubles + Number(this.exact))
    return whole(this.exact, !this.wide)
  }
}
