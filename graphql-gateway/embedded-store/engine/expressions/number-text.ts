// Numbers as MongoDB prints them in conversions to text.
import { fail } from '../../bson/errors.ts'
import { Decimal128, Double, type Numeric } from '../../bson/values.ts'

/** A double as text; undefined for the other types. */
export function doubleText(value: Numeric): string | undefined {
  if (!(value instanceof Double)) return undefined
  const n = value.value
  if (Number.isNaN(n)) return 'NaN'
  if (!Number.isFinite(n)) return n < 0 ? '-Infinity' : 'Infinity'
  if (Object.is(n, -0)) return '-0'
  const text = String(n)
  const digits = text.replace(/[-.]|e.*$/g, '').replace(/^0+/, '')
  // Up to 15 digits every way of printing agrees; beyond, versions of MongoDB differ.
  if (Math.abs(n) >= 1e15 || Math.abs(n) < 1e-4 || digits.length > 16) {
    if (n !== 0)
      fail(115, `Text of the double ${text} is not supported by the embedded store; round it first`)
  }
  return text
}

/** Any other number as text. */
export function decimalText(value: Numeric): string {
  return value instanceof Decimal128 ? value.toString() : String(value)
}
