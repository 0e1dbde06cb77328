/** Times of a day as people type them: `9`, `930`, `9：30`, `17.30`. */

/** `HH:MM`, up to `24:00`; null when it is no time. */
export function clockOf(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().replace('.', ':')
  const [, hour, minute = '0'] = /^(\d{1,2})(?::?(\d\d))?$/.exec(text) ?? []
  if (hour === undefined || Number(minute) > 59) return null
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
  return time <= '24:00' ? time : null
}
