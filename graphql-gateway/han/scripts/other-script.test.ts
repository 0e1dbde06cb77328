import * as OpenCC from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { inScript, otherLanguage, wordsOf } from './other-script.ts'

/** What a browser does with the words, in the plainest way. */
function rewritten(text: string, words: string): string {
  const to = new Map(
    words.split(' ').map((pair) => {
      const chars = [...pair]
      return [chars.slice(0, chars.length / 2).join(''), chars.slice(chars.length / 2).join('')] as const
    }),
  )
  const longest = [...to.keys()].toSorted((a, b) => b.length - a.length)
  let written = ''
  for (let at = 0; at < text.length;) {
    const from =
      longest.find((word) => word !== '' && text.startsWith(word, at)) ??
      String.fromCodePoint(text.codePointAt(at) ?? 0)
    written += to.get(from) ?? from
    at += from.length
  }
  return written
}

describe('the other script', () => {
  it.each([
    ['lzh-Hant', 'lzh-Hans'],
    ['zh-Hans', 'zh-Hant'],
    ['zh', null],
    ['en', null],
    ['ja-Hant', null],
  ])('of %s is %s', (language, other) => {
    expect(otherLanguage(language)).toBe(other)
  })

  it.each([
    ['乾坤未定，衣裳已乾。', '乾坤未定，衣裳已干。'],
    ['皇后在後宮，頭髮發白。', '皇后在后宫，头发发白。'],
    ['牀前看月光', '床前看月光'],
  ])('writes %s in simplified characters by its phrases', async (text, simplified) => {
    expect(await inScript(text, 'Hans')).toBe(simplified)
  })

  it.each([
    ['皇后在后宫，头发发白。', '皇后在後宮，頭髮發白。'],
    ['一出好戏，出发干杯', '一齣好戲，出發乾杯'],
  ])('writes %s in traditional characters by its phrases', async (text, traditional) => {
    expect(await inScript(text, 'Hant')).toBe(traditional)
  })

  it('is told by the words of these texts and no others', async () => {
    expect(await wordsOf(['乾坤', '陰陽陰'], 'lzh-Hant')).toBe('乾坤乾坤 陰阴 陽阳')
    expect(await wordsOf(['moon'], 'en')).toBe('')
  })

  it.each([
    ['lzh-Hant', 't', 'cn', '乾坤之後，皇后髮白，衣裳已乾，着書立說，靈隱寺裏鐘聲，千里共嬋娟。𠮷'],
    ['lzh-Hans', 'cn', 't', '皇后之后，头发已白，衣服干了，干戈寥落，一出好戏，千里共婵娟，松柏后凋。𠮷'],
  ] as const)('comes from its words as from OpenCC, of %s', async (language, from, to, text) => {
    const expected = OpenCC.Converter({ from, to })(text)
    expect(rewritten(text, await wordsOf([text], language))).toBe(expected)
    expect([...expected]).toHaveLength([...text].length)
  })
})
