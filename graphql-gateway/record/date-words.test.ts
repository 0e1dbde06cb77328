// Dates in words of both languages.
import { expect, it } from 'vitest'
import { dateWords } from './date-words.ts'

it.each([
  ['0726', '726年', '726 CE'],
  ['-0450', '公元前451年', '451 BCE'],
  ['2009-10', '2009年10月', 'October 2009'],
  ['2024-03-18', '2024年3月18日', '18 March 2024'],
  ['0762-12~', '约762年12月', 'c. December 762 CE'],
  ['198X', '约1980年—1989年', 'c. 1980 – 1989'],
  ['1926/1927', '1926年—1927年', '1926 – 1927'],
  ['1957/..', '1957年起', 'since 1957'],
  ['../1957', '至1957年', 'until 1957'],
  ['2026-12-05T14:00:00+08:00', '2026年12月5日 14:00', '5 December 2026, 14:00'],
  ['soon', 'soon', 'soon'],
])('%s', (edtf, chinese, english) => {
  expect(dateWords(edtf)).toEqual({ 'zh-CN': chinese, en: english })
})
