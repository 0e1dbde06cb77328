import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawQueryOf } from '@shuxiang/sdk/testing'
import { searchAddress } from '@shuxiang/sdk/addresses'
import { periods } from '@shuxiang/sdk/periods'
import { readAddress } from '../address/search-address.ts'
import { fieldName, readForm, SENT, wantedSearch } from './form-address.ts'

const ids = periods.map(({ id }) => id)

/** What a browser sends of the form that shows an address. */
function sent(address: string): Record<string, string | readonly string[]> {
  const { box, from, to, ticked, kept } = readForm(rawQueryOf(address))
  return {
    ...Object.fromEntries(
      Object.entries(box).map(([field, text]) => [fieldName(field as keyof typeof box), text]),
    ),
    [fieldName('from')]: from,
    [fieldName('to')]: to,
    ...ticked,
    ...kept,
    [SENT]: '1',
  }
}

describe('the advanced form', () => {
  it('leads back to the search that it was filled with', () => {
    const query = fc.constantFrom(
      '',
      '明月',
      'title:静夜 author:李白 -宋',
      '"床前明月光" (霜 OR 雪)',
      '月 -雪 title:静',
    )
    const filters = fc.record(
      {
        kind: fc.constant(['poem']),
        period: fc.oneof(
          fc.subarray(ids, { minLength: 1 }),
          fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => ids.slice(Math.min(a, b), Math.max(a, b) + 1)),
          fc.constant(['elsewhere']),
        ),
        length: fc.constant(['brief', 'short']),
        author: fc.constant(['p1']),
        subject: fc.constant(['送别']),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(query, filters, (text, chosen) => {
        const address = searchAddress({ query: text, filters: chosen })
        const back = readAddress(rawQueryOf(wantedSearch(sent(address)) ?? ''))
        const { period = [], ...others } = readAddress(rawQueryOf(address)).filters
        const { period: periodBack = [], ...othersBack } = back.filters
        expect([back.query, othersBack, periodBack.toSorted()]).toEqual([text, others, period.toSorted()])
      }),
    )
  })

  it('asks from one period to the other, whichever is first', () => {
    const period = (from: string, to: string) =>
      readAddress(rawQueryOf(wantedSearch({ 'w-from': from, 'w-to': to, [SENT]: '1' }) ?? '')).filters[
        'period'
      ]
    expect(period('tang', 'song')).toEqual(['tang', 'wudai', 'song'])
    expect(period('song', 'tang')).toEqual(['tang', 'wudai', 'song'])
    expect(period('ming', '')).toEqual(['ming', 'qing'])
    expect(period('', '')).toBeUndefined()
    expect(period('<x>', '__proto__')).toBeUndefined()
  })

  it('is not sent by its own address', () => {
    expect(wantedSearch(rawQueryOf('/search/advanced?q=明月'))).toBeNull()
  })

  it('takes whatever stands in an address for text', () => {
    const unit = fc.constantFrom(
      ...'月a1 "“”「()（-:：*&=%#\u0000\u202e\u200b',
      '\ud800',
      '𠀀',
      ' OR ',
      'title:',
    )
    const text = fc.string({ unit, maxLength: 400 })
    const names = ['any', 'title', 'phrase', 'some', 'none', 'rest', 'from', 'to'] as const
    fc.assert(
      fc.property(fc.record(Object.fromEntries(names.map((name) => [fieldName(name), text]))), (raw) => {
        const { query } = readAddress(rawQueryOf(wantedSearch({ ...raw, [SENT]: '' }) ?? ''))
        expect(query.length).toBeLessThanOrEqual(300)
      }),
      { numRuns: 30 },
    )
  })
})
