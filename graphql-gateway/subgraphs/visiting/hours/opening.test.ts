// When a library is open: said by examples, and held for every day of ten years and any hours that can be said.
import { describe, expect, it } from 'vitest'
import { dayPlus, daysBetween, isDay, weekdayOf, weekdays } from '../calendar/day.ts'
import { nationalDay } from '../calendar/holidays.ts'
import type { DayRule, Exception, Hours, HourSpan, Place, Season } from './model.ts'
import { announcedOn, nextOpening, openingOn } from './opening.ts'

const day: readonly HourSpan[] = [{ opens: '09:00', closes: '17:30' }]
const evening: readonly HourSpan[] = [{ opens: '09:00', closes: '21:00' }]
const short: readonly HourSpan[] = [{ opens: '10:00', closes: '16:00' }]
const year: Season = {
  name: {},
  from: null,
  until: null,
  week: { TUESDAY: day, WEDNESDAY: day, THURSDAY: day, FRIDAY: day, SATURDAY: day, SUNDAY: short },
}
const place = (facts: Partial<Place> = {}): Place => ({
  key: 'main',
  name: { 'zh-CN': '总馆' },
  seasons: [year],
  holidays: { kind: 'AS_WEEKDAY', day: 'SUNDAY' },
  makeUpDays: { kind: 'AS_USUAL' },
  ...facts,
})
const hours = (facts: Partial<Hours> = {}): Hours => ({
  places: [place()],
  exceptions: [],
  announceDays: 7,
  note: {},
  ...facts,
})
const closed = (from: string, until: string, facts: Partial<Exception> = {}): Exception => ({
  ...{ from, until, places: [], spans: [], reason: { 'zh-CN': '设备检修' } },
  ...facts,
})
const at = (one: Hours, date: string) => {
  const [first] = openingOn(one, date).places
  return first && { spans: first.spans, source: first.source }
}

describe('a day', () => {
  it.each([
    ['2026-11-27', day, 'WEEK'],
    ['2026-11-29', short, 'WEEK'],
    ['2026-11-30', [], 'WEEK'],
    // A Thursday of the National Day, and the Saturday on which the nation works for it.
    ['2026-10-01', short, 'HOLIDAY'],
    ['2026-10-10', day, 'MAKE_UP_DAY'],
  ])('%s is open by the week and the nation', (date, spans, source) =>
    expect(at(hours(), date)).toEqual({ spans, source }),
  )

  it.each<[DayRule, readonly HourSpan[]]>([
    [{ kind: 'CLOSED' }, []],
    [{ kind: 'AS_USUAL' }, day],
    [{ kind: 'AS_WEEKDAY', day: 'MONDAY' }, []],
    [{ kind: 'OWN_HOURS', spans: evening }, evening],
  ])('of a holiday is as the library says: %j', (holidays, spans) =>
    expect(at(hours({ places: [place({ holidays })] }), '2026-10-01')).toEqual({ spans, source: 'HOLIDAY' }),
  )

  it('is of the season that it lies in, over the end of the year too', () => {
    const summer = { ...year, from: '07-01', until: '08-31', week: { MONDAY: evening } }
    const winter = { ...year, from: '12-20', until: '01-15', week: { MONDAY: short } }
    const one = hours({ places: [place({ seasons: [year, summer, winter] })] })
    expect(at(one, '2026-07-06')?.spans).toEqual(evening)
    expect(at(one, '2026-07-07')?.spans).toEqual([])
    expect(at(one, '2026-12-21')?.spans).toEqual(short)
    expect(at(one, '2027-01-04')?.spans).toEqual(short)
    expect(at(one, '2027-01-18')?.spans).toEqual([])
  })

  it('is as an exception says, of its places only, and the later one has the last word', () => {
    const places = [place(), place({ key: 'children' })]
    const exceptions = [
      closed('2026-09-28', '2026-10-08'),
      closed('2026-10-01', '2026-10-01', { places: ['children'], spans: short }),
    ]
    const [main, children] = openingOn(hours({ places, exceptions }), '2026-10-01').places
    expect([main?.spans, main?.source, main?.reason]).toEqual([[], 'EXCEPTION', { 'zh-CN': '设备检修' }])
    expect(children?.spans).toEqual(short)
  })
})

describe('the next opening', () => {
  it('is the next day that is open', () => {
    expect(nextOpening(hours(), place(), '2026-11-30')).toEqual({ date: '2026-12-01', opens: '09:00' })
    const exceptions = [closed('2026-12-01', '2026-12-31')]
    expect(nextOpening({ exceptions }, place(), '2026-11-30')).toEqual({ date: '2027-01-01', opens: '10:00' })
  })
  it('is not told where there is none within two months', () =>
    expect(
      nextOpening({ exceptions: [closed('2026-12-01', '2027-03-01')] }, place(), '2026-11-30'),
    ).toBeNull())
})

it('an exception is announced so many days before it, and as long as it lasts', () => {
  const one = hours({ exceptions: [closed('2026-12-10', '2026-12-12')] })
  const told = (date: string): number => announcedOn(one, date).length
  expect(['2026-12-02', '2026-12-03', '2026-12-12', '2026-12-13'].map(told)).toEqual([0, 1, 1, 0])
})

/** Numbers that are the same at every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function anyHours(seed: number): Hours {
  const random = numbers(seed)
  const clock = (quarter: number): string =>
    `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
  const spans = (): HourSpan[] => {
    const times = [...new Set(Array.from({ length: 2 * random(4) }, () => random(97)))].sort((a, b) => a - b)
    return times.flatMap((time, i) =>
      i % 2 === 1 ? { opens: clock(times[i - 1] ?? 0), closes: clock(time) } : [],
    )
  }
  const season = (n: number): Season => ({
    name: {},
    from: n === 0 ? null : dayPlus('2025-01-01', random(365)).slice(5),
    until: n === 0 ? null : dayPlus('2025-01-01', random(365)).slice(5),
    week: Object.fromEntries(weekdays.filter(() => random(5) > 0).map((weekday) => [weekday, spans()])),
  })
  const rule = (): DayRule =>
    [
      { kind: 'AS_USUAL' as const },
      { kind: 'CLOSED' as const },
      { kind: 'AS_WEEKDAY' as const, day: weekdays[random(7)] ?? 'MONDAY' },
      { kind: 'OWN_HOURS' as const, spans: spans() },
    ][random(4)] ?? { kind: 'CLOSED' }
  const places = Array.from({ length: 1 + random(3) }, (_, n) =>
    place({
      key: `p${n}`,
      seasons: Array.from({ length: 1 + random(3) }, (_none, i) => season(i)),
      holidays: rule(),
      makeUpDays: rule(),
    }),
  )
  const exceptions = Array.from({ length: random(8) }, () => {
    const from = dayPlus('2023-01-01', random(3652))
    const of = random(2) === 0 ? [] : [`p${random(places.length)}`]
    return closed(from, dayPlus(from, random(20)), { places: of, spans: spans() })
  })
  return hours({ places, exceptions })
}

describe('on every day of ten years', () => {
  const days = Array.from({ length: 3653 }, (_, n) => dayPlus('2023-01-01', n))

  it('days follow each other, and weekdays with them', () => {
    for (const [n, date] of days.entries()) {
      expect(isDay(date) && daysBetween('2023-01-01', date) === n).toBe(true)
      expect(weekdayOf(dayPlus(date, 7))).toBe(weekdayOf(date))
    }
    expect(weekdayOf('2026-11-27')).toBe('FRIDAY')
    expect(['2026-02-29', '2026-2-1', '2026-13-01', '1999-01-01', ''].filter(isDay)).toEqual([])
  })

  it.each([1, 2, 3, 4, 5, 6])('any hours (%i) give whole days whose source is what speaks last', (seed) => {
    const one = anyHours(seed)
    for (const date of days) {
      const { places } = openingOn(one, date)
      expect(places.map((opening) => opening.place.key)).toEqual(one.places.map(({ key }) => key))
      const kind = nationalDay(date)?.kind
      for (const { place: at, spans, source, reason } of places) {
        let last = ''
        for (const { opens, closes } of spans) {
          if (opens < last || closes <= opens) expect.fail(`${date}: ${JSON.stringify(spans)}`)
          last = closes
        }
        const speaks = one.exceptions.some(
          ({ from, until, places: of }) =>
            from <= date && date <= until && (of.length === 0 || of.includes(at.key)),
        )
        const wanted = speaks
          ? 'EXCEPTION'
          : kind === 'holiday'
            ? 'HOLIDAY'
            : kind === 'make-up day'
              ? 'MAKE_UP_DAY'
              : 'WEEK'
        if (source !== wanted || (source === 'EXCEPTION') !== 'zh-CN' in reason)
          expect.fail(`${date}: ${source}, not ${wanted}`)
      }
    }
  })

  it.each([7, 8])(
    'the next opening of any hours (%i) is a day that opens, and none before it does',
    (seed) => {
      const one = anyHours(seed)
      const opens = (date: string, key: string): string | undefined =>
        openingOn(one, date).places.find((opening) => opening.place.key === key)?.spans[0]?.opens
      for (const date of days.filter((_, n) => n % 5 === 0))
        for (const at of one.places) {
          const next = nextOpening(one, at, date)
          let expected: { date: string; opens: string } | null = null
          for (let n = 1; n <= 60 && !expected; n++) {
            const first = opens(dayPlus(date, n), at.key)
            if (first !== undefined) expected = { date: dayPlus(date, n), opens: first }
          }
          expect(next).toEqual(expected)
        }
    },
  )
})
