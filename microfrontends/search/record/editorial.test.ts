import { expect, it } from 'vitest'
import { textPieces } from './editorial.ts'

it('tells supplied characters from what the source has itself', () => {
  expect(textPieces('紫禁朱櫻出上[蘭]。')).toEqual([
    { text: '紫禁朱櫻出上', brackets: null },
    { text: '蘭', brackets: ['[', ']'] },
    { text: '。', brackets: null },
  ])
  expect(textPieces('〔爽〕節')[0]).toEqual({ text: '爽', brackets: ['〔', '〕'] })
})

it('leaves everything else as it is', () => {
  for (const text of ['', '床前明月光', '四海[一作「萬里」]', '注[12]', '明[月', '（幷序）']) {
    expect(textPieces(text).map((piece) => piece.text)).toEqual(text === '' ? [] : [text])
  }
})

it('loses nothing', () => {
  const text = '[近]□古猶不及，百年［神畏］，出上[蘭]。'
  const joined = textPieces(text).map(({ text: inside, brackets }) =>
    brackets ? brackets[0] + inside + brackets[1] : inside,
  )
  expect(joined.join('')).toBe(text)
})
