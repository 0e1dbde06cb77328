import { expect, it } from 'vitest'
import { linesOf } from './lines.ts'

it('gives every verse with what follows it in its sentence', () => {
  const lines = linesOf([
    { kind: 'preface', text: '丙辰中秋。' },
    { kind: 'verse', text: '明月几时有，把酒问青天。' },
    { kind: 'verse', text: '不知天上宫阙，今夕是何年。' },
  ])
  expect(lines).toEqual([
    { n: 1, text: '明月几时有，把酒问青天。' },
    { n: 2, text: '把酒问青天。' },
    { n: 3, text: '不知天上宫阙，今夕是何年。' },
    { n: 4, text: '今夕是何年。' },
  ])
})

it('ends a long sentence at the end of a verse, and gives no more than search takes', () => {
  const long = '一二三四五六七八，一二三四五六七八，一二三四五六七八，一二三。'
  expect(linesOf([{ kind: 'verse', text: long }])[0]?.text).toBe('一二三四五六七八，一二三四五六七八，')
  expect(linesOf([{ kind: 'verse', text: '春。'.repeat(1_000) }])).toHaveLength(200)
  expect(linesOf([{ kind: 'prose', text: '学而时习之。' }])).toEqual([])
})
