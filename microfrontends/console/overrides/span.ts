/** From when until when, as the controls of a browser have it: `YYYY-MM-DDTHH:MM` of Beijing, empty for none. */

/** As the graph takes it. */
export const momentOf = (time: string): string | null => (time === '' ? null : `${time}:00+08:00`)

/** Days ahead that the graph takes. */
const FURTHEST = 366 * 24 * 3600_000

/** Which end is none: before the beginning or over already, or too far away. */
export function spanFault(from: string, until: string, now: number): 'from' | 'until' | '' {
  const [begins, ends] = [from, until].map((time) => Date.parse(momentOf(time) ?? ''))
  if (from !== '' && !(Math.abs(Number(begins) - now) <= FURTHEST)) return 'from'
  if (until === '') return ''
  const isLater = Number(ends) > Math.max(now, from === '' ? now : Number(begins))
  return isLater && Number(ends) - now <= FURTHEST ? '' : 'until'
}
