// When a place is open on a day, and when it opens next: pure, from what the library said and what the nation does.
import { dayPlus, weekdayOf, type Weekday } from '../calendar/day.ts'
import { nationalDay, type NationalDay } from '../calendar/holidays.ts'
import type { DayRule, Exception, Hours, HourSpan, Place, Season, Words } from './model.ts'

/** Why a day has the times that it has: the last of these that speaks of it. */
export type OpeningSource = 'WEEK' | 'HOLIDAY' | 'MAKE_UP_DAY' | 'EXCEPTION'

export interface Opening {
  readonly place: Place
  /** In their order; empty: closed all day. */
  readonly spans: readonly HourSpan[]
  readonly source: OpeningSource
  /** Of an exception; else empty. */
  readonly reason: Words
}

export interface OpeningDay {
  readonly date: string
  readonly day: Weekday
  readonly national: NationalDay | null
  /** In the order of the places. */
  readonly places: readonly Opening[]
}

/** Days that are looked through for the next opening. */
const farthest = 60

/** A whole day: true from its beginning to its end, whatever the time is. */
export function openingOn(hours: Hours, date: string): OpeningDay {
  const national = nationalDay(date)
  return {
    date,
    day: weekdayOf(date),
    national,
    places: hours.places.map((place) => openingOf(place, hours.exceptions, date, national)),
  }
}

/** The first day after `date` on which the place opens; null when that is more than 60 days away. */
export function nextOpening(
  { exceptions }: Pick<Hours, 'exceptions'>,
  place: Place,
  date: string,
): { readonly date: string; readonly opens: string } | null {
  for (let after = 1; after <= farthest; after++) {
    const day = dayPlus(date, after)
    const [first] = openingOf(place, exceptions, day, nationalDay(day)).spans
    if (first) return { date: day, opens: first.opens }
  }
  return null
}

/** Exceptions that last on a day, or begin within the days in which the library announces them. */
export function announcedOn({ exceptions, announceDays }: Hours, date: string): readonly Exception[] {
  const until = dayPlus(date, announceDays)
  return exceptions.filter((exception) => exception.until >= date && exception.from <= until)
}

function openingOf(
  place: Place,
  exceptions: readonly Exception[],
  date: string,
  national: NationalDay | null,
): Opening {
  const exception = exceptions.findLast((one) => speaksOf(one, place, date))
  if (exception) return { place, spans: exception.spans, source: 'EXCEPTION', reason: exception.reason }
  const usual = weekdayOf(date)
  if (national === null) return { place, spans: spansOf(place, date, usual), source: 'WEEK', reason: {} }
  const [rule, source] =
    national.kind === 'holiday'
      ? ([place.holidays, 'HOLIDAY'] as const)
      : ([place.makeUpDays, 'MAKE_UP_DAY'] as const)
  return { place, spans: spansBy(rule, place, date, usual), source, reason: {} }
}

const speaksOf = ({ from, until, places }: Exception, { key }: Place, date: string): boolean =>
  from <= date && date <= until && (places.length === 0 || places.includes(key))

function spansBy(rule: DayRule, place: Place, date: string, usual: Weekday): readonly HourSpan[] {
  switch (rule.kind) {
    case 'AS_USUAL':
      return spansOf(place, date, usual)
    case 'AS_WEEKDAY':
      return spansOf(place, date, rule.day)
    case 'OWN_HOURS':
      return rule.spans
    case 'CLOSED':
      return []
  }
}

function spansOf({ seasons }: Place, date: string, day: Weekday): readonly HourSpan[] {
  return seasons.findLast((season) => holds(season, date.slice(5)))?.week[day] ?? []
}

/** `date` is `MM-DD`. */
function holds({ from, until }: Season, date: string): boolean {
  if (from === null || until === null) return true
  return from <= until ? from <= date && date <= until : date >= from || date <= until
}
