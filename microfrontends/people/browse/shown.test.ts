// Which periods stand where in the band, and how high.
import { describe, expect, it } from 'vitest'
import type { BrowsedValue } from '../operations.generated.ts'
import { browseVariables, inPageOrder, isFacet, pageOf, periodSteps } from './shown.ts'

const period = (value: string, count: number, begins: number | null): BrowsedValue => ({
  ...{ value, label: value, count, begins },
  url: `/browse/period/${value}`,
  years: null,
})

describe('the band of periods', () => {
  it('is in the order of time, and what has no year stands last', () => {
    const steps = periodSteps([period('?', 9, null), period('song', 5, 960), period('tang', 4, 618)])
    expect(steps.map(({ period: { value } }) => value)).toEqual(['tang', 'song', '?'])
  })
  it('has steps by the root of the count: a single work beside thousands is a hairline', () => {
    const steps = periodSteps([period('a', 10_000, 1), period('b', 2_500, 2), period('c', 1, 3)])
    expect(steps.map(({ step }) => step)).toEqual([10, 5, 0.1])
    expect(periodSteps([])).toEqual([])
  })
})

it('a facet without values is left out, the others stand in the order of the page', () => {
  const [tune, author, form] = ['tune', 'author', 'form'].map((name) => ({
    name,
    valueCount: 1,
    values: name === 'form' ? [] : [period('x', 1, null)],
  }))
  if (!tune || !author || !form) throw new Error('three were made')
  expect(inPageOrder([tune, form, author]).map(({ name }) => name)).toEqual(['author', 'tune'])
})

it.each([
  ['', 1],
  ['2', 2],
  ['99', 10],
  ['0', 1],
  ['-1', 1],
  ['1e3', 1],
  ['999', 1],
])('page %j is page %i', (text, page) => {
  expect(pageOf(text)).toBe(page)
})

it('one facet alone is asked for to the end of the page', () => {
  expect(browseVariables('tune', 1)).toEqual({ facets: ['tune'], size: 100 })
  expect(browseVariables('tune', 7).size).toBe(700)
  expect(browseVariables(null, 1).size).toBe(24)
})

it.each(['kind', '__proto__', '', 'Period'])('%j is not browsed', (name) => {
  expect(isFacet(name)).toBe(false)
})
