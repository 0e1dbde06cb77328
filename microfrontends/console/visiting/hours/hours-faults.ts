/** What is wrong with hours as they are typed, beside which field. */
import { dayAfter, beginOf, isDay } from '../../doing/days.ts'
import type { Faults } from '../writing/use-writing.ts'
import { clockOf } from './clock.ts'
import type { ExceptionForm, HoursForm, PlaceForm, RuleForm, SpanForm } from './hours-form.ts'

/** Days before an exception on which it may be told. */
export const LONGEST_LEAD = 60
const LONGEST_EXCEPTION = 366

/** Ids of the fields of a form, as its components give them. */
export const fieldsOf = {
  place: (place: number) => `hours-${place}`,
  season: (place: number, season: number) => `hours-${place}-${season}`,
  exception: (exception: number) => `except-${exception}`,
}

export function hoursFaults({ places, exceptions, announceDays }: HoursForm): Faults {
  return {
    ...Object.assign({}, ...places.map((place, n) => placeFaults(place, n, places.length > 1))),
    ...Object.assign({}, ...exceptions.map(exceptionFaults)),
    ...(!(/^\d{1,2}$/.test(announceDays.trim()) && Number(announceDays) <= LONGEST_LEAD) && {
      'hours-lead': 'lead',
    }),
  }
}

function placeFaults({ name, seasons, holidays, makeUpDays }: PlaceForm, n: number, named: boolean): Faults {
  const at = fieldsOf.place(n)
  return {
    ...(named && name.zh.trim() === '' && { [`${at}-name`]: 'name' }),
    ...Object.assign(
      {},
      ...seasons.map((season, k) => ({
        ...(k > 0 && season.name.zh.trim() === '' && { [`${fieldsOf.season(n, k)}-name`]: 'season' }),
        ...Object.assign(
          {},
          ...season.week.map(({ day, spans }) => spanFaults(spans, `${fieldsOf.season(n, k)}-${day}`)),
        ),
      })),
    ),
    ...ruleFaults(holidays, `${at}-holidays`),
    ...ruleFaults(makeUpDays, `${at}-makeUpDays`),
  }
}

const ruleFaults = ({ kind, spans }: RuleForm, at: string): Faults =>
  kind === 'OWN_HOURS' ? spanFaults(spans, at) : {}

function exceptionFaults({ from, until, closed, spans, reason, past }: ExceptionForm, n: number): Faults {
  if (past) return {}
  const at = fieldsOf.exception(n)
  return {
    ...(!isDay(from) && { [`${at}-from`]: 'day' }),
    ...untilFault(from, until, at),
    ...(closed ? {} : spanFaults(spans, at)),
    ...(reason.zh.trim() === '' && { [`${at}-reason`]: 'why' }),
  }
}

function untilFault(from: string, until: string, at: string): Faults {
  if (!isDay(until)) return { [`${at}-until`]: 'day' }
  if (!isDay(from)) return {}
  if (until < from) return { [`${at}-until`]: 'until' }
  return until > dayAfter(Date.parse(beginOf(from)), LONGEST_EXCEPTION) ? { [`${at}-until`]: 'year' } : {}
}

/** Each begins when the one before it has ended. */
export function spanFaults(spans: readonly SpanForm[], at: string): Faults {
  const faults: Record<string, string> = {}
  let last = '00:00'
  spans.forEach(({ opens, closes }, n) => {
    const [begin, end] = [clockOf(opens), clockOf(closes)]
    if (begin === null) faults[`${at}-${n}-opens`] = 'time'
    else if (begin < last || begin === '24:00') faults[`${at}-${n}-opens`] = 'order'
    if (end === null) faults[`${at}-${n}-closes`] = 'time'
    else if (begin !== null && end <= begin) faults[`${at}-${n}-closes`] = 'order'
    last = end ?? begin ?? last
  })
  return faults
}
