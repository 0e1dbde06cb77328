// Dates and text: $dateToString and $dateFromString.
import { fail } from '../errors.ts'
import { isNullish, typeNameOf, type Value } from '../values.ts'
import {
  dateOf,
  dayOfYear,
  fromLocal,
  instant,
  isoDay,
  isoWeek,
  localDate,
  week,
  type Zone,
  zoneOf,
} from './dates.ts'
import { fieldsOf, fold, type Operator, type Operators } from './operator.ts'

const monthNames = [
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
]

const pad = (n: number, width: number): string => String(Math.abs(n)).padStart(width, '0')

function offsetText(ms: number): string {
  const minutes = Math.trunc(ms / 60_000)
  return `${ms < 0 ? '-' : '+'}${pad(Math.trunc(minutes / 60), 2)}${pad(minutes % 60, 2)}`
}

const printers: Readonly<Record<string, (local: Date, offset: number) => string>> = {
  '%': () => '%',
  Y: (date) => pad(date.getUTCFullYear(), 4),
  m: (date) => pad(date.getUTCMonth() + 1, 2),
  d: (date) => pad(date.getUTCDate(), 2),
  H: (date) => pad(date.getUTCHours(), 2),
  M: (date) => pad(date.getUTCMinutes(), 2),
  S: (date) => pad(date.getUTCSeconds(), 2),
  L: (date) => pad(date.getUTCMilliseconds(), 3),
  j: (date) => pad(dayOfYear(date), 3),
  w: (date) => String(date.getUTCDay() + 1),
  u: (date) => String(isoDay(date)),
  U: (date) => pad(week(date), 2),
  V: (date) => pad(isoWeek(date).week, 2),
  G: (date) => pad(isoWeek(date).year, 4),
  z: (_, offset) => offsetText(offset),
  Z: (_, offset) => String(Math.trunc(offset / 60_000)),
  b: (date) => (monthNames[date.getUTCMonth()] ?? '').slice(0, 3),
  B: (date) => monthNames[date.getUTCMonth()] ?? '',
}

function print(ms: number, format: string, zone: Zone): string {
  const local = localDate(ms, zone)
  const year = local.getUTCFullYear()
  if (year < 0 || year > 9999)
    fail(18537, `$dateToString is only defined on year 0-9999, tried to use year ${year}`)
  return format.replace(/%([^])?/g, (_, letter: string | undefined) => {
    if (letter === undefined) return fail(18535, "Unmatched '%' at end of format string")
    return (
      printers[letter]?.(local, zone(ms)) ??
      fail(18536, `Invalid format character '%${letter}' in format string`)
    )
  })
}

const isoFormat = '%Y-%m-%dT%H:%M:%S.%LZ'

const toText: Operator = (operand, scope, name) => {
  const fields = fieldsOf(operand, scope, name, ['date', 'format', 'timezone', 'onNull'], {
    notObject: 18629,
    unknown: 18534,
  })
  const date = fields.get('date') ?? fail(18628, "Missing 'date' parameter to $dateToString")
  return fold([...fields.values()], (frame) => {
    const format = fields.get('format')?.evaluate(frame)
    const tz = fields.get('timezone')?.evaluate(frame)
    if (!isNullish(format) && typeof format !== 'string')
      fail(18533, `$dateToString requires that 'format' be a string, found: ${typeNameOf(format)}`)
    const noZone = fields.has('timezone') && isNullish(tz)
    const zone = noZone ? undefined : zoneOf(tz, name)
    const ms = dateOf(date.evaluate(frame))
    if (ms === null) return fields.has('onNull') ? fields.get('onNull')?.evaluate(frame) : null
    if (!zone || (fields.has('format') && isNullish(format))) return null
    return print(ms, typeof format === 'string' ? format : isoFormat, zone)
  })
}

interface Reading {
  year?: number
  month?: number
  day?: number
  dayOfYear?: number
  isoYear?: number
  isoWeek?: number
  isoDay?: number
  hour?: number
  minute?: number
  second?: number
  ms?: number
  offset?: number
}

/** Patterns of the letters a format may have when reading. */
const readers: Readonly<
  Record<string, { readonly pattern: RegExp; read(text: string, into: Reading): void }>
> = {
  Y: { pattern: /^\d{4}/, read: (text, into) => void (into.year = Number(text)) },
  m: { pattern: /^\d{1,2}/, read: (text, into) => void (into.month = Number(text)) },
  d: { pattern: /^\d{1,2}/, read: (text, into) => void (into.day = Number(text)) },
  H: { pattern: /^\d{1,2}/, read: (text, into) => void (into.hour = Number(text)) },
  M: { pattern: /^\d{1,2}/, read: (text, into) => void (into.minute = Number(text)) },
  S: { pattern: /^\d{1,2}/, read: (text, into) => void (into.second = Number(text)) },
  L: { pattern: /^\d{1,3}/, read: (text, into) => void (into.ms = Number(text)) },
  j: { pattern: /^\d{1,3}/, read: (text, into) => void (into.dayOfYear = Number(text)) },
  G: { pattern: /^\d{4}/, read: (text, into) => void (into.isoYear = Number(text)) },
  V: { pattern: /^\d{1,2}/, read: (text, into) => void (into.isoWeek = Number(text)) },
  u: { pattern: /^[1-7]/, read: (text, into) => void (into.isoDay = Number(text)) },
  z: {
    pattern: /^(Z|[+-]\d{2}(:?\d{2})?)/,
    read: (text, into) => void (into.offset = text === 'Z' ? 0 : zoneOf(text, '$dateFromString')(0)),
  },
  Z: { pattern: /^[+-]\d{1,4}/, read: (text, into) => void (into.offset = Number(text) * 60_000) },
  b: { pattern: /^[A-Za-z]{3}/, read: (text, into) => void (into.month = monthOf(text, 3)) },
  B: { pattern: /^[A-Za-z]{3,9}/, read: (text, into) => void (into.month = monthOf(text, 9)) },
}

const monthOf = (text: string, length: number): number =>
  monthNames.findIndex((name) => name.slice(0, length).toLowerCase() === text.toLowerCase()) + 1

class Unreadable extends Error {}

function read(text: string, format: string): Reading {
  const into: Reading = {}
  let rest = text
  for (let i = 0; i < format.length; i++) {
    const char = format[i] ?? ''
    if (char !== '%') {
      if (!rest.startsWith(char)) throw new Unreadable(`expected '${char}'`)
      rest = rest.slice(1)
      continue
    }
    const reader = readers[format[++i] ?? '']
    const found = reader?.pattern.exec(rest)
    if (!reader || !found) throw new Unreadable(`no value for '%${format[i]}'`)
    reader.read(found[0], into)
    rest = rest.slice(found[0].length)
  }
  if (rest) throw new Unreadable(`trailing data '${rest}'`)
  return into
}

const within = (n: number | undefined, least: number, most: number): boolean =>
  n === undefined || (n >= least && n <= most)

/** The local instant of what was read. */
function assembled(r: Reading): number {
  const time = { hour: r.hour ?? 0, minute: r.minute ?? 0, second: r.second ?? 0, ms: r.ms ?? 0 }
  if (!within(r.hour, 0, 23) || !within(r.minute, 0, 59) || !within(r.second, 0, 59))
    throw new Unreadable('time out of range')
  const natural =
    r.year !== undefined || r.month !== undefined || r.day !== undefined || r.dayOfYear !== undefined
  const iso = r.isoYear !== undefined || r.isoWeek !== undefined || r.isoDay !== undefined
  if (natural && iso) throw new Unreadable('a mixture of ISO and natural dates')
  if (iso) {
    if (r.isoYear === undefined || !within(r.isoWeek, 1, 53))
      throw new Unreadable('an ISO date needs its year')
    const fourth = isoDay(new Date(instant({ year: r.isoYear, day: 4 })))
    return instant({
      year: r.isoYear,
      day: 5 - fourth + ((r.isoWeek ?? 1) - 1) * 7 + (r.isoDay ?? 1) - 1,
      ...time,
    })
  }
  if (
    r.year === undefined ||
    !within(r.month, 1, 12) ||
    !within(r.day, 1, 31) ||
    !within(r.dayOfYear, 1, 366)
  )
    throw new Unreadable('an incomplete date')
  if (r.dayOfYear !== undefined) return instant({ year: r.year, day: r.dayOfYear, ...time })
  return instant({ year: r.year, month: r.month ?? 1, day: r.day ?? 1, ...time })
}

const isoText =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/

/** Reads ISO 8601 text, the one form taken without a format. @throws MongoError 241; 115 for other forms. */
export function parseDate(text: string, zone: Zone | undefined): number {
  const found = isoText.exec(text)
  // MongoDB reads many more forms; here they are refused rather than guessed.
  if (!found)
    return fail(241, `Error parsing date string '${text}': only ISO 8601 dates are read without a format`)
  const n = (i: number): number => Number(found[i] ?? 0)
  const reading: Reading = {
    year: n(1),
    month: n(2),
    day: n(3),
    hour: n(4),
    minute: n(5),
    second: n(6),
    ms: Number(`0.${found[7] ?? 0}`) * 1000,
  }
  try {
    return placed(
      Math.trunc(assembled(reading)),
      found[8] ? zoneOf(found[8] === 'Z' ? 'UTC' : found[8], '$toDate')(0) : undefined,
      zone,
    )
  } catch (error) {
    if (error instanceof Unreadable) return fail(241, `Error parsing date string '${text}': ${error.message}`)
    throw error
  }
}

function placed(local: number, offset: number | undefined, zone: Zone | undefined): number {
  if (offset !== undefined && zone) throw new Unreadable('both an offset in the text and a timezone')
  return offset !== undefined ? local - offset : fromLocal(local, zone ?? (() => 0))
}

function checkFormat(format: string): void {
  for (const [, letter] of format.matchAll(/%([^])?/g)) {
    if (letter === undefined) fail(18535, "Unmatched '%' at end of format string")
    else if (!readers[letter]) fail(18536, `Invalid format character '%${letter}' in format string`)
  }
}

const fromText: Operator = (operand, scope, name) => {
  const known = ['dateString', 'format', 'timezone', 'onNull', 'onError']
  const fields = fieldsOf(operand, scope, name, known, { notObject: 40540, unknown: 40541 })
  const source = fields.get('dateString') ?? fail(40542, "Missing 'dateString' parameter to $dateFromString")
  return fold([...fields.values()], (frame): Value | undefined => {
    const value = (key: string) => fields.get(key)?.evaluate(frame)
    const onError = (message: string): Value | undefined =>
      fields.has('onError') ? value('onError') : fail(241, message)
    const text = source.evaluate(frame)
    const format = value('format')
    const tz = value('timezone')
    if (!isNullish(format) && typeof format !== 'string')
      fail(40684, `$dateFromString requires that 'format' be a string, found: ${typeNameOf(format)}`)
    if (typeof format === 'string') checkFormat(format)
    const zone = fields.has('timezone') && !isNullish(tz) ? zoneOf(tz, name) : undefined
    if (isNullish(text)) return fields.has('onNull') ? value('onNull') : null
    if (typeof text !== 'string')
      return onError(`$dateFromString requires that 'dateString' be a string, found: ${typeNameOf(text)}`)
    if ((fields.has('format') && isNullish(format)) || (fields.has('timezone') && isNullish(tz))) return null
    if (typeof format !== 'string')
      return fields.has('onError')
        ? fail(115, "$dateFromString with onError needs a 'format' in the embedded store")
        : new Date(parseDate(text, zone))
    try {
      const reading = read(text, format)
      return new Date(placed(assembled(reading), reading.offset, zone))
    } catch (error) {
      if (error instanceof Unreadable)
        return onError(`Error parsing date string '${text}' with format '${format}': ${error.message}`)
      throw error
    }
  })
}

export const dateText: Operators = { $dateToString: toText, $dateFromString: fromText }
