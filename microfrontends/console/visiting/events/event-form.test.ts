import { expect, it } from 'vitest'
import { endAfter, eventFaults, eventState, newEvent } from './event-form.ts'

it.each([
  ['2026-12-05T14:00', '2026-12-01T16:00', '2026-12-05T16:00'],
  ['2026-12-05T23:00', '', '2026-12-06T01:00'],
  ['2026-12-05T14:00', '2026-12-05T18:00', '2026-12-05T18:00'],
  ['', '2026-12-05T18:00', '2026-12-05T18:00'],
])('an event that begins at %j and ended at %j ends at %j', (begins, ends, later) =>
  expect(endAfter(begins, ends)).toBe(later),
)

it('names what is wrong', () => {
  const event = newEvent('key', '2026-12-05')
  expect(eventFaults(event)).toEqual({ 'event-title': 'title' })
  expect(eventFaults({ ...event, begins: '', link: '//evil.example' })).toEqual({
    'event-title': 'title',
    'event-begins': 'moment',
    'event-link': 'link',
  })
  expect(eventFaults({ ...event, ends: event.begins })).toMatchObject({ 'event-ends': 'order' })
})

it('is ahead to the end of its last day', () => {
  const event = { ends: '2026-12-05T16:00', withdrawn: false }
  expect(['2026-12-05', '2026-12-06'].map((day) => eventState(event, day))).toEqual(['ahead', 'over'])
})
