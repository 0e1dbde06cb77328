// Parts of dates in a time zone.
import { fail } from '../../bson/errors.ts'
import { isDocument, isNullish, type Value } from '../../bson/values.ts'
import { dateOf, dayOfYear, isoDay, isoWeek, localDate, week, zoneOf } from './dates.ts'
import {
  argumentsOf,
  constantOf,
  type Expression,
  fieldsOf,
  fold,
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
    // A zone known now has its error now, whatever the documents hold.
    if (zone?.constant && !date?.constant) {
      const tz = constantOf(zone)
      if (!isNullish(tz)) zoneOf(tz, name, 40533)
    }
    return fold([...(date ? [date] : []), ...(zone ? [zone] : [])], (frame) => {
      const ms = dateOf(date?.evaluate(frame))
      const tz = zone?.evaluate(frame)
      if (ms === null || (zone && isNullish(tz))) return null
      return of(localDate(ms, zoneOf(tz, name, 40533)))
    })
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
}
