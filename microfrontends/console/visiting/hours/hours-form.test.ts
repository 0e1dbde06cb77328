import { describe, expect, it } from 'vitest'
import { hoursFaults, spanFaults } from './hours-faults.ts'
import { hoursForm, hoursInput, newException, seasonLike, usualPlace } from './hours-form.ts'

const today = '2026-11-27'
const begun = () => hoursForm(null, today)

describe('hours that were never told', () => {
  it('begin as most libraries have them, and are sent as they stand', () => {
    const { places, exceptions, announceDays } = hoursInput(begun())
    expect(hoursFaults(begun())).toEqual({})
    expect([exceptions, announceDays]).toEqual([[], 7])
    expect(places[0]?.seasons[0]?.week.map(({ day }) => day)).not.toContain('MONDAY')
    expect(places[0]?.holidays).toEqual({ kind: 'AS_WEEKDAY', day: 'SUNDAY' })
  })
})

it('times are sent as the graph takes them, however they were typed', () => {
  const form = begun()
  const day = form.places[0]?.seasons[0]?.week[1]
  if (!day) throw new Error('no Tuesday')
  day.spans = [
    { opens: '830', closes: '12' },
    { opens: '13：30', closes: '24:00' },
  ]
  expect(hoursInput(form).places[0]?.seasons[0]?.week[0]?.spans).toEqual([
    { opens: '08:30', closes: '12:00' },
    { opens: '13:30', closes: '24:00' },
  ])
})

it.each([
  [[{ opens: '9', closes: '8' }], { 'x-0-closes': 'order' }],
  [[{ opens: '', closes: '17' }], { 'x-0-opens': 'time' }],
  [
    [
      { opens: '9', closes: '12' },
      { opens: '11', closes: '17' },
    ],
    { 'x-1-opens': 'order' },
  ],
  [[{ opens: '24', closes: '24' }], { 'x-0-opens': 'order', 'x-0-closes': 'order' }],
])('the spans %j have the faults %j', (spans, faults) => expect(spanFaults(spans, 'x')).toEqual(faults))

it('each field that is wrong is named', () => {
  const form = begun()
  const [place] = form.places
  if (!place) throw new Error('no place')
  const [season] = place.seasons
  if (season) place.seasons.push(seasonLike(season))
  form.places.push(usualPlace('place-1'))
  form.exceptions.push({ ...newException(today), until: '2026-11-26' }, { ...newException(''), until: '' })
  form.announceDays = '61'
  expect(hoursFaults(form)).toEqual({
    'hours-0-name': 'name',
    'hours-0-1-name': 'season',
    'hours-1-name': 'name',
    'except-0-until': 'until',
    'except-0-reason': 'why',
    'except-1-from': 'day',
    'except-1-until': 'day',
    'except-1-reason': 'why',
    'hours-lead': 'lead',
  })
})
