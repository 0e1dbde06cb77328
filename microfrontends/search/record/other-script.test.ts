import { describe, expect, it } from 'vitest'
import { chapter, poem } from '../testing/answers.ts'
import { chapterIn, recordIn, rewriterOf, wantedScript } from './other-script.ts'

describe('a text in the other script', () => {
  it.each([
    ['乾坤乾坤 乾干 陰阴', '乾坤，衣乾，陰', '乾坤，衣干，阴'],
    // The longest word that fits, and the next shorter one where it does not.
    ['一出好戏一齣好戲 一出一出 出出', '一出好戏 一出门', '一齣好戲 一出门'],
    ['𠮷吉 静靜', '𠮷静', '吉靜'],
    ['', '静夜思', '静夜思'],
  ])('by the words %s of %s is %s', (words, text, written) => {
    expect(rewriterOf(words)(text)).toBe(written)
  })

  it('keeps the brackets of editors and the number of characters', () => {
    const written = rewriterOf('蘭兰 藥药')('出上[蘭]，〔藥〕')
    expect(written).toBe('出上[兰]，〔药〕')
  })

  it('is given where it is wanted and the source has the other', () => {
    const other = { language: 'lzh-Hant', words: '' }
    expect(wantedScript(other, 'hant')).toBe(other)
    expect(wantedScript(other, 'hans')).toBeNull()
    expect(wantedScript(other, 'source')).toBeNull()
    expect(wantedScript(null, 'hant')).toBeNull()
  })

  it('is that of title, contents and text, with the language said', () => {
    expect(recordIn(poem, 'hant')).toMatchObject({
      language: 'lzh-Hant',
      title: '靜夜思',
      text: [{ text: '床前明月光，疑是地上霜。' }, { text: '舉頭望明月，低頭思故鄉。' }],
    })
    expect(recordIn(poem, 'hans')).toBe(poem)
    expect(chapterIn(chapter, 'hant').paragraphs[0]?.text).toContain('居其所而眾星')
    expect(chapterIn(chapter, 'source')).toBe(chapter)
  })
})
