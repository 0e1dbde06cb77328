import { expect, it } from 'vitest'
import { gbt7714 } from './citation.ts'

const from = {
  publisher: '网络书香',
  address: 'https://shuxiang.example/item/p1',
  day: new Date(2026, 10, 2),
}
const author = (name: string) => ({ name, role: 'author' })

it('cites a poem as an online work with the day it was consulted', () => {
  expect(gbt7714({ kind: 'poem', title: '静夜思', creators: [author('李白')] }, from)).toBe(
    '李白. 静夜思[M/OL]. 网络书香[2026-11-02]. https://shuxiang.example/item/p1.',
  )
})

it('names three creators and then 等, and none when there is none', () => {
  const many = ['甲', '乙', '丙', '丁'].map(author)
  expect(gbt7714({ kind: 'book', title: '书', creators: many }, from)).toMatch(
    /^甲, 乙, 丙, 等\. 书\[M\/OL\]/,
  )
  expect(gbt7714({ kind: 'constructor', title: '书', creators: [] }, from)).toMatch(/^书\[Z\/OL\]/)
})
