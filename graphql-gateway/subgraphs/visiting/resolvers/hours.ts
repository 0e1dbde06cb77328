// OpeningHours and the types below it: what follows for a day is reckoned when it is asked for.
import { badInput, textsOf } from '@shuxiang/subgraph-kit'
import { farthestDay, mostDays } from '../bounds.ts'
import { dayOf, dayPlus, timeZone, weekdays } from '../calendar/day.ts'
import { announcedUntil } from '../calendar/holidays.ts'
import type { Hours } from '../hours/model.ts'
import { announcedOn, nextOpening, openingOn } from '../hours/opening.ts'
import type { OpeningDayOf } from '../schema/mappers.ts'
import type { Resolvers } from '../schema/types.generated.ts'
import { readDay } from './day.ts'

type HoursTypes =
  'OpeningHours' | 'HoursPlace' | 'HoursSeason' | 'DayRule' | 'HoursException' | 'OpeningDay' | 'PlaceOpening'
/** Other fields are as they are kept. */
type Some = { readonly [Name in HoursTypes]: Partial<NonNullable<Resolvers[Name]>> }

export const hoursTypes = {
  OpeningHours: {
    timeZone: () => timeZone,
    note: ({ note }) => textsOf(note),
    today: (hours, _args, { now }) => dayFor(hours, dayOf(now())),
    days(hours, { from, count }, { now }) {
      const first = readDay('from', from ?? null, dayOf(now()), farthestDay)
      const many = count ?? 7
      if (many < 1 || many > mostDays) throw badInput(`count: give a whole number from 1 to ${mostDays}.`)
      return Array.from({ length: many }, (_, n) => dayFor(hours, dayPlus(first, n)))
    },
    announced: (hours, { on }, { now }) =>
      announcedOn(hours, readDay('on', on ?? null, dayOf(now()), farthestDay)),
    holidaysKnownUntil: () => announcedUntil,
  },
  HoursPlace: { name: ({ name }) => textsOf(name) },
  HoursSeason: {
    name: ({ name }) => textsOf(name),
    week: ({ week }) =>
      weekdays.flatMap((day) => (week[day] && week[day].length > 0 ? { day, spans: week[day] } : [])),
  },
  DayRule: {
    day: (rule) => (rule.kind === 'AS_WEEKDAY' ? rule.day : null),
    spans: (rule) => (rule.kind === 'OWN_HOURS' ? rule.spans : []),
  },
  HoursException: { reason: ({ reason }) => textsOf(reason) },
  OpeningDay: {
    date: ({ opening }) => opening.date,
    day: ({ opening }) => opening.day,
    holiday: ({ opening: { national } }) => (national?.kind === 'holiday' ? textsOf(national.name) : []),
    isMakeUpDay: ({ opening: { national } }) => national?.kind === 'make-up day',
    places: ({ hours, opening }) =>
      opening.places.map((place) => ({ hours, date: opening.date, opening: place })),
  },
  PlaceOpening: {
    place: ({ opening }) => opening.place,
    spans: ({ opening }) => opening.spans,
    source: ({ opening }) => opening.source,
    reason: ({ opening }) => textsOf(opening.reason),
    next: ({ hours, date, opening }) =>
      opening.spans.length === 0 ? nextOpening(hours, opening.place, date) : null,
  },
} satisfies Some

const dayFor = (hours: Hours, date: string): OpeningDayOf => ({ hours, opening: openingOn(hours, date) })
