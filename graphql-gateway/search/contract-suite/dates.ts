/** Ranges of named dates, and orders by names. */

import { beforeEach, expect, it } from 'vitest'
import type { DateRange, SearchRequest } from '../contract.ts'
import type { Suite } from './suite.ts'
import { docOf, facetsOf, inYear, requestOf } from './works.ts'

const body = '关于图书馆的规定'
const law = (id: string, fields: Parameters<typeof docOf>[1]) =>
  docOf(id, { body, facets: facetsOf('law', '当代', id, []), ...fields })
const LAWS = [
  law('old', { dates: { issued: { from: -40, to: -10 } }, sorts: { volume: 2, number: 1.5 } }),
  law('new', { dates: { issued: { from: 100, to: 100 }, effective: { from: 130, to: null } }, sorts: { volume: -1 }, prior: 3 }),
  law('until', { dates: { issued: { from: null, to: 60 }, effective: { from: 70, to: 129 } } }),
  law('undated', { sorts: { volume: 0 }, prior: 9 }),
] // prettier-ignore

export function dateTests(suite: Suite): void {
  const ids = async (fields: Partial<SearchRequest>): Promise<readonly string[]> =>
    (await suite.engine.search(requestOf(body, fields))).hits.map(({ id }) => id)
  const within = async (...ranges: DateRange[]): Promise<readonly string[]> =>
    [...(await ids({ ranges }))].sort()
  const issued = (from: number | null, to: number | null): DateRange => ({ name: 'issued', from, to })

  beforeEach(async () => {
    await suite.engine.index(LAWS)
    await suite.engine.refresh()
  })

  it('finds what has a day in the range, its ends included', async () => {
    expect(await within(issued(-10, 0))).toEqual(['old', 'until'])
    expect(await within(issued(-9, 99))).toEqual(['until'])
    expect(await within(issued(61, 99))).toEqual([])
    expect(await within(issued(100, 100))).toEqual(['new'])
    expect(await within(issued(-100, -41))).toEqual(['until'])
  })

  it('takes a range with an open end, and one that asks only for the date', async () => {
    expect(await within(issued(61, null))).toEqual(['new'])
    expect(await within(issued(null, -41))).toEqual(['until'])
    expect(await within(issued(null, null))).toEqual(['new', 'old', 'until'])
    expect(await within({ name: 'effective', from: 1_000_000, to: null })).toEqual(['new'])
    expect(await within({ name: '__proto__', from: null, to: null })).toEqual([])
  })

  it('finds what passes every range, and counts facets and dates of that', async () => {
    const ranges = [issued(null, 60), { name: 'effective', from: 129, to: 200 }]
    const filters = [{ name: 'author', anyOf: ['old', 'until'] }]
    const { total, facets, dates } = await suite.engine.search(
      requestOf(body, { ranges, filters, facets: [{ name: 'author', size: 9 }] }),
    )
    expect([total, dates.undated]).toEqual([1, 1])
    expect(facets[0]?.values.map(({ value, count }) => [value, count])).toEqual([['until', 1], ['old', 0]]) // prettier-ignore
  })

  it('shows those with some of the words where the range hides those with all', async () => {
    await suite.engine.index([
      docOf('near', { body: '关于图书馆的', dates: { issued: { from: 500, to: 500 } } }),
    ])
    expect(await within(issued(500, 501))).toEqual(['near'])
  })

  it('sorts by a named number and by the beginning of a named date, others last', async () => {
    const by = (name: string, order: 'ascending' | 'descending') => ids({ sort: { by: name, order } })
    expect(await by('volume', 'ascending')).toEqual(['new', 'undated', 'old', 'until'])
    expect(await by('volume', 'descending')).toEqual(['old', 'undated', 'new', 'until'])
    expect(await by('number', 'descending')).toEqual(['old', 'undated', 'new', 'until'])
    expect(await by('issued', 'ascending')).toEqual(['old', 'until', 'new', 'undated'])
    expect(await by('issued', 'descending')).toEqual(['new', 'until', 'old', 'undated'])
    expect(await by('constructor', 'ascending')).toEqual(['undated', 'new', 'old', 'until'])
  })

  it('takes the number where a number and a date have one name', async () => {
    const dates = { volume: { from: -900, to: -900 } }
    await suite.engine.index([law('both', { dates, sorts: { volume: 1 } })])
    expect(await ids({ sort: { by: 'volume', order: 'ascending' } })).toEqual([
      'new', 'undated', 'both', 'old', 'until',
    ]) // prettier-ignore
  })

  it('goes on behind each record of an order by name', async () => {
    const sort = { by: 'issued', order: 'descending' } as const
    const all = await ids({ sort })
    for (const [place, id] of all.entries()) {
      expect(await ids({ sort, after: { id, place: 99 }, size: 2 })).toEqual(all.slice(place + 1, place + 3))
    }
  })

  it('forgets dates and numbers of an older revision', async () => {
    await suite.engine.index([law('old', { rev: 2 })])
    expect(await within(issued(-40, -10))).toEqual(['until'])
    expect((await ids({ sort: { by: 'volume', order: 'descending' } }))[0]).toBe('undated')
  })

  it('places a day within its year, and a span with an open end at the other', async () => {
    const word = '按日期'
    const { from, to } = inYear(1949)
    await suite.engine.index([
      docOf('year', { body: word, date: inYear(1949) }),
      docOf('first-day', { body: word, date: { from, to: from, stated: true } }),
      docOf('last-day', { body: word, date: { from: to, to, stated: true } }),
      docOf('since', { body: word, date: { from: to, to: null, stated: false } }),
      docOf('until', { body: word, date: { from: null, to: from, stated: false } }),
    ])
    expect(await suite.ids(word, { sort: 'oldest' })).toEqual([
      'until', 'first-day', 'year', 'since', 'last-day',
    ]) // prettier-ignore
  })
}
