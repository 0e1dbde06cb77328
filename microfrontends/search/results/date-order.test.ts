import { describe, expect, it } from 'vitest'
import { orderSentences, sortsOffered } from './date-order.ts'

const dates = (stated: number, byPeriod: number, undated: number, differ = true) => ({
  stated,
  byPeriod,
  undated,
  differ,
})

describe('orders by date', () => {
  it('are offered when they order something, and kept when the address asks for one', () => {
    expect(sortsOffered('relevance', dates(0, 5, 0))).toContain('oldest')
    expect(sortsOffered('relevance', dates(0, 5, 0, false))).toEqual(['relevance', 'popular', 'title'])
    expect(sortsOffered('newest', dates(0, 0, 5, false))).toEqual(['relevance', 'popular', 'newest', 'title'])
  })

  it.each([
    ['relevance', dates(1, 1, 1), []],
    ['oldest', dates(0, 7, 0), ['order.periods']],
    ['newest', dates(0, 7, 2), ['order.periods', 'order.undated']],
    ['oldest', dates(3, 0, 0), ['order.years']],
    ['oldest', dates(3, 7, 2), ['order.both', 'order.undated']],
    ['oldest', dates(0, 7, 2, false), ['order.same']],
  ] as const)('%s of %j rests on %j', (sort, counts, keys) => {
    expect(orderSentences(sort, counts).map(({ key }) => key)).toEqual(keys)
  })

  it('say how many records each sentence is about', () => {
    expect(orderSentences('oldest', dates(3, 7, 2)).map(({ n }) => n)).toEqual([7, 2])
  })
})
