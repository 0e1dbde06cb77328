// Places any BSON number on the line of doubles: the greatest double not above it, and what is left over.

/** A number split for ordering: `floor` is the greatest double not above it; `exact` is text naming the rest, or null. */
export interface PlacedNumber {
  readonly floor: number
  /** null when the double is the number; otherwise one canonical text per value, equal across BSON types. */
  readonly exact: string | null
}

const view = new DataView(new ArrayBuffer(8))

function previousDouble(n: number): number {
  if (n === -Infinity) return n
  if (n === 0) return -Number.MIN_VALUE
  view.setFloat64(0, n)
  const bits = view.getBigUint64(0)
  view.setBigUint64(0, n > 0 ? bits - 1n : bits + 1n)
  return view.getFloat64(0)
}

/** A finite double as `mantissa * 2 ** exponent`. */
function binaryParts(n: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, n)
  const bits = view.getBigUint64(0)
  const biased = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n)
  return { mantissa: bits >> 63n ? -mantissa : mantissa, exponent: (biased || 1) - 1075 }
}

/** Sign of `digits * 10 ** power - n`, exactly. */
function compareDecimalToDouble(digits: bigint, power: number, n: number): number {
  if (n === Infinity) return -1
  if (n === -Infinity) return 1
  const { mantissa, exponent } = binaryParts(n)
  let left = digits
  let right = mantissa
  if (power >= 0) left *= 10n ** BigInt(power)
  else right *= 10n ** BigInt(-power)
  if (exponent >= 0) right <<= BigInt(exponent)
  else left <<= BigInt(-exponent)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Places `digits * 10 ** power`. Equal values give equal results whatever digits and power they came with. */
export function placeDecimal(digits: bigint, power: number): PlacedNumber {
  if (digits === 0n) return { floor: 0, exact: null }
  const near = Number(`${digits}e${power}`)
  const side = compareDecimalToDouble(digits, power, near)
  if (side === 0) return { floor: near, exact: null }
  let d = digits
  let p = power
  while (d % 10n === 0n) {
    d /= 10n
    p++
  }
  return { floor: side > 0 ? near : previousDouble(near), exact: `${d}e${p}` }
}

/** Places an int64. */
export function placeInteger(n: bigint): PlacedNumber {
  const near = Number(n)
  return Number.isSafeInteger(near) ? { floor: near, exact: null } : placeDecimal(n, 0)
}

/** Places the text of a Decimal128 (its own canonical writing: digits, point, exponent, Infinity, NaN). */
export function placeDecimalText(text: string): PlacedNumber {
  const match = /^(-?)(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/i.exec(text)
  if (!match) return { floor: Number(text), exact: null }
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(whole + fraction || '0')
  return placeDecimal(sign === '-' ? -digits : digits, Number(exponent) - fraction.length)
}
