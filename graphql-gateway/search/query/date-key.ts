/** Where a record stands in time: one whole number, the same for every engine. */

import type { DateCounts, SearchDoc } from '../contract.ts'

/**
 * Twice the year, one more when a source states it: an undated record stands in the middle of its period. Null
 * without either. Periods that follow each other keep their order, and every stated year outside of a period stays
 * on its side of it.
 */
export function dateKey({ year, years }: Pick<SearchDoc, 'year' | 'years'>): number | null {
  if (year !== null) return 2 * year + 1
  return years === null ? null : 2 * Math.round((years.from + years.to) / 2)
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
