// Names in a row and days in words, as the English styles share them.
import { expect, test } from 'vitest'
import { dayOf, listed } from './english.ts'

test('names stand in a row, and nobody is no text', () => {
  expect(listed([])).toBe('')
  expect(listed(['A'])).toBe('A')
  expect(listed(['A', 'B'])).toBe('A and B')
  expect(listed(['A', 'B'], '&')).toBe('A, & B')
  expect(listed(['A', 'B', 'C'])).toBe('A, B, and C')
})

test('a day has its month in words', () => {
  expect(dayOf('2026-11-05')).toEqual({ day: 5, month: 'November', year: '2026' })
})

test.each(['2026-13-01', '2026-11', 'today', ''])('%j is no day, and nothing is made of it', (text) => {
  expect(() => dayOf(text)).toThrow(RangeError)
})
