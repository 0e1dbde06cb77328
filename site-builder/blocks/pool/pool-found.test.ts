import { expect, it } from 'vitest'
import { poolFound } from './pool-found.ts'

it('counts by kind and by period, and is nothing without an answer', () => {
  const { query, of } = poolFound()
  const poems = { value: 'poem', label: '诗词', english: 'Poetry', count: 3 }
  const answer = { search: { totalCount: 3, facets: [{ name: 'kind', values: [poems] }] } }
  expect(of(new Map([[query.key, answer]]))).toEqual({ total: 3, kinds: [poems], periods: [] })
  expect(of(new Map())).toBeNull()
  expect(of(new Map([[query.key, { search: null }]]))).toBeNull()
})
