/** Days as people give them, of Beijing time like all days of the portal. */

const DAY = 24 * 3600 * 1000
/** A role is given for at most so many days; the last one counts whole. */
export const MOST_DAYS = 365

/** `2026-11-27`, so many days after `now` (milliseconds). */
export function dayAfter(now: number, days: number): string {
  return new Date(now + 8 * 3600 * 1000 + days * DAY).toISOString().slice(0, 10)
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00+08:00`))

/** The moment at which a day begins, as the graph takes it. */
export const beginOf = (day: string): string => `${day}T00:00:00+08:00`

/** The last second of a day. */
export const endOf = (day: string): string => `${day}T23:59:59+08:00`

/** The moment at which the next day begins. */
export const endsBefore = (day: string): string => beginOf(dayAfter(Date.parse(beginOf(day)), 1))
