// Arithmetic over the number types with MongoDB's promotions: int32, int64, double.
import { fail } from '../bson/errors.ts'
import { Decimal128, Double, fitsInt32, fitsInt64, type Numeric, toDouble } from '../bson/values.ts'

/** A number that may be computed with. @throws MongoError 115 for a decimal: those are stored and compared only. */
export function binary(a: Numeric): Exclude<Numeric, Decimal128> {
  return a instanceof Decimal128
    ? fail(
        115,
        'Arithmetic with Decimal128 is not supported by the embedded store; keep exact amounts as whole numbers of the smallest unit, or as text',
      )
    : a
}

/** A whole result: int32 only where both sides were, int64 while it fits, then double. */
function whole(n: bigint, narrow: boolean): Numeric {
  if (narrow && fitsInt32(n)) return Number(n)
  return fitsInt64(n) ? n : new Double(Number(n))
}

const bothInt = (a: Numeric, b: Numeric): boolean => typeof a === 'number' && typeof b === 'number'
const isWhole = (a: Numeric): a is number | bigint => typeof a === 'number' || typeof a === 'bigint'

/** Sum. */
export function add(a: Numeric, b: Numeric): Numeric {
  if (isWhole(a) && isWhole(b)) return whole(BigInt(a) + BigInt(b), bothInt(a, b))
  return new Double(toDouble(binary(a)) + toDouble(binary(b)))
}

/** Difference. */
export function subtract(a: Numeric, b: Numeric): Numeric {
  if (isWhole(a) && isWhole(b)) return whole(BigInt(a) - BigInt(b), bothInt(a, b))
  return new Double(toDouble(binary(a)) - toDouble(binary(b)))
}

/** Product. */
export function multiply(a: Numeric, b: Numeric): Numeric {
  if (isWhole(a) && isWhole(b)) return whole(BigInt(a) * BigInt(b), bothInt(a, b))
  return new Double(toDouble(binary(a)) * toDouble(binary(b)))
}

/** Remainder with the sign of the dividend; the caller has refused a zero divisor. */
export function remainder(a: Numeric, b: Numeric): Numeric {
  if (isWhole(a) && isWhole(b)) return whole(BigInt(a) % BigInt(b), bothInt(a, b))
  return new Double(toDouble(binary(a)) % toDouble(binary(b)))
}

/** A sum of many numbers; lost digits of doubles are carried along (Neumaier). */
export class Sum {
  private exact: bigint = 0n
  private small = 0
  private wide = false
  private double: number | undefined
  private lost = 0

  add(value: Numeric): void {
    if (typeof value === 'number') {
      this.small += value
      // Flushed long before a JavaScript number would lose digits.
      if (this.small > 2 ** 50 || this.small < -(2 ** 50)) this.flush()
    } else if (typeof value === 'bigint') {
      this.exact += value
      this.wide = true
    } else this.addDouble(toDouble(binary(value)))
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
    if (doubles !== undefined) return new Double(doubles + Number(this.exact))
    return whole(this.exact, !this.wide)
  }
}
