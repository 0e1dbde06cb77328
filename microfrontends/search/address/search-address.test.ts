import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawQueryOf } from '@shuxiang/sdk/testing'
import {
  LONGEST_BOX,
  LONGEST_FILTER_VALUE,
  MOST_FILTER_VALUES,
  MOST_FILTERS,
  searchAddress,
} from '@shuxiang/sdk/addresses'
import {
  LAST_PAGE,
  SORTS,
  filtersInForce,
  queryWasCut,
  readAddress,
  toggled,
  withOnly,
  withoutFilters,
} from './search-address.ts'

const anything = fc.string({ unit: 'binary', maxLength: 400 })
const rawQuery = fc.record(
  Object.fromEntries(
    ['q', 'sort', 'page', 'kind', 'period', 'author', 'subject', 'scale', 'lang'].map((name) => [
      name,
      fc.oneof(anything, fc.constant(null), fc.array(fc.option(anything), { maxLength: 30 })),
    ]),
  ),
  { requiredKeys: [] },
)

describe('the address of a result page', () => {
  it('comes back the same after it was written and read', () => {
    fc.assert(
      fc.property(rawQuery, (raw) => {
        const address = readAddress(raw)
        expect(readAddress(rawQueryOf(searchAddress(address)))).toEqual(address)
      }),
    )
  })

  it('reads query, repeated facets, sort and page', () => {
    expect(readAddress({ q: ' 明月 ', period: ['唐', '宋', '唐'], sort: 'oldest', page: '3' })).toEqual({
      query: '明月',
      filters: { period: ['唐', '宋'] },
      sort: 'oldest',
      page: 3,
    })
  })

  it('takes any facet that may be one, in one order, and no parameter of its own', () => {
    const { filters } = readAddress({
      scale: 'x',
      period: '唐',
      kind: 'map',
      lang: 'en',
      utm_source: 'a',
      constructor: 'b',
    })
    expect(Object.entries(filters)).toEqual([
      ['kind', ['map']],
      ['period', ['唐']],
      ['scale', ['x']],
    ])
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${i}`, 'x']))
    expect(Object.keys(readAddress(many).filters)).toHaveLength(MOST_FILTERS)
  })

  it('loses what the graph knows as no facet', () => {
    const address = readAddress({ period: '唐', fbclid: 'x' })
    expect(withOnly(address, ['kind', 'period']).filters).toEqual({ period: ['唐'] })
  })

  it('leaves defaults out, so that equal searches have equal addresses', () => {
    expect(searchAddress({ query: '', filters: {}, sort: 'relevance', page: 1 })).toBe('/search')
    expect(searchAddress({ query: 'a b', filters: { kind: ['poem'] }, sort: 'title', page: 2 })).toBe(
      '/search?q=a+b&kind=poem&sort=title&page=2',
    )
  })

  it.each([
    ['0', 1],
    ['-3', 1],
    ['1e9', 1],
    ['２', 1],
    ['999999', LAST_PAGE],
    ['', 1],
  ])('takes page %j as %i', (page, expected) => {
    expect(readAddress({ page }).page).toBe(expected)
  })

  it('takes an unknown sort as relevance and never reads inherited names', () => {
    expect(readAddress({ sort: 'constructor' }).sort).toBe('relevance')
    expect(readAddress(Object.create({ q: 'inherited' })).query).toBe('')
    expect(SORTS).toContain('relevance')
  })

  it('cuts a query of 10,000 characters between characters and says so', () => {
    const q = '𠀀'.repeat(5_000)
    const { query } = readAddress({ q })
    expect(query.length).toBeLessThanOrEqual(LONGEST_BOX)
    expect(query).toBe(query.toWellFormed())
    expect(query).not.toContain('\uFFFD')
    expect(queryWasCut({ q })).toBe(true)
    expect(queryWasCut({ q: '明月' })).toBe(false)
  })

  it('bounds the values of a facet in number and length', () => {
    const many = Array.from({ length: 500 }, (_, n) => `${n}`.padEnd(300, 'x'))
    const values = readAddress({ author: many }).filters['author'] ?? []
    expect(values.length).toBe(MOST_FILTER_VALUES)
    expect(values.every((value) => value.length <= LONGEST_FILTER_VALUE)).toBe(true)
  })
})

describe('changing filters', () => {
  const address = readAddress({ q: '月', kind: 'poem', period: ['唐'], page: '4' })

  it('adds and removes one value and goes back to the first page', () => {
    const added = toggled(address, 'period', '宋')
    expect(searchAddress(added)).toBe(
      `/search?q=${encodeURIComponent('月')}&kind=poem&period=%E5%94%90&period=%E5%AE%8B`,
    )
    expect(toggled(added, 'period', '宋')).toEqual({ ...address, page: 1 })
  })

  it('drops the facet when its last value goes', () => {
    expect(toggled(address, 'period', '唐').filters).toEqual({ kind: ['poem'] })
  })

  it('keeps the kind when filters are cleared, because it is a tab and not a filter', () => {
    expect(withoutFilters(address).filters).toEqual({ kind: ['poem'] })
    expect(filtersInForce(address)).toEqual([{ name: 'period', value: '唐' }])
  })
})
