/** Days and times in words, in both languages. */
import { expect, test } from 'vitest'
import { clockWords, daysWords, dayWords, isMoment, momentOf, spansWords, weekdayWords } from './days.ts'

const today = '2026-11-22'

test('a day is said as readers say it, with its year when it is another', () => {
  expect(dayWords('2026-12-05', today, 'zh-CN')).toBe('12 月 5 日')
  expect(dayWords('2027-01-01', today, 'zh-CN')).toBe('2027 年 1 月 1 日')
  expect(dayWords('2026-12-05', today, 'en')).toBe('5 December')
  expect(dayWords('2027-01-01', today, 'en')).toBe('1 January 2027')
  expect(weekdayWords('2026-11-22', 'zh-CN')).toBe('星期日')
  expect(weekdayWords('2026-11-23', 'en')).toBe('Monday')
  expect(daysWords('2026-12-03', '2026-12-05', today, 'zh-CN')).toBe('12 月 3 日—12 月 5 日')
  expect(daysWords('2026-12-03', '2026-12-03', today, 'en')).toBe('3 December')
})

test('what is no day stays text', () => {
  for (const text of ['', '<b>', '2026-13-01', '2026-1-1']) {
    expect(dayWords(text, today, 'en')).toBe(text)
    expect(weekdayWords(text, 'en')).toBe('')
    expect(isMoment(text)).toBe(false)
  }
})

test('times are without a leading zero, and a whole day has words', () => {
  const spans = [
    { opens: '09:00', closes: '12:00' },
    { opens: '13:30', closes: '17:00' },
  ]
  expect(spansWords(spans, 'zh-CN')).toBe('9:00–12:00，13:30–17:00')
  expect(spansWords(spans, 'en')).toBe('9:00–12:00, 13:30–17:00')
  expect(spansWords([{ opens: '00:00', closes: '24:00' }], 'zh-CN')).toBe('全天')
  expect(spansWords([], 'en')).toBeNull()
  expect(clockWords('00:30')).toBe('0:30')
  expect(momentOf('2026-12-05T09:00')).toEqual({ day: '2026-12-05', time: '9:00' })
  expect(isMoment('2026-12-05T09:00')).toBe(true)
})
