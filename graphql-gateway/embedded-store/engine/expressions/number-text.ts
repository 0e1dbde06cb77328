// Numbers as MongoDB prints them in conversions to text.
import { Decimal128, Double, type Numeric } from '../values.ts'

/** A double as text; undefined for the other types. */
export function doubleText(value: Numeric): string | undefined {
  if (!(value instanceof Double)) return undefined
  const n = value.value
  if (Number.isNaN(n)) return 'NaN'
  if (!Number.isFinite(n)) return n < 0 ? '-Infinity' : 'Infinity'
  if (Object.is(n, -0)) return '-0'
  // JavaScript and MongoDB both print the shortest digits that read back; the exponent has two digits in MongoDB.
  const size = Math.abs(n)
  const text = size >= 1e21 || (size !== 0 && size < 1e-4) ? n.toExponential() : String(n)
  return text.replace(/e([+-])(\d)$/, 'e$10$2')
}

/** Any other number as text. */
export function decimalText(value: Numeric): string {
  return value instanceof Decimal128 ? value.toString() : String(value)
}
