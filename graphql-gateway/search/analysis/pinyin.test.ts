import { describe, expect, it } from 'vitest'
import { sortKey, syllablesOf } from './pinyin.ts'
import { readSyllables } from './syllables.ts'

describe('reading Han', () => {
  it('reads characters by their words and surnames by their own reading', () => {
    expect(syllablesOf('乾隆皇帝在重慶', 'title').join(' ')).toBe('qian long huang di zai chong qing')
    expect(syllablesOf('解缙', 'name')).toEqual(['xie', 'jin'])
    expect(syllablesOf('单雄信', 'name')[0]).toBe('shan')
  })

  it('reads nothing in other scripts', () => {
    expect(syllablesOf('Hello 12', 'title')).toEqual([])
    expect(syllablesOf('', 'name')).toEqual([])
  })

  it('sorts by sound and tone, as a dictionary does', () => {
    const titles = ['静夜思', '诗经', '春晓', '登高', 'Alice', '将进酒']
    expect(titles.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
      'Alice', '春晓', '登高', '将进酒', '静夜思', '诗经',
    ]) // prettier-ignore
  })
})

describe('reading letters as syllables', () => {
  it('gives every way to divide them', () => {
    expect(readSyllables('xian')).toEqual([['xian'], ['xi', 'an']])
    expect(readSyllables('libai')).toEqual([['li', 'bai']])
    expect(readSyllables('lvshi')).toEqual([['lv', 'shi']])
  })

  it('gives none for words that are not pinyin', () => {
    for (const word of ['hello', 'x', '', 'café', 'li4bai2']) expect(readSyllables(word), word).toEqual([])
  })

  it('is quick on input made to be slow', () => {
    expect(readSyllables('xianxian'.repeat(7)).length).toBe(8)
    expect(readSyllables(`${'a'.repeat(59)}x`)).toEqual([])
    expect(readSyllables('a'.repeat(10_000))).toEqual([])
  })
})
