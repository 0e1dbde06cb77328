// Calendar arithmetic on instants: time zones by Intl, parts, units, weeks.
import { fail } from '../../bson/errors.ts'
import { isNullish, ObjectId, Timestamp, typeNameOf, type Value } from '../../bson/values.ts'

/** Milliseconds a zone is ahead of UTC at an instant. */
export type Zone = (ms: number) => number

const utc: Zone = () => 0
const minute = 60_000
const zones = new Map<string, Zone>()
let zoneNames: ReadonlySet<string> | undefined

/** Names of the time zone database. */
const listedZones = (): ReadonlySet<string> =>
  new Set([
    ...Intl.supportedValuesOf('timeZone'),
    ...[
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'Asia/Ho_Chi_Minh',
      'Asia/Yangon',
      'Asia/Chongqing',
      'Asia/Harbin',
      'PRC',
    ],
    ...['Europe/Kyiv', 'America/Argentina/Buenos_Aires', 'Etc/UTC', 'Etc/GMT', 'EST', 'MST', 'HST'],
  ])

/** Reads a time zone: `+hh`, `+hhmm`, `+hh:mm` or an Olson name. @throws MongoError 40485, 40517 for other types. */
export function zoneOf(value: Value | undefined, name: string, typeCode = 40517): Zone {
  if (value === undefined) return utc
  if (typeof value !== 'string')
    return fail(
      typeCode,
      `${name} requires a string for the timezone argument, but was given a ${typeNameOf(value)}`,
    )
  const offset = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(value)
  if (offset) {
    const ahead = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * minute
    return () => (offset[1] === '-' ? -ahead : ahead)
  }
  const known = zones.get(value)
  if (known) return known
  const made = namedZone(value) ?? fail(40485, `unrecognized time zone identifier: "${value}"`)
  if (zones.size > 1000) zones.clear()
  zones.set(value, made)
  return made
}

function namedZone(value: string): Zone | undefined {
  if (value === 'UTC' || value === 'GMT') return utc
  // Intl takes names of other lists too, and in any case. Listing them takes its time, so not before they are asked for.
  zoneNames ??= listedZones()
  if (!zoneNames.has(value)) return undefined
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: value,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    return (ms) => localOf(format, ms) - Math.floor(ms / 1000) * 1000
  } catch {
    return undefined
  }
}

function localOf(format: Intl.DateTimeFormat, ms: number): number {
  const part: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(ms)) part[type] = value
  const n = (type: string): number => Number(part[type])
  const year = part['era'] === 'BC' ? 1 - n('year') : n('year')
  return instant({
    year,
    month: n('month'),
    day: n('day'),
    hour: n('hour'),
    minute: n('minute'),
    second: n('second'),
  })
}

/** Fields of a date; absent ones are their least value, and any may overflow into the next. */
export interface Fields {
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  readonly ms?: number
}

/** The instant of fields read as UTC. `Date.UTC` alone would take years below 100 for 19xx. */
export function instant(f: Fields): number {
  const date = new Date(0)
  date.setUTCFullYear(f.year, (f.month ?? 1) - 1, f.day ?? 1)
  date.setUTCHours(f.hour ?? 0, f.minute ?? 0, f.second ?? 0, f.ms ?? 0)
  return date.getTime()
}

/** The instant at which a zone's clocks show a local time; in a gap the later one. */
export function fromLocal(local: number, zone: Zone): number {
  const guess = local - zone(local)
  const again = local - zone(guess)
  return guess === again ? guess : local - zone(again) === again ? again : Math.max(guess, again)
}

/** A date whose UTC fields are the local fields of an instant. */
export const localDate = (ms: number, zone: Zone): Date => new Date(ms + zone(ms))

/** What may stand for a date: dates, timestamps and ObjectIds. @throws MongoError 16006. */
export function dateOf(value: Value | undefined, code = 16006): number | null {
  if (isNullish(value)) return null
  if (value instanceof Date) return value.getTime()
  if (value instanceof ObjectId) return value.getTimestamp().getTime()
  if (value instanceof Timestamp) return value.t * 1000
  return fail(code, `can't convert from BSON type ${typeNameOf(value)} to Date`)
}

export const dayMs = 86_400_000

/** Day number of a local date since 1970-01-01. */
export const dayNumber = (local: Date): number => Math.floor(local.getTime() / dayMs)

/** Day of the year, from 1. */
export const dayOfYear = (local: Date): number =>
  dayNumber(local) - instant({ year: local.getUTCFullYear() }) / dayMs + 1

/** ISO day of the week: Monday 1 to Sunday 7. */
export const isoDay = (local: Date): number => local.getUTCDay() || 7

/** Week of the year, Sunday first; days before the first Sunday are week 0. */
export const week = (local: Date): number => Math.floor((dayOfYear(local) - 1 + 7 - local.getUTCDay()) / 7)

/** ISO 8601 week and the year it belongs to. */
export function isoWeek(local: Date): { week: number; year: number } {
  // The week belongs to the year of its Thursday.
  const thursday = new Date(local.getTime() + (4 - isoDay(local)) * dayMs)
  return { week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1, year: thursday.getUTCFullYear() }
}

/** Units of date arithmetic. */
export const units = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
] as const
export type Unit = (typeof units)[number]

/** Lengths of the units that always last the same. */
export const fixedUnits: Readonly<Partial<Record<Unit, number>>> = {
  hour: 3_600_000,
  minute,
  second: 1000,
  millisecond: 1,
}

/** Reads a unit. @throws MongoError `type` for no string, 9 for an unknown one. */
export function unitOf(value: Value, name: string, type: number, unknown = 9): Unit {
  if (typeof value !== 'string')
    return fail(type, `${name} requires 'unit' to be a string, but got ${typeNameOf(value)}`)
  return units.find((unit) => unit === value) ?? fail(unknown, `unknown time unit value: ${value}`)
}

/** An instant moved by units, on the local calendar from days upwards; the day is held to the month's last. */
export function addUnits(ms: number, unit: Unit, amount: number, zone: Zone): number {
  const fixed = fixedUnits[unit]
  if (fixed) return ms + amount * fixed
  const local = localDate(ms, zone)
  if (unit === 'day' || unit === 'week')
    return fromLocal(local.getTime() + amount * (unit === 'week' ? 7 : 1) * dayMs, zone)
  const months = amount * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1)
  const first = new Date(instant({ year: local.getUTCFullYear(), month: local.getUTCMonth() + 1 + months }))
  const year = first.getUTCFullYear()
  const month = first.getUTCMonth() + 1
  const lastDay = new Date(instant({ year, month: month + 1, day: 0 })).getUTCDate()
  const day = Math.min(local.getUTCDate(), lastDay)
  const time = local.getTime() - dayNumber(local) * dayMs
  return fromLocal(instant({ year, month, day }) + time, zone)
}

const maxMs = 8.64e15

/** A date. @throws MongoError 5166406 outside what JavaScript's dates hold. */
export function madeDate(ms: number): Date {
  return Math.abs(ms) <= maxMs
    ? new Date(ms)
    : fail(5166406, 'date overflow: the result is outside the supported range')
}

/** A date as ISO 8601 text. @throws MongoError 18537 for years the text has no place for. */
export function isoText(date: Date): string {
  const year = date.getUTCFullYear()
  return year >= 0 && year <= 9999
    ? date.toISOString()
    : fail(18537, `dates are text for the years 0 to 9999 only, not ${year}`)
}
