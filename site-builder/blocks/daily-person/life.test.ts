// How much of a life stands on a page.
import { expect, it } from 'vitest'
import { beginningOfLife } from './life.ts'

it.each([
  ['苏轼，字子瞻。眉山人。卒于常州。', '苏轼，字子瞻。眉山人。'],
  [
    '--(1019－1086) 字君实，世称涑水先生。宝元元年 (1038) 进士。',
    '字君实，世称涑水先生。宝元元年 (1038) 进士。',
  ],
  ['没有句号的小传', '没有句号的小传'],
  ['', ''],
])('%s', (given, told) => {
  expect(beginningOfLife(given)).toBe(told)
})

it('a long first sentence stands alone, a very long one is cut', () => {
  const long = `${'历知密州、徐州、湖州，'.repeat(7)}卒。`
  expect(beginningOfLife(`${long}谥文忠。`)).toBe(long)
  expect([...beginningOfLife('𠮷'.repeat(900))]).toHaveLength(142)
})
