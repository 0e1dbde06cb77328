// Lines of a description: values in both languages, and nothing for what is not known.
import { frequencies, words } from '@shuxiang/vocabulary'
import { describe, expect, it } from 'vitest'
import { codeWords, countWords, durationWords, fact, listWords, pixelWords } from './facts.ts'

describe('a fact', () => {
  it('is none without a value', () => {
    const label = words('版本', 'Edition')
    expect(fact(label, undefined)).toEqual([])
    expect(fact(label, '')).toEqual([])
    expect(fact(label, '第3版')).toEqual([{ label, value: '第3版' }])
    expect(fact(label, 'a', 'https://example.org/')).toEqual([
      { label, value: 'a', url: 'https://example.org/' },
    ])
  })
})

it.each([
  [45, '45秒', '45 sec'],
  [2712, '45分钟12秒', '45 min 12 sec'],
  [3600, '1小时', '1 hr'],
  [13_860, '3小时51分钟', '3 hr 51 min'],
  [7199, '2小时', '2 hr'],
])('%d seconds are said with the units of the language', (seconds, chinese, english) => {
  expect(durationWords(seconds)).toEqual(words(chinese, english))
})

it('says codes, counts and lists in both languages', () => {
  expect(codeWords(frequencies, 'bimonthly')).toEqual(words('双月刊', 'Every two months'))
  expect(codeWords(frequencies, 'hourly')).toEqual(words('hourly', 'hourly'))
  expect(countWords(7204)).toEqual(words('7,204', '7,204'))
  expect(listWords(['青铜', '玉'])).toEqual(words('青铜、玉', '青铜, 玉'))
  expect(listWords([])).toBeUndefined()
  expect(pixelWords(4096, 3000)).toEqual(words('4,096 × 3,000 像素', '4,096 × 3,000 px'))
  expect(pixelWords(4096, undefined)).toBeUndefined()
})
