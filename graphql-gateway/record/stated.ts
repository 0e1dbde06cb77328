// Dates as they are stated: the years, months and days that stand in an EDTF text. Source: https://www.loc.gov/standards/datetime/

/** A year, perhaps with its month and day. */
export interface Moment {
  /** Negative before our era, never 0. */
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  /** Time with its zone, as it is written; null without one. */
  readonly time: string | null
}

/** What an EDTF text states; of a single date both ends are the same. */
export interface StatedDate {
  /** Null where it is open or unknown. */
  readonly from: Moment | null
  readonly to: Moment | null
  /** Uncertain, approximate, or a decade or century instead of a year. */
  readonly circa: boolean
}

const single =
  /^(?:Y(-?\d{5,9})|(-?\d{4})|(-?\d{1,3})(X{1,3}))(?:-(0[1-9]|1[0-2]|2[1-4]|XX)(?:-(\d\d|XX))?)?(?:T([\d:]+(?:Z|[+-]\d\d(?::?\d\d)?)?))?([?~%]?)$/

/** Null for a text that is no EDTF of level 0 or 1, and for an interval of which no end is known. */
export function statedDate(edtf: string): StatedDate | null {
  const [begin = '', end, ...more] = edtf.split('/')
  if (more.length > 0) return null
  const first = readOne(begin)
  const last = end === undefined ? first : readOne(end)
  if (first === undefined || last === undefined || (first === null && last === null)) return null
  return { from: first?.from ?? null, to: last?.to ?? null, circa: Boolean(first?.circa || last?.circa) }
}

/** Null for an open end, undefined for what is no date. */
function readOne(text: string): StatedDate | null | undefined {
  if (text === '' || text === '..') return null
  const found = single.exec(text)
  if (!found) return undefined
  const [, long, plain, digits = '', unknown = '', month, day, time, mark] = found
  const rest = { month: known(month, 12), day: known(day, 31), time: time ?? null }
  const years = long ?? plain
  const from = { ...rest, year: stated(Number(years ?? digits + '0'.repeat(unknown.length))) }
  if (years !== undefined) return { from, to: from, circa: mark !== '' }
  return { from, to: { ...rest, year: stated(Number(digits + '9'.repeat(unknown.length))) }, circa: true }
}

/** Seasons and days that nobody knows are not numbers of a calendar. */
function known(text: string | undefined, most: number): number | null {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : null
}

function stated(astronomical: number): number {
  return astronomical > 0 ? astronomical : astronomical - 1
}

/** ISO 8601: four digits for the year, or a sign and six outside of 0 to 9999; 1 BCE is the year 0. */
export function isoMoment({ year, month, day, time }: Moment): string {
  const astronomical = year > 0 ? year : year + 1
  const plain = astronomical >= 0 && astronomical <= 9999
  const digits = String(Math.abs(astronomical)).padStart(plain ? 4 : 6, '0')
  const sign = plain ? '' : astronomical < 0 ? '-' : '+'
  const days = [month, day].filter((part) => part !== null).map((part) => `-${String(part).padStart(2, '0')}`)
  return `${sign}${digits}${days.join('')}${time === null ? '' : `T${time}`}`
}

/** First moment of a date as ISO 8601; the last where the first is open. Undefined for what is no date. */
export function isoDate(edtf: string | undefined): string | undefined {
  const date = edtf === undefined ? null : statedDate(edtf)
  const moment = date?.from ?? date?.to
  return moment ? isoMoment(moment) : undefined
}

/** Last moment of a date as ISO 8601; undefined where it is open. */
export function isoEnd(edtf: string | undefined): string | undefined {
  const date = edtf === undefined ? null : statedDate(edtf)
  return date?.to ? isoMoment(date.to) : undefined
}
