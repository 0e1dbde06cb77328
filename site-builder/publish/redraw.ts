/** When a page that was drawn is no longer true by the clock alone. */
import type { Reading } from '@shuxiang/site-blocks'
import { nextDay } from './day.ts'

/** A block that says something of the instant is drawn again this often, in milliseconds. */
const instantEvery = 15 * 60_000

/** The first such moment after `now`; null: never. */
export function redrawAt(readings: Iterable<Readonly<Reading>>, now: Date): Date | null {
  let first: Date | null = null
  const note = (moment: Date): void => {
    if (moment > now && (first === null || moment < first)) first = moment
  }
  for (const { day, instant, turns } of readings) {
    if (day) note(nextDay(now))
    if (instant) note(new Date((Math.floor(now.getTime() / instantEvery) + 1) * instantEvery))
    for (const turn of turns) note(new Date(turn))
  }
  return first
}
