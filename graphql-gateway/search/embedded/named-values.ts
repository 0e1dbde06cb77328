/** Dates and numbers that records carry by name, as they stand in the columns. */

import type { DateRange, DaySpan } from '../contract.ts'
import type { DocColumns } from './doc-columns.ts'
import type { DocSet } from './doc-set.ts'
import type { Numbering } from './numbering.ts'

/** Days are kept as whole numbers of 32 bits from 0 up; the lowest and the highest stand for an open end. */
const ZERO = 2_147_483_648
const OPEN_FROM = 0
const OPEN_TO = 4_294_967_295

/** The numbers that a list of dates holds for one of them. */
export function keptSpan(name: number, { from, to }: DaySpan): readonly [number, number, number] {
  return [name, from === null ? OPEN_FROM : from + ZERO, to === null ? OPEN_TO : to + ZERO]
}

/** Records that have, for every range, a date of its name with a day in it. */
export function withinRanges(
  found: DocSet,
  ranges: readonly DateRange[],
  columns: DocColumns,
  names: Numbering,
): DocSet {
  return ranges.reduce((set, range) => {
    const [name, from, to] = keptSpan(names.numberOf(range.name) ?? -1, range)
    const { starts, lengths, pool } = columns.dates
    return set.filter((no) => {
      const start = starts[no] ?? 0
      const end = start + (lengths[no] ?? 0)
      for (let at = start; at < end; at += 3) {
        if (pool[at] === name) return (pool[at + 1] ?? 0) <= to && (pool[at + 2] ?? 0) >= from
      }
      return false
    })
  }, found)
}

/** Writes what an order by a name compares, for some records; NaN for those with nothing of that name. */
export function readKeys(
  found: DocSet,
  name: number | undefined,
  columns: DocColumns,
  keys: Float64Array,
): void {
  for (const no of found) keys[no] = name === undefined ? NaN : keyOf(no, name, columns)
}

function keyOf(no: number, name: number, { sorts, dates }: DocColumns): number {
  const sortsEnd = (sorts.starts[no] ?? 0) + (sorts.lengths[no] ?? 0)
  for (let at = sorts.starts[no] ?? 0; at < sortsEnd; at += 2) {
    if (sorts.pool[at] === name) return sorts.pool[at + 1] ?? NaN
  }
  const datesEnd = (dates.starts[no] ?? 0) + (dates.lengths[no] ?? 0)
  for (let at = dates.starts[no] ?? 0; at < datesEnd; at += 3) {
    if (dates.pool[at] !== name) continue
    const [from = OPEN_FROM, to = OPEN_TO] = [dates.pool[at + 1], dates.pool[at + 2]]
    return (from === OPEN_FROM ? to : from) - ZERO
  }
  return NaN
}
