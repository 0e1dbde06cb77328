// National holidays: the announced years as they are announced, later ones by the law.
import { describe, expect, it } from 'vitest'
import { dayPlus, weekdayOf } from './day.ts'
import { announcedUntil, nationalDay } from './holidays.ts'

const daysOfYear = (year: number): string[] => {
  const days: string[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = dayPlus(day, 1)) days.push(day)
  return days
}

describe('a year that is announced', () => {
  it('has its holidays and its make-up days', () => {
    expect(nationalDay('2026-02-15')).toEqual({
      kind: 'holiday',
      name: { 'zh-CN': '春节', en: 'Spring Festival' },
    })
    expect(nationalDay('2026-10-10')).toEqual({
      kind: 'make-up day',
      name: { 'zh-CN': '国庆节', en: 'National Day' },
    })
    expect(nationalDay('2026-11-27')).toBeNull()
  })

  it('has make-up days at weekends only', () => {
    for (let year = 2004; year <= Number(announcedUntil.slice(0, 4)); year++)
      for (const day of daysOfYear(year))
        if (nationalDay(day)?.kind === 'make-up day')
          expect(['SATURDAY', 'SUNDAY'], day).toContain(weekdayOf(day))
  })
})

describe('a year that is not announced', () => {
  const after = Number(announcedUntil.slice(0, 4)) + 1

  it('has the thirteen days of the law and no make-up day', () => {
    for (let year = after; year < after + 20; year++) {
      const found = daysOfYear(year).flatMap((day) => nationalDay(day) ?? [])
      expect(found.filter(({ kind }) => kind === 'make-up day')).toEqual([])
      // Mid-autumn is on a National Day now and then.
      expect([12, 13], String(year)).toContain(found.length)
    }
  })

  it('has the days that almanacs print for it', () => {
    const days = daysOfYear(2027).filter((day) => nationalDay(day))
    expect(days).toEqual([
      '2027-01-01',
      ...['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
      '2027-04-05',
      ...['2027-05-01', '2027-05-02'],
      '2027-06-09',
      '2027-09-15',
      ...['2027-10-01', '2027-10-02', '2027-10-03'],
    ])
  })
})
