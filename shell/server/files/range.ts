/** Which bytes of a file are asked for (RFC 9110, 14.2): one range, or the whole. */

/** First and last byte, both included. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/** Several ranges, other units and what cannot be read give the whole, as the standard allows; null: none of it is there. */
export function rangeOf(header: string | undefined, bytes: number): ByteRange | null {
  const whole = { from: 0, to: bytes - 1 }
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return whole
  if (first === '') return last === '0' ? null : { from: Math.max(0, bytes - Number(last)), to: bytes - 1 }
  const from = Number(first)
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (last !== '' && Number(last) < from) return whole
  return from < bytes ? { from, to } : null
}
