import { expect, it } from 'vitest'
import { verseAddress, versesBefore, versesOf } from './verse.ts'

it('ends a verse with its marks and loses nothing', () => {
  const line = '子曰：「關關雎鳩，在河之洲。」窈窕淑女'
  expect(versesOf(line)).toEqual(['子曰：', '「關關雎鳩，', '在河之洲。」', '窈窕淑女'])
  expect(versesOf(line).join('')).toBe(line)
  expect(versesOf('')).toEqual([])
})

it('counts verses through the whole text, past what is none', () => {
  const paragraphs = [
    { kind: 'preface', text: '丙辰中秋，歡飲達旦。' },
    { kind: 'verse', text: '床前明月光，疑是地上霜。' },
    { kind: 'note', text: '一本作山月。' },
    { kind: 'verse', text: '舉頭望明月，低頭思故鄉。' },
  ]
  expect(versesBefore(paragraphs)).toEqual([0, 0, 2, 2])
})

it('leads to a verse of a record or of a chapter', () => {
  expect(verseAddress('a1', 2)).toBe('/item/a1#v2')
  expect(verseAddress('a1', 3, { part: 7 })).toBe('/item/a1?part=7#v3')
})
