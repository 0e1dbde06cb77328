// Dates as EDTF -> spans of days. Source: ISO 8601-2:2019, https://www.loc.gov/standards/datetime/ (levels 0 and 1).
import edtf from 'edtf'
import { dayOfTime, type DaySpan } from './days.ts'

/** Longest text that is looked at; no date of levels 0 and 1 comes near. */
const longestDate = 60
/** Days are kept in 32 bits: some 5.8 million years to either side. */
const furthestDay = 2 ** 31 - 2

/**
 * The days that a date may be: of `1984?` the whole year, of `0618/0907` all of the span, of `2000/..` from a day on.
 * Null for a text that is no EDTF of level 0 or 1, and for a span of which no end is known.
 */
export function spanOfEdtf(text: string): DaySpan | null {
  if (text.length > longestDate) return null
  try {
    const { min, max } = edtf(text, { level: 1 })
    const [begin, end] = text.split('/')
    const span = {
      from: end !== undefined && isOpen(begin) ? null : dayIn(min),
      to: end !== undefined && isOpen(end) ? null : dayIn(max),
    }
    if (span.from === null && span.to === null) return null
    return span.from !== null && span.to !== null && span.from > span.to ? null : span
  } catch {
    return null
  }
}

function isOpen(end: string | undefined): boolean {
  return end === '' || end === '..'
}

function dayIn(time: number | null): number | null {
  if (time === null || !Number.isFinite(time)) throw new RangeError('no moment')
  const day = dayOfTime(time)
  if (Math.abs(day) > furthestDay) throw new RangeError('too far away')
  return day
}
