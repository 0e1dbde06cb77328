/** Days of the portal. Its nation has one time zone, and no summer time since 1991. */

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })

/** `YYYY-MM-DD` */
export function dayOf(instant: Date): string {
  return dayFormat.format(instant)
}

/** When the day after begins. */
export function nextDay(instant: Date): Date {
  return new Date(Date.parse(`${dayOf(instant)}T00:00:00+08:00`) + 24 * 60 * 60_000)
}
