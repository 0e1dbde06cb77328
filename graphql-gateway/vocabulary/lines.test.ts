// Lines of a text and their ids.
import { expect, it } from 'vitest'
import { correctionAddress } from './addresses.ts'
import { isLineId, linesOf } from './lines.ts'

it('verses are counted through the text, and paragraphs that are none by their place', () => {
  expect(
    linesOf([
      { text: '并序', kind: 'preface' },
      { text: '床前明月光，疑是地上霜。', kind: 'verse' },
      { text: ' ', kind: 'note' },
      { text: '举头望明月，低头思故乡。', kind: 'verse' },
    ]),
  ).toEqual([
    { id: 'p1', text: '并序' },
    { id: 'v1', text: '床前明月光，' },
    { id: 'v2', text: '疑是地上霜。' },
    { id: 'v3', text: '举头望明月，' },
    { id: 'v4', text: '低头思故乡。' },
  ])
})

it.each(['', 'v0', 'v', 'x1', 'v1 ', 'v100000', 'V1', 'v1\n', '<b>'])('%j is no id of a line', (text) => {
  expect(isLineId(text)).toBe(false)
})

it('the address of the form says the chapter and the line', () => {
  expect(correctionAddress('p1')).toBe('/item/p1/correct')
  expect(correctionAddress('p1', { part: 2, line: 'v3' })).toBe('/item/p1/correct?part=2&line=v3')
})
