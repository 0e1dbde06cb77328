// What the three English styles share: names in a row, dates in words, editions, numbers.
import { entryOf, portalPublisher, roles } from '@shuxiang/vocabulary'
import type { Moment, StatedDate } from '@shuxiang/record'
import { statement } from '../notes.ts'
import { dayIn, type Did, type Work } from '../work.ts'

/** `A`, `A and B`, `A, B, and C`; with `&` also two are parted by a comma. */
export function listed(names: readonly string[], and: 'and' | '&' = 'and'): string {
  const before = names.slice(0, -1).join(', ')
  const last = names.slice(-1).join()
  if (before === '') return last
  const comma = names.length > 2 || and === '&' ? ',' : ''
  return `${before}${comma} ${and} ${last}`
}

/** When the work was made: its years, else its period. */
export function originOf({ created, period }: Work): string | null {
  return created === null ? period : yearsOf(created)
}

/** 726; 479 BCE; 1926–1927; ca. 1560–1569; 1957–. */
export function yearsOf({ from, to, circa }: StatedDate): string {
  const [first, last] = [from, to].map((moment) => (moment === null ? '' : yearOf(moment)))
  return `${circa ? 'ca. ' : ''}${first === last ? first : `${first}–${last}`}`
}

function yearOf({ year }: Moment): string {
  return year > 0 ? String(year) : `${-year} BCE`
}

/** The edition as it is printed, else who made the electronic one; null when somebody published it without a number. */
export function edition({ edition: printed, digitised }: Work): string | null {
  return printed ?? (digitised === null ? null : `${digitised} digital edition`)
}

/** Who published it: the portal, where nobody else did. */
export function publisherOf({ publisher }: Work): string {
  return publisher ?? portalPublisher.en
}

/** Editors stand first where nobody wrote the work, but for those of the book that a part stands in. */
export function areEditorsFirst({ authors, container, people }: Work): boolean {
  return authors.length === 0 && container === null && people.editor.length > 0
}

/** What the first one named did, behind the name: `director`. */
export function labelOf({ role }: Did): string {
  return entryOf(roles, role)?.words.en.toLowerCase() ?? role
}

/** People of rarer roles, each as the vocabulary states it: `read by A and B`. */
export function alsoDid({ others }: Work): string[] {
  return others.map((did) => statement(did, 'en', listed))
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Day, month in words and year of YYYY-MM-DD. Errors: `RangeError` for any other text. */
export function dayOf(date: string): { readonly day: number; readonly month: string; readonly year: string } {
  const [, year, number, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []
  const month = months[Number(number) - 1]
  if (year === undefined || month === undefined) throw new RangeError(`${date} is no day as YYYY-MM-DD.`)
  return { day: Number(day), month, year }
}

/** A date with its day by the style's own order of words, any other by its years. */
export function dated(date: StatedDate, inWords: (day: string) => string): string {
  const day = dayIn(date)
  return day === null ? yearsOf(date) : inWords(day)
}

/** A sentence ends once. */
export function ended(text: string): string {
  return /[.?!。？！]$/u.test(text) ? text : `${text}.`
}
