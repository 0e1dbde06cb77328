// Days as whole numbers, so that dates of every age compare and sort.

const millisecondsADay = 86_400_000
/** 0001-01-01 in days before 1970. */
const firstDay = 719_162

/** First and last day of a span; null where it is open. Days before our era are negative. */
export interface DaySpan {
  readonly from: number | null
  readonly to: number | null
}

/**
 * Days after 0001-01-01 of the proleptic Gregorian calendar, which is day 0. `year` is astronomical: 0 is 1 BCE.
 * `month` and `day` begin at 1.
 */
export function dayOf(year: number, month = 1, day = 1): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return dayOfTime(date.getTime())
}

/** The day in which a moment lies, in UTC; `time` in milliseconds since 1970. */
export function dayOfTime(time: number): number {
  return Math.floor(time / millisecondsADay) + firstDay
}

/** The whole year as sources state it: negative years are before our era, and there is no year 0. */
export function yearSpan(stated: number): { readonly from: number; readonly to: number } {
  return yearsSpan(stated, stated)
}

/** From the first day of one stated year to the last of another. */
export function yearsSpan(first: number, last: number): { readonly from: number; readonly to: number } {
  return { from: dayOf(astronomical(first)), to: dayOf(astronomical(last) + 1) - 1 }
}

/** The year of a day as it is stated: negative before our era, never 0. */
export function statedYear(day: number): number {
  const year = new Date((day - firstDay) * millisecondsADay).getUTCFullYear()
  return year > 0 ? year : year - 1
}

/** A day as ISO 8601: YYYY-MM-DD, with a sign and six digits outside of the years 0 to 9999. */
export function isoDay(day: number): string {
  return new Date((day - firstDay) * millisecondsADay).toISOString().replace(/T.*$/, '')
}

/** A stated year as EDTF: 4 digits, `-0001` for 2 BCE, for 1 BCE is the year 0. */
export function edtfYear(stated: number): string {
  const year = astronomical(stated)
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}

function astronomical(stated: number): number {
  return stated < 0 ? stated + 1 : stated
}
