import { describe, expect, it } from 'vitest'
import type { StartVisitingData } from '../operations.generated.ts'
import { clockOf, hoursFault, hoursForm, hoursInput, isDetailed, usualHours } from './hours.ts'

type Hours = NonNullable<NonNullable<StartVisitingData['visitingDesk']>['hours']>

const nine = { opens: '09:00', closes: '17:00' }
const simple: Hours = {
  announceDays: 3,
  note: [{ language: 'zh-CN', text: '法定节日看公告' }],
  exceptions: [
    {
      from: '2026-12-01',
      until: '2026-12-02',
      places: [],
      spans: [],
      reason: [{ language: 'zh-CN', text: '盘点' }],
    },
  ],
  places: [
    {
      key: 'old',
      name: [],
      seasons: [
        {
          name: [],
          from: null,
          until: null,
          week: [
            { day: 'TUESDAY', spans: [nine] },
            { day: 'SUNDAY', spans: [{ opens: '10:00', closes: '16:00' }] },
          ],
        },
      ],
      holidays: { kind: 'CLOSED', day: null, spans: [] },
      makeUpDays: { kind: 'AS_USUAL', day: null, spans: [] },
    },
  ],
}

it.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9：30', '09:30'],
  ['17.30', '17:30'],
  ['25', null],
  ['9:75', null],
  ['soon', null],
])('%s is %s', (typed, time) => expect(clockOf(typed)).toBe(time))

describe('hours', () => {
  it('begin as most libraries have them, and are sent so', () => {
    const [place] = hoursInput(usualHours(), null).places
    expect(place?.seasons[0]?.week.map(({ day }) => day)).not.toContain('MONDAY')
    expect(place?.seasons[0]?.week).toHaveLength(6)
    expect(place?.seasons[0]?.week[0]?.spans).toEqual([nine])
    expect(place?.holidays).toEqual({ kind: 'AS_WEEKDAY', day: 'SUNDAY' })
  })
  it('that are kept are shown as they are, day by day where days differ', () => {
    const form = hoursForm(simple)
    expect(form.same).toBe(false)
    expect(form.days.filter(({ open }) => open).map(({ day, opens }) => [day, opens])).toEqual([
      ['TUESDAY', '09:00'],
      ['SUNDAY', '10:00'],
    ])
  })
  it('keep what the form does not ask for', () => {
    const sent = hoursInput({ ...hoursForm(simple), same: true, opens: '8', closes: '1930' }, simple)
    expect(sent.exceptions).toBe(simple.exceptions)
    expect(sent.note).toBe(simple.note)
    expect(sent.announceDays).toBe(3)
    expect(sent.places[0]).toMatchObject({ key: 'old', holidays: { kind: 'CLOSED' } })
    expect(sent.places[0]?.seasons[0]?.week.map(({ spans }) => spans)).toEqual([
      [{ opens: '08:00', closes: '19:30' }],
      [{ opens: '08:00', closes: '19:30' }],
    ])
  })
  it('of several places, seasons or parts of a day are the console’s', () => {
    const [place] = simple.places
    const [season] = place?.seasons ?? []
    if (!place || !season) throw new Error('the sample has no season')
    expect(isDetailed(simple)).toBe(false)
    expect(isDetailed({ ...simple, places: [place, place] })).toBe(true)
    expect(isDetailed({ ...simple, places: [{ ...place, seasons: [season, season] }] })).toBe(true)
    const lunch = { ...season, week: [{ day: 'TUESDAY' as const, spans: [nine, nine] }] }
    expect(isDetailed({ ...simple, places: [{ ...place, seasons: [lunch] }] })).toBe(true)
  })
  it('say what is wrong, and on which day', () => {
    const usual = usualHours()
    expect(hoursFault(usual)).toBeNull()
    expect(hoursFault({ ...usual, closes: '' })).toEqual({ why: 'time', day: null })
    expect(hoursFault({ ...usual, closes: '8' })).toEqual({ why: 'order', day: null })
    const days = usual.days.map((day) => (day.day === 'FRIDAY' ? { ...day, closes: '8' } : day))
    expect(hoursFault({ ...usual, same: false, days })).toEqual({ why: 'order', day: 'FRIDAY' })
    expect(hoursFault({ ...usual, days: usual.days.map((day) => ({ ...day, open: false })) })).toEqual({
      why: 'never',
      day: null,
    })
  })
})
