import { describe, expect, it } from 'vitest'
import { createQueryCache, queryKey } from './query-cache.ts'

const answer = (value: unknown) => ({ result: { data: value, errors: [] } })

describe('kept answers', () => {
  it('are fresh for half a minute', () => {
    let time = 0
    const cache = createQueryCache(() => time)
    cache.set('a', answer(1))
    expect(cache.get('a')?.fresh).toBe(true)
    time = 30_001
    expect(cache.get('a')?.fresh).toBe(false)
  })
  it('are bounded, the least used goes first', () => {
    const cache = createQueryCache(() => 0)
    for (let i = 0; i < 50; i += 1) cache.set(String(i), answer(i))
    cache.get('0')
    cache.set('50', answer(50))
    expect(cache.get('0')).not.toBeNull()
    expect(cache.get('1')).toBeNull()
  })
  it('travel from the server; what has another shape is left out', () => {
    const cache = createQueryCache(() => 0)
    cache.set('a', answer(1))
    cache.set('b', { failure: 'away' })
    const carried: unknown = JSON.parse(
      JSON.stringify({ ...cache.dehydrate(), c: 1, d: { result: null }, e: {} }),
    )
    expect(createQueryCache(() => 0, carried).dehydrate()).toEqual(cache.dehydrate())
    expect(createQueryCache(() => 0, 'nonsense').dehydrate()).toEqual({})
  })
  it('are found whatever the order of variables', () => {
    expect(queryKey({ id: 'x' }, { a: 1, b: { c: 2, d: 3 } })).toBe(
      queryKey({ id: 'x' }, { b: { d: 3, c: 2 }, a: 1 }),
    )
  })
})
