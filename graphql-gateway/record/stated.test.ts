// Dates as they are stated.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfYear } from './days.ts'
import { spanOfEdtf } from './edtf.ts'
import { isoDate, isoEnd, statedDate } from './stated.ts'

describe('a stated date', () => {
  it.each([
    ['0742', [742, null, null], [742, null, null], false],
    ['1985-04', [1985, 4, null], [1985, 4, null], false],
    ['1985-04-12', [1985, 4, 12], [1985, 4, 12], false],
    ['1984?', [1984, null, null], [1984, null, null], true],
    ['156X', [1560, null, null], [1569, null, null], true],
    ['15XX', [1500, null, null], [1599, null, null], true],
    ['0618/0907', [618, null, null], [907, null, null], false],
    ['2000~/..', [2000, null, null], null, true],
    ['../2000-05', null, [2000, 5, null], false],
    ['2001-21', [2001, null, null], [2001, null, null], false],
    ['2001-05-XX', [2001, 5, null], [2001, 5, null], false],
    ['-0478', [-479, null, null], [-479, null, null], false],
    ['0000', [-1, null, null], [-1, null, null], false],
    ['Y-17000', [-17_001, null, null], [-17_001, null, null], false],
  ])('%s', (text, from, to, circa) => {
    const date = statedDate(text)
    const parts = (moment: typeof date extends null ? never : NonNullable<typeof date>['from']) =>
      moment && [moment.year, moment.month, moment.day]
    expect(date && [parts(date.from), parts(date.to), date.circa]).toEqual([from, to, circa])
  })

  it.each(['', '..', '../..', 'spring', '2001-13', '1/2/3', '1'.repeat(10_000)])('is not %j', (text) => {
    expect(statedDate(text)).toBeNull()
  })

  it('is there for everything that is a span of days', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{3}[\dX](-[012X]\d)?(-[0123X]\d)?[?~%]?$/), (text) => {
        if (spanOfEdtf(text) !== null) expect(statedDate(text)).not.toBeNull()
      }),
      { numRuns: 2000 },
    )
  })
})

describe('ISO 8601', () => {
  it.each([
    [1763, '1763'],
    [5, '0005'],
    [-1, '0000'],
    [-500, '-000499'],
    [12_000, '+012000'],
  ])('writes the year %i as %s', (year, text) => {
    expect(isoDate(Math.abs(year) < 10_000 ? edtfYear(year) : `Y${year}`)).toBe(text)
  })

  it('has the first and the last moment of a span, and the time of a moment', () => {
    expect(isoDate('1985-04/1986')).toBe('1985-04')
    expect(isoEnd('1985-04/1986')).toBe('1986')
    expect(isoEnd('1985-04/..')).toBeUndefined()
    expect(isoDate('../1986')).toBe('1986')
    expect(isoDate('2026-12-05T14:00:00+08:00')).toBe('2026-12-05T14:00:00+08:00')
    expect(isoDate(undefined)).toBeUndefined()
    expect(isoDate('spring')).toBeUndefined()
  })
})
