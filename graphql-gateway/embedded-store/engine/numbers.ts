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

/** Sum of two doubles and what it has lost (Dekker; `a` is the larger, or 0). */
function fast2Sum(a: number, b: number): [number, number] {
  const sum = a + b
  return [sum, b - (sum - a)]
}

/** The same for any two (Knuth). */
function twoSum(a: number, b: number): [number, number] {
  const sum = a + b
  const second = sum - a
  return [sum, a - (sum - second) + (b - second)]
}

/** A sum of many numbers, as MongoDB's summation: whole numbers exactly, doubles with what was lost carried along. */
export class Sum {
  private exact = 0n
  private small = 0
  private wide = false
  private rough = false
  private sum = 0
  private rest = 0
  /** What infinite and undefined numbers come to. */
  private special = 0

  add(value: Numeric): void {
    const n = binary(value)
    if (typeof n === 'number') {
      this.small += n
      // Flushed long before a JavaScript number would lose digits.
      if (this.small > 2 ** 50 || this.small < -(2 ** 50)) this.flush()
      this.addDouble(n)
    } else if (typeof n === 'bigint') {
      this.exact += n
      this.wide = true
      const low = BigInt.asIntN(32, n)
      this.addDouble(Number(low))
      this.addDouble(Number(n - low))
    } else {
      this.rough = true
      this.addDouble(n.value)
    }
  }

  private flush(): void {
    this.exact += BigInt(this.small)
    this.small = 0
  }

  private addDouble(value: number): void {
    this.special += value
    const [x, rest] = fast2Sum(value, this.rest)
    const [sum, lost] = twoSum(this.sum, x)
    this.sum = sum
    this.rest = rest + lost
  }

  /** The sum in the widest type seen; an int32 sum grows to int64 and then double. */
  value(): Numeric {
    this.flush()
    if (this.rough) return new Double(Number.isNaN(this.sum) ? this.special : this.sum)
    return whole(this.exact, !this.wide)
  }
}
