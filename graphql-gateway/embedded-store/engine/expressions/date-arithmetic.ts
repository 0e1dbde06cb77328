// Arithmetic on dates by units in a time zone: $dateAdd $dateSubtract $dateTrunc.
import { fail } from '../../bson/errors.ts'
import { isNullish, isNumeric, toWhole, typeNameOf, type Value } from '../../bson/values.ts'
import {
  addUnits,
  dateOf,
  dayMs,
  dayNumber,
  fixedUnits,
  fromLocal,
  instant,
  localDate,
  madeDate,
  type Unit,
  unitOf,
  type Zone,
  zoneOf,
} from './dates.ts'
import { named, type Operator, type Operators } from './operator.ts'

/** A unit and a time zone that are known when the expression is read. */
const checked =
  (unitType: number, unknownUnit?: number) =>
  (arg: (key: string) => Value | undefined, name: string): void => {
    const [unit, tz] = [arg('unit'), arg('timezone')]
    if (!isNullish(unit)) unitOf(unit, name, unitType, unknownUnit)
    if (!isNullish(tz)) zoneOf(tz, name)
  }

const adding = (sign: 1 | -1): Operator =>
  named(
    {
      check: checked(5166404),
      known: ['startDate', 'unit', 'amount', 'timezone'],
      required: ['startDate', 'unit', 'amount'],
      notObject: 5166400,
      unknown: 5166401,
      missing: 5166402,
    },
    (arg, name, has) => {
      const [start, unit, amount, tz] = [arg('startDate'), arg('unit'), arg('amount'), arg('timezone')]
      if (isNullish(start) || isNullish(unit) || isNullish(amount) || (has('timezone') && isNullish(tz)))
        return null
      const ms = dateOf(start, 5166403) ?? 0
      const by = unitOf(unit, name, 5166404)
      const n = isNumeric(amount) ? toWhole(amount) : undefined
      if (n === undefined) return fail(5166405, `${name} expects integer amount of time units`)
      if (Math.abs(n) > limits[by]) fail(5976500, `invalid ${name} 'amount' parameter value: ${n} ${by}`)
      return madeDate(addUnits(ms, by, n * sign, zoneOf(tz, name)))
    },
  )

/** Amounts beyond which no date is left, and arithmetic would lose digits. */
const limits: Readonly<Record<Unit, number>> = {
  year: 584_942_417,
  quarter: 1_754_827_250,
  month: 7_019_309_004,
  week: 30_500_568_905,
  day: 213_503_982_335,
  hour: 5_124_095_576_030,
  minute: 307_445_734_561_825,
  second: 18_446_744_073_709_552,
  millisecond: Number.MAX_SAFE_INTEGER,
}

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** Reads the first day of the week, 0 for Sunday. */
function firstDay(value: Value | undefined, name: string, code: number): number {
  if (value === undefined) return 0
  if (typeof value !== 'string')
    return fail(code, `${name} requires 'startOfWeek' to be a string, but got ${typeNameOf(value)}`)
  const at = dayNames.findIndex(
    (day) => day === value.toLowerCase() || day.slice(0, 3) === value.toLowerCase(),
  )
  return at < 0 ? fail(5439016, `unknown day of week value: ${value}`) : at
}

/** How many units a bin is long. */
function binOf(size: Value | undefined, name: string): number {
  const bins = isNumeric(size) ? toWhole(size) : undefined
  if (bins === undefined)
    return fail(
      5439017,
      `${name} requires 'binSize' to be a 64-bit integer, but got value of type ${typeNameOf(size)}`,
    )
  if (bins <= 0) fail(5439018, `${name} requires 'binSize' to be greater than 0, but got value ${bins}`)
  return bins <= 1e11 ? bins : fail(5439018, `${name} 'binSize' of ${bins} is too large`)
}

const truncate = named(
  {
    check(arg, name) {
      checked(5439013, 5439014)(arg, name)
      if (!isNullish(arg('binSize'))) binOf(arg('binSize'), name)
      if (arg('unit') === 'week' && !isNullish(arg('startOfWeek')))
        firstDay(arg('startOfWeek'), name, 5439015)
    },
    known: ['date', 'unit', 'binSize', 'timezone', 'startOfWeek'],
    required: ['date', 'unit'],
    notObject: 5439007,
    unknown: 5439008,
    missing: { date: 5439009, unit: 5439010 },
  },
  (arg, name, has) => {
    const [date, unit, size, tz, startOfWeek] = [
      arg('date'),
      arg('unit'),
      arg('binSize'),
      arg('timezone'),
      arg('startOfWeek'),
    ]
    if (
      isNullish(date) ||
      isNullish(unit) ||
      (has('binSize') && isNullish(size)) ||
      (has('timezone') && isNullish(tz))
    )
      return null
    const ms = dateOf(date, 5439012) ?? 0
    const by = unitOf(unit, name, 5439013, 5439014)
    if (by === 'week' && has('startOfWeek') && isNullish(startOfWeek)) return null
    const bins = has('binSize') ? binOf(size, name) : 1
    const first = by === 'week' ? firstDay(startOfWeek, name, 5439015) : 0
    return madeDate(truncated(ms, by, bins, zoneOf(tz, name), first))
  },
)

/** The start of the bin an instant lies in; bins are counted from 2000-01-01 (weeks from the first day after it). */
function truncated(ms: number, unit: Unit, size: number, zone: Zone, first: number): number {
  const floor = (n: number): number => Math.floor(n / size) * size
  const fixed = fixedUnits[unit]
  if (fixed) {
    const origin = fromLocal(instant({ year: 2000 }), zone)
    return origin + floor(Math.floor((ms - origin) / fixed)) * fixed
  }
  const local = localDate(ms, zone)
  if (unit === 'day' || unit === 'week') {
    // 2000-01-01 was a Saturday (6).
    const origin = instant({ year: 2000 }) / dayMs + (unit === 'week' ? (first + 7 - 6) % 7 : 0)
    const length = unit === 'week' ? 7 : 1
    return fromLocal(
      (origin + floor(Math.floor((dayNumber(local) - origin) / length)) * length) * dayMs,
      zone,
    )
  }
  const months = unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1
  const passed = (local.getUTCFullYear() - 2000) * 12 + local.getUTCMonth()
  return fromLocal(instant({ year: 2000, month: 1 + floor(Math.floor(passed / months)) * months }), zone)
}

export const dateArithmetic: Operators = {
  $dateAdd: adding(1),
  $dateSubtract: adding(-1),
  $dateTrunc: truncate,
}
