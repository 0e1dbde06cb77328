// Dates and text: $dateToString, and the ISO 8601 text $toDate reads.
import { fail } from '../../bson/errors.ts'
import { isNullish, typeNameOf, type Value } from '../../bson/values.ts'
import { dateOf, dayOfYear, instant, isoDay, isoWeek, localDate, week, type Zone, zoneOf } from './dates.ts'
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

/** @throws MongoError 18535, 18536 for a format no date can be printed by. */
function checkFormat(format: string): void {
  for (const [, letter] of format.matchAll(/%([^])?/g)) {
    if (letter === undefined) fail(18535, "Unmatched '%' at end of format string")
    else if (!Object.hasOwn(printers, letter))
      fail(18536, `Invalid format character '%${letter}' in format string`)
  }
}

function print(ms: number, format: string, zone: Zone): string {
  const local = localDate(ms, zone)
  const year = local.getUTCFullYear()
  if (year < 0 || year > 9999)
    fail(18537, `$dateToString is only defined on year 0-9999, tried to use year ${year}`)
  return format.replace(/%([^])/g, (_, letter: string) => printers[letter]?.(local, zone(ms)) ?? '')
}

/** With a zone and no format, versions of MongoDB end the text in different ways. */
const isUtc = (zone: Value | undefined): boolean => zone === undefined || zone === 'UTC' || zone === '+00:00'

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
    // A wrong format is told even where there is no date to print.
    if (typeof format === 'string') checkFormat(format)
    const noZone = fields.has('timezone') && isNullish(tz)
    const zone = noZone ? undefined : zoneOf(tz, name)
    const ms = dateOf(date.evaluate(frame))
    if (ms === null) return fields.has('onNull') ? fields.get('onNull')?.evaluate(frame) : null
    if (!zone || (fields.has('format') && isNullish(format))) return null
    if (typeof format !== 'string' && !isUtc(tz))
      fail(
        115,
        '$dateToString in a time zone without a format is not supported by the embedded store: name one',
      )
    return print(ms, typeof format === 'string' ? format : isoFormat, zone)
  })
}

const isoPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/

/** Reads ISO 8601 text. @throws MongoError 241 for any other: MongoDB reads more forms, here they are refused. */
export function parseDate(text: string): number {
  const found = isoPattern.exec(text)
  if (!found) return fail(241, `Error parsing date string '${text}': only ISO 8601 dates are read`)
  const n = (i: number): number => Number(found[i] ?? 0)
  const [month, day, hour, minute, second] = [n(2), n(3), n(4), n(5), n(6)]
  const lastDay = new Date(instant({ year: n(1), month: month + 1, day: 0 })).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > lastDay || hour > 23 || minute > 59 || second > 59)
    return fail(241, `Error parsing date string '${text}': out of range`)
  const ms = Math.trunc(Number(`0.${found[7] ?? 0}`) * 1000)
  const local = instant({ year: n(1), month, day, hour, minute, second, ms })
  return found[8] === undefined || found[8] === 'Z' ? local : local - zoneOf(found[8], '$toDate')(0)
}

export const dateText: Operators = { $dateToString: toText }
