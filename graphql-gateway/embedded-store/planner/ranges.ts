// Key ranges that hold every document a set of conditions can match, for one index.
import type { Value } from '../bson/values.ts'
import {
  afterPrefix,
  keptPart,
  kindOf,
  kinds,
  longestText,
  makeKey,
  partBytes,
} from '../keyspace/key-order.ts'
import type { KeyRange } from '../keyspace/keyspace.ts'
import type { Condition } from './conditions.ts'

/** Ranges in key order without overlap; `exact` when nothing stands in them that the conditions do not match. */
export interface Bounds {
  readonly ranges: KeyRange[]
  readonly exact: boolean
  /** Every range starts with its whole key: nothing was cut off, no range of values follows. */
  readonly whole: boolean
}

/** A range of one value's bytes: `low` in, `high` out. */
interface PartRange {
  readonly low: Buffer
  readonly high: Buffer
  readonly exact: boolean
}

/** Points (or everything under them) for a list of equal beginnings. */
export function boundsFor(
  space: number,
  beginnings: readonly (readonly Value[])[],
  descending: readonly boolean[],
  next: { ranges: readonly PartRange[]; descending: boolean } | null,
): Bounds {
  let exact = next?.ranges.every((range) => range.exact) ?? true
  let whole = next === null
  const byStart = new Map<string, KeyRange>()
  for (const values of beginnings) {
    const made = makeKey(space, values, descending)
    if (made.lossy) exact = false
    if (made.truncated) whole = false
    const base = keptPart(made)
    const found =
      next && !made.truncated
        ? next.ranges.map((range) => within(base, range, next.descending))
        : [{ start: made.truncated ? base : made.key, end: afterPrefix(base) }]
    for (const range of found) byStart.set(range.start.toString('latin1'), range)
  }
  const ranges = [...byStart.values()].sort((a, b) => a.start.compare(b.start))
  return { ranges, exact, whole }
}

function within(base: Buffer, { low, high }: PartRange, descending: boolean): KeyRange {
  if (!descending) return { start: Buffer.concat([base, low]), end: Buffer.concat([base, high]) }
  return {
    start: afterPrefix(Buffer.concat([base, invert(high)])),
    end: afterPrefix(Buffer.concat([base, invert(low)])),
  }
}

function invert(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0xff))
}

/** The ranges a condition asks of one field; none when it asks nothing. `oneSide`: only one end may be used. */
export function partRanges(condition: Condition, oneSide: boolean): PartRange[] {
  if (condition.prefix !== undefined) {
    const { bytes } = partBytes(condition.prefix)
    const low = bytes.subarray(0, Math.min(bytes.length - 1, longestText))
    return [
      { low, high: afterPrefix(low), exact: false },
      // A pattern also matches itself where it is stored.
      { low: Buffer.from([kinds.regex]), high: Buffer.from([kinds.regex + 1]), exact: false },
    ]
  }
  let { low, high } = condition
  if (!low && !high) return []
  let exact = true
  if (low && high && (oneSide || kindOf(low.value) !== kindOf(high.value))) {
    high = undefined
    exact = false
  }
  const kind = kindOf((low ?? high)?.value ?? null)
  let start: Buffer
  if (low) {
    const end = edge(low.value)
    start = low.inclusive || !end.exact ? end.bytes : afterPrefix(end.bytes)
    exact &&= end.exact
  } else {
    // NaN sorts before all numbers but no comparison with a number matches it.
    start = kind === kinds.number ? partBytes(-Infinity).bytes : Buffer.from([kind])
  }
  let end: Buffer = Buffer.from([kind + 1])
  if (high) {
    const top = edge(high.value)
    end = high.inclusive || !top.exact ? afterPrefix(top.bytes) : top.bytes
    exact &&= top.exact
  }
  return [{ low: start, high: end, exact }]
}

/** The bytes of a bound, cut back to what is certain when the value is shortened in keys. */
function edge(value: Value): { bytes: Buffer; exact: boolean } {
  const { bytes, lossy } = partBytes(value)
  if (typeof value === 'string')
    return bytes.length > longestText
      ? { bytes: bytes.subarray(0, longestText), exact: false }
      : { bytes, exact: true }
  return lossy ? { bytes: bytes.subarray(0, 9), exact: false } : { bytes, exact: true }
}
