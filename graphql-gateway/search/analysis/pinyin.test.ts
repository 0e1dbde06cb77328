import { describe, expect, it } from 'vitest'
import { sortKey, syllablesOf, waysToRead } from './pinyin.ts'
import { readSyllables } from './syllables.ts'

describe('reading Han', () => {
  it('reads characters by their words and surnames by their own reading', () => {
    expect(syllablesOf('乾隆皇帝在重慶', 'title').join(' ')).toBe('qian long huang di zai chong qing')
    expect(syllablesOf('解缙', 'name')).toEqual(['xie', 'jin'])
    expect(syllablesOf('单雄信', 'name')[0]).toBe('shan')
  })

  it('reads titles as those do who know them, and as they are typed by others', () => {
    const ways = (title: string) => waysToRead(title, 'title').map((way) => way.join(' '))
    expect(ways('鹿柴')).toEqual(['lu zhai', 'lu chai'])
    expect(ways('踏莎行·郴州旅舍')).toEqual(['ta suo xing chen zhou lv she', 'ta sha xing chen zhou lv she'])
    expect(ways('女冠子')).toEqual(['nv guan zi'])
    expect(ways('伯夷列傳')).toEqual(['bo yi lie zhuan'])
    expect(syllablesOf('五柳先生傳', 'title').at(-1)).toBe('zhuan')
    expect(syllablesOf('人生代代无穷已，万古传', 'line').at(-1)).toBe('chuan')
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
