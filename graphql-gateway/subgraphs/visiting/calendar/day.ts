// Days as `YYYY-MM-DD` and what can be reckoned with them. China has had one time zone without summer time since 1992.

/** Of all days and times of libraries. */
export const timeZone = 'Asia/Shanghai'

/** Of the week, as the graph calls them, Monday first. */
export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const
export type Weekday = (typeof weekdays)[number]

const millisecondsOfDay = 24 * 3600 * 1000
const aheadOfUtc = 8 * 3600 * 1000

/** The day in China at a time in milliseconds since 1970. */
export function dayOf(time: number): string {
  return new Date(time + aheadOfUtc).toISOString().slice(0, 10)
}

/** The time in China, as `HH:MM`. */
export function clockOf(time: number): string {
  return new Date(time + aheadOfUtc).toISOString().slice(11, 16)
}

/** Whether a text is a day that there is, from 2000 to 2099: what a library can plan. */
export function isDay(text: string): boolean {
  return /^20\d\d-\d\d-\d\d$/.test(text) && dayPlus(text, 0) === text
}

/** Some days later, or earlier where `days` is below 0. */
export function dayPlus(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) ? '' : new Date(time + days * millisecondsOfDay).toISOString().slice(0, 10)
}

/** How many days `later` is after `day`. */
export function daysBetween(day: string, later: string): number {
  return Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / millisecondsOfDay)
}

export function weekdayOf(day: string): Weekday {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekdays[(sundayFirst + 6) % 7] ?? 'MONDAY'
}
