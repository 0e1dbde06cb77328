// What the three English styles share: names in a row, dates in words.
import type { Work } from '../cited.ts'

/** `A`, `A and B`, `A, B, and C`; with `&` also two are parted by a comma. */
export function listed(names: readonly string[], and: 'and' | '&' = 'and'): string {
  const last = names.at(-1) ?? ''
  if (names.length < 2) return last
  const comma = names.length > 2 || and === '&' ? ',' : ''
  return `${names.slice(0, -1).join(', ')}${comma} ${and} ${last}`
}

/** When the work was made: its year, else its period. */
export function originOf({ year, period }: Work): string | null {
  if (year === null) return period
  return year > 0 ? String(year) : `${-year} BCE`
}

export function edition({ edition: name }: Work): string {
  return `${name} digital edition`
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

/** Day, month in words and year of YYYY-MM-DD. */
export function dayOf(date: string): { readonly day: number; readonly month: string; readonly year: string } {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: Number(day), month: months[Number(month) - 1] ?? '', year }
}

/** A sentence ends once. */
export function ended(text: string): string {
  return /[.?!。？！]$/u.test(text) ? text : `${text}.`
}
