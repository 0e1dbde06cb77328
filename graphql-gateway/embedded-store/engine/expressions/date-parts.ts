// Parts of dates in a time zone, and dates from parts.
import { fail } from '../errors.ts'
import { documentOf, isDocument, isNullish, isNumeric, toWhole, typeNameOf, type Value } from '../values.ts'
import {
  dateOf,
  dayOfYear,
  fromLocal,
  instant,
  isoDay,
  isoWeek,
  localDate,
  madeDate,
  week,
  zoneOf,
} from './dates.ts'
import {
  argumentsOf,
  type Expression,
  fieldsOf,
  fold,
  named,
  type Operator,
  type Operators,
} from './operator.ts'

/** One part of a date, of `{$year: date}` or `{$year: {date, timezone}}`. */
const part =
  (of: (local: Date) => Value): Operator =>
  (operand, scope, name) => {
    const full = isDocument(operand) && ![...operand.keys()][0]?.startsWith('$')
    let date: Expression | undefined
    let zone: Expression | undefined
    if (full) {
      const fields = fieldsOf(operand, scope, name, ['date', 'timezone'], {
        notObject: 40535,
        unknown: 40535,
      })
      date = fields.get('date') ?? fail(40539, `missing 'date' argument to ${name}`)
      zone = fields.get('timezone')
    } else {
      if (Array.isArray(operand) && operand.length !== 1)
        fail(40536, `${name} accepts exactly one argument if given an array, but was given ${operand.length}`)
      ;[date] = argumentsOf(operand, scope, name, 1)
    }
    return fold([...(date ? [date] : []), ...(zone ? [zone] : [])], (frame) => {
      const ms = dateOf(date?.evaluate(frame))
      const tz = zone?.evaluate(frame)
      if (ms === null || (zone && isNullish(tz))) return null
      return of(localDate(ms, zoneOf(tz, name, 40533)))
    })
  }

const toParts = named(
  {
    known: ['date', 'timezone', 'iso8601'],
    required: ['date'],
    notObject: 40524,
    unknown: 40520,
    missing: 40522,
  },
  (arg, name, has) => {
    const iso = arg('iso8601')
    const tz = arg('timezone')
    const isoWanted = has('iso8601') ? iso : false
    if (has('timezone') && isNullish(tz)) return null
    const zone = zoneOf(tz, name)
    if (!isNullish(isoWanted) && typeof isoWanted !== 'boolean')
      return fail(40521, `iso8601 must evaluate to a bool, found ${typeNameOf(iso)}`)
    if (isNullish(isoWanted)) return null
    const ms = dateOf(arg('date'))
    if (ms === null) return null
    const local = localDate(ms, zone)
    const day: [string, Value][] = isoWanted
      ? [
          ['isoWeekYear', isoWeek(local).year],
          ['isoWeek', isoWeek(local).week],
          ['isoDayOfWeek', isoDay(local)],
        ]
      : [
          ['year', local.getUTCFullYear()],
          ['month', local.getUTCMonth() + 1],
          ['day', local.getUTCDate()],
        ]
    return documentOf(
      ...day,
      ['hour', local.getUTCHours()],
      ['minute', local.getUTCMinutes()],
      ['second', local.getUTCSeconds()],
      ['millisecond', local.getUTCMilliseconds()],
    )
  },
)

const partNames = [
  'year',
  'month',
  'day',
  'isoWeekYear',
  'isoWeek',
  'isoDayOfWeek',
  'hour',
  'minute',
  'second',
  'millisecond',
]

const fromParts: Operator = (operand, scope, name) => {
  const fields = fieldsOf(operand, scope, name, [...partNames, 'timezone'], {
    notObject: 40519,
    unknown: 40518,
  })
  const iso = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'].some((key) => fields.has(key))
  if (!fields.has('year') && !fields.has('isoWeekYear'))
    fail(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  if (iso && ['year', 'month', 'day'].some((key) => fields.has(key)))
    fail(
      fields.has('isoWeekYear') ? 40525 : 40489,
      '$dateFromParts does not allow mixing natural dates with ISO dates',
    )
  return fold([...fields.values()], (frame) => {
    const values = new Map<string, number>()
    for (const [key, expression] of fields) {
      if (key === 'timezone') continue
      const value = expression.evaluate(frame)
      if (isNullish(value)) return null
      values.set(key, partOf(key, value))
    }
    const tz = fields.get('timezone')?.evaluate(frame)
    if (fields.has('timezone') && isNullish(tz)) return null
    return madeDate(fromLocal(localOf(values, iso), zoneOf(tz, name)))
  })
}

function partOf(key: string, value: Value): number {
  const n = isNumeric(value) ? toWhole(value) : undefined
  if (n === undefined || Math.abs(n) > 2 ** 45)
    return fail(40515, `'${key}' must evaluate to an integer, found ${typeNameOf(value)}`)
  const yearly = key === 'year' || key === 'isoWeekYear'
  if (yearly && (n < 1 || n > 9999))
    fail(
      key === 'year' ? 40523 : 31095,
      `'${key}' must evaluate to an integer in the range 1 to 9999, found ${n}`,
    )
  const free = yearly || key === 'second' || key === 'millisecond'
  if (!free && (n < -32768 || n > 32767))
    fail(31034, `'${key}' must evaluate to a value in the range [-32768, 32767]; value ${n} is not in range`)
  return n
}

function localOf(values: ReadonlyMap<string, number>, iso: boolean): number {
  const get = (key: string, least: number): number => values.get(key) ?? least
  const time = {
    hour: get('hour', 0),
    minute: get('minute', 0),
    second: get('second', 0),
    ms: get('millisecond', 0),
  }
  if (!iso) return instant({ year: get('year', 1), month: get('month', 1), day: get('day', 1), ...time })
  const year = get('isoWeekYear', 1)
  // January 4 is always in week 1.
  const fourth = new Date(instant({ year, day: 4 }))
  const monday = 4 - (isoDay(fourth) - 1)
  const day = monday + (get('isoWeek', 1) - 1) * 7 + get('isoDayOfWeek', 1) - 1
  return instant({ year, day, ...time })
}

export const dateParts: Operators = {
  $year: part((date) => date.getUTCFullYear()),
  $month: part((date) => date.getUTCMonth() + 1),
  $dayOfMonth: part((date) => date.getUTCDate()),
  $dayOfWeek: part((date) => date.getUTCDay() + 1),
  $dayOfYear: part(dayOfYear),
  $hour: part((date) => date.getUTCHours()),
  $minute: part((date) => date.getUTCMinutes()),
  $second: part((date) => date.getUTCSeconds()),
  $millisecond: part((date) => date.getUTCMilliseconds()),
  $week: part(week),
  $isoWeek: part((date) => isoWeek(date).week),
  $isoWeekYear: part((date) => BigInt(isoWeek(date).year)),
  $isoDayOfWeek: part(isoDay),
  $dateToParts: toParts,
  $dateFromParts: fromParts,
}
