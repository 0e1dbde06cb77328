/** Where a record stands in time: one whole number, the same for every engine. */

import type { DateCounts, Day, DaySpan, SearchDoc } from '../contract.ts'

/**
 * Twice the middle day of its date, one more when a source states it; null for an undated record. Periods that follow
 * each other keep their order, and every stated date outside of a period stays on its side of it.
 */
export function dateKey({ date }: Pick<SearchDoc, 'date'>): number | null {
  const day = date && middleOf(date)
  return date === null || day === null ? null : 2 * day + Number(date.stated)
}

/** Of a span with an open end the other one. */
function middleOf({ from, to }: DaySpan): Day | null {
  return from === null || to === null ? (from ?? to) : Math.floor((from + to) / 2)
}

/** What an order by a name compares; null for a record with nothing of that name, which comes last. */
export function namedKey({ sorts, dates }: Pick<SearchDoc, 'sorts' | 'dates'>, name: string): number | null {
  if (Object.hasOwn(sorts, name)) return sorts[name] ?? null
  const span = Object.hasOwn(dates, name) ? dates[name] : undefined
  return span?.from ?? span?.to ?? null
}

/** Counts what an order by date rests on. */
export class DateCounter {
  private stated = 0
  private byPeriod = 0
  private undated = 0
  private first: number | null = null
  private differ = false

  add(key: number | null): void {
    if (key === null) {
      this.undated++
      return
    }
    if ((key & 1) === 1) this.stated++
    else this.byPeriod++
    this.first ??= key
    if (key !== this.first) this.differ = true
  }

  get counts(): DateCounts {
    const { stated, byPeriod, undated, differ } = this
    return { stated, byPeriod, undated, differ }
  }
}
