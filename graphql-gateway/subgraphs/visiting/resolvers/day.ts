// A day that a question is about.
import { badInput } from '@shuxiang/subgraph-kit'
import { daysBetween, isDay } from '../calendar/day.ts'

/** Today unless told. Errors: BAD_USER_INPUT for what is no day, or more than so many days from today. */
export function readDay(argument: string, day: string | null, today: string, farthest: number): string {
  if (day === null) return today
  if (isDay(day) && Math.abs(daysBetween(today, day)) <= farthest) return day
  throw badInput(`${argument}: give a day as YYYY-MM-DD, at most ${farthest} days from today.`)
}
