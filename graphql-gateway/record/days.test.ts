// Days, years and EDTF.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, edtfYear, isoDay, statedYear, yearSpan, yearsSpan } from './days.ts'
import { spanOfEdtf } from './edtf.ts'

describe('days', () => {
  it('begin with our era, and are negative before it', () => {
    expect(dayOf(1)).toBe(0)
    expect(dayOf(1, 1, 2)).toBe(1)
    expect(dayOf(0, 12, 31)).toBe(-1)
    expect(isoDay(0)).toBe('0001-01-01')
    expect(isoDay(dayOf(2026, 2, 28))).toBe('2026-02-28')
  })

  it('cover a stated year whole, 1 BCE directly before year 1', () => {
    expect(yearSpan(1)).toEqual({ from: 0, to: 364 })
    expect(yearSpan(-1)).toEqual({ from: -366, to: -1 })
    expect(yearsSpan(618, 907)).toEqual({ from: dayOf(618), to: dayOf(907, 12, 31) })
  })

  it('give a stated year back from any of its days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: 0, max: 364 }), (year, day) => {
        fc.pre(year !== 0)
        expect(statedYear(yearSpan(year).from + day)).toBe(year)
      }),
    )
  })
})

describe('EDTF', () => {
  it.each([
    ['0742', yearSpan(742)],
    ['1985-04', { from: dayOf(1985, 4), to: dayOf(1985, 4, 30) }],
    ['1985-04-12', { from: dayOf(1985, 4, 12), to: dayOf(1985, 4, 12) }],
    ['1985-04-12T23:20:30Z', { from: dayOf(1985, 4, 12), to: dayOf(1985, 4, 12) }],
    ['1984?', yearSpan(1984)],
    ['156X', { from: dayOf(1560), to: dayOf(1569, 12, 31) }],
    ['0618/0907', yearsSpan(618, 907)],
    ['2000/..', { from: dayOf(2000), to: null }],
    ['2000/', { from: dayOf(2000), to: null }],
    ['../2000', { from: null, to: dayOf(2000, 12, 31) }],
    ['2001-13', null],
    ['../..', null],
    ['2001/1999', null],
    ['Y99999999999', null],
    ['spring', null],
    ['', null],
    ['1'.repeat(10_000), null],
  ])('%s', (text, span) => {
    expect(spanOfEdtf(text)).toEqual(span)
  })

  it('says a stated year as the span of that year', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), (year) => {
        fc.pre(year !== 0)
        expect(spanOfEdtf(edtfYear(year))).toEqual(yearSpan(year))
      }),
    )
  })

  it('reads any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const span = spanOfEdtf(text)
        expect(span?.from ?? -Infinity).toBeLessThanOrEqual(span?.to ?? Infinity)
      }),
    )
  })
})
