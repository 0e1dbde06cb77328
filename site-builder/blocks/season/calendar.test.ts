import { describe, expect, it } from 'vitest'
import { seasonOf } from './calendar.ts'
import { festivals, terms } from './occasions.ts'

const told = (date: string): string => {
  const found = seasonOf(date)
  return found ? [found.occasion.name['zh-CN'], found.when['zh-CN'], found.lunar['zh-CN']].join(' ') : ''
}

describe('today in the Chinese calendar', () => {
  // Days as the Purple Mountain Observatory announces them.
  it.each([
    ['2026-11-22', '小雪 今天 农历十月十四'],
    ['2026-11-28', '小雪 第 7 天 农历十月二十'],
    ['2026-02-17', '春节 今天 农历正月初一'],
    ['2026-02-16', '除夕 今天 农历腊月廿九'],
    ['2026-02-12', '立春 第 9 天 农历腊月廿五'],
    ['2027-02-06', '春节 今天 农历正月初一'],
    ['2026-09-24', '中秋 明天 农历八月十四'],
    ['2026-10-18', '重阳 今天 农历九月初九'],
    ['2025-08-01', '大暑 第 11 天 农历闰六月初八'],
  ])('of %s is %s', (date, expected) => {
    expect(told(date)).toBe(expected)
  })

  it('knows a season for every day of nineteen years, after which the moon comes back, and each term and festival comes', () => {
    const seen = new Set<string>()
    for (let time = Date.UTC(2020, 0, 1); time < Date.UTC(2039, 0, 1); time += 86_400_000) {
      const found = seasonOf(new Date(time).toISOString().slice(0, 10))
      expect(found).not.toBeNull()
      if (found) seen.add(found.occasion.name['zh-CN'])
    }
    expect(
      [...terms.keys(), ...festivals.map(({ name }) => name['zh-CN']), '除夕'].filter(
        (one) => !seen.has(one),
      ),
    ).toEqual([])
  })

  it('is nothing where there is no day', () => {
    expect(['', 'x', '2026-13-40', '0001-01-01', '3000-01-01'].map(seasonOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })
})
