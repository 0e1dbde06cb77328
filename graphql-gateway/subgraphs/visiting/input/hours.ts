// Hours that a form sends, checked: times that follow each other, places that are there, seasons of the year.
import { badInput } from '@shuxiang/subgraph-kit'
import { longestLead, mostExceptions, mostPlaces, mostSeasons, mostSpans } from '../bounds.ts'
import { dayPlus, isDay } from '../calendar/day.ts'
import type { DayRule, Exception, Hours, HourSpan, Place, Season } from '../hours/model.ts'
import type {
  DayRuleInput,
  HoursExceptionInput,
  HoursInput,
  HoursPlaceInput,
  HoursSeasonInput,
  HourSpanInput,
  WeekdayHoursInput,
} from '../schema/types.generated.ts'
import { readNames, readTexts } from './texts.ts'

/** Errors of all: BAD_USER_INPUT with a sentence that says which field is meant. */
export function readHours({ places, exceptions, announceDays, note }: HoursInput): Hours {
  const read = within('places', places, 1, mostPlaces).map((place, n) =>
    readPlace(place, `places ${n + 1}`, places.length > 1 ? 1 : 0),
  )
  const keys = new Set(read.map(({ key }) => key))
  if (keys.size < read.length) throw badInput('places: give each a key of its own.')
  if (!Number.isInteger(announceDays) || announceDays < 0 || announceDays > longestLead)
    throw badInput(`announceDays: give 0 to ${longestLead} days.`)
  return {
    places: read,
    exceptions: within('exceptions', exceptions, 0, mostExceptions)
      .map((exception, n) => readException(exception, `exceptions ${n + 1}`, keys))
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    announceDays,
    note: readTexts('note', note, 0),
  }
}

function readPlace(input: HoursPlaceInput, at: string, atLeast: 0 | 1): Place {
  if (!/^[A-Za-z0-9-]{1,40}$/.test(input.key))
    throw badInput(`${at} key: give 1 to 40 letters, digits and hyphens.`)
  return {
    key: input.key,
    name: readNames(`${at} name`, input.name, atLeast),
    seasons: within(`${at} seasons`, input.seasons, 1, mostSeasons).map((season, n) =>
      readSeason(season, `${at} seasons ${n + 1}`, n === 0),
    ),
    holidays: readRule(input.holidays, `${at} holidays`),
    makeUpDays: readRule(input.makeUpDays, `${at} makeUpDays`),
  }
}

function readSeason({ name, from, until, week }: HoursSeasonInput, at: string, first: boolean): Season {
  if (first && (from || until)) throw badInput(`${at}: the first season holds all year; leave its days out.`)
  return {
    name: readNames(`${at} name`, name, first ? 0 : 1),
    from: first ? null : readDate(from, `${at} from`),
    until: first ? null : readDate(until, `${at} until`),
    week: readWeek(week, `${at} week`),
  }
}

/** A day that is in every year. */
function readDate(text: string | null | undefined, at: string): string {
  if (text && /^\d\d-\d\d$/.test(text) && isDay(`2001-${text}`)) return text
  throw badInput(`${at}: give a day of every year as MM-DD, such as 07-01.`, 'day')
}

function readWeek(week: readonly WeekdayHoursInput[], at: string): Season['week'] {
  const days = week.map(({ day }) => day)
  if (new Set(days).size < days.length) throw badInput(`${at}: give each weekday once.`)
  return Object.fromEntries(week.map(({ day, spans }) => [day, readSpans(spans, `${at} ${day}`)]))
}

function readRule({ kind, day, spans }: DayRuleInput, at: string): DayRule {
  switch (kind) {
    case 'AS_USUAL':
    case 'CLOSED':
      return { kind }
    case 'AS_WEEKDAY':
      if (!day) throw badInput(`${at}: say as on which weekday.`)
      return { kind, day }
    case 'OWN_HOURS':
      if (!spans || spans.length === 0) throw badInput(`${at}: give the times, or say that it is closed.`)
      return { kind, spans: readSpans(spans, at) }
  }
}

function readException(input: HoursExceptionInput, at: string, keys: ReadonlySet<string>): Exception {
  const { from, until, places } = input
  readDays(from, until, at)
  if (until > dayPlus(from, 366)) throw badInput(`${at}: give at most a year.`, 'day')
  for (const key of within(`${at} places`, places, 0, mostPlaces))
    if (!keys.has(key)) throw badInput(`${at} places: there is no place with the key of one of them.`)
  return {
    from,
    until,
    places: [...new Set(places)],
    spans: readSpans(input.spans, at),
    reason: readNames(`${at} reason`, input.reason, 1),
  }
}

/** Two days in their order. */
export function readDays(from: string, until: string, at: string): void {
  if (!isDay(from) || !isDay(until)) throw badInput(`${at}: give days as YYYY-MM-DD.`, 'day')
  if (until < from) throw badInput(`${at}: the last day is before the first.`, 'day')
}

/** Of one day: each begins when the one before it has ended. */
function readSpans(spans: readonly HourSpanInput[], at: string): readonly HourSpan[] {
  let last = ''
  for (const { opens, closes } of within(at, spans, 0, mostSpans)) {
    if (!isClock(opens) || opens === '24:00' || !isClock(closes))
      throw badInput(`${at}: give times as HH:MM, from 00:00 to 24:00.`, 'time')
    if (opens < last || closes <= opens)
      throw badInput(`${at}: each time has to be later than the one before it.`, 'time')
    last = closes
  }
  return spans.map(({ opens, closes }) => ({ opens, closes }))
}

function isClock(text: string): boolean {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)
}

function within<T>(at: string, list: readonly T[], least: number, most: number): readonly T[] {
  if (list.length < least || list.length > most) throw badInput(`${at}: give ${least} to ${most}.`)
  return list
}
