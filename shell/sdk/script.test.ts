import { describe, expect, it } from 'vitest'
import { LONGEST_ASKED, askedParts, languageIn, rewriterOf, scriptWish } from './script.ts'

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
})

describe('the language of a text', () => {
  it.each([
    ['lzh-Hant', 'hans', 'lzh-Hans'],
    ['zh-hant', 'hans', 'zh-Hans'],
    ['zh-Hans', 'hant', 'zh-Hant'],
    ['zh-Hans', 'hans', null],
    ['lzh-Hant', 'source', null],
    ['zh-CN', 'hant', null],
    ['zh-Latn', 'hans', null],
    ['en', 'hans', null],
  ] as const)('%s where %s is wanted is %s', (language, wish, wanted) => {
    expect(languageIn(language, wish)).toBe(wanted)
  })
})

it('a wish that is none is none', () => {
  expect(['hans', 'HANS', '', null, undefined].map((text) => scriptWish(text))).toEqual([
    'hans',
    null,
    null,
    null,
    null,
  ])
})

describe('texts that are asked for', () => {
  it('are lines, each once', () => {
    expect(askedParts(['靜夜思', '山\n行', '靜夜思'])).toEqual(['靜夜思\n山 行'])
    expect(askedParts([])).toEqual([])
  })
  it('are of bounded length, and none is left out that fits', () => {
    const texts = Array.from({ length: 30 }, (_, i) => String(i).padStart(1_000, '月'))
    const parts = askedParts([...texts, '月'.repeat(LONGEST_ASKED + 1)])
    expect(parts).toHaveLength(2)
    expect(parts.every((part) => part.length <= LONGEST_ASKED)).toBe(true)
    expect(parts.flatMap((part) => part.split('\n'))).toEqual(texts)
  })
})
