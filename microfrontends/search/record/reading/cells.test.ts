import { describe, expect, it } from 'vitest'
import { addUnsure, clausesOf } from './cells.ts'

const shown = (text: string, pinyin: string): string[] =>
  clausesOf(text, pinyin).map((clause) =>
    clause
      .map(({ head, base, sound, unsure, tail }) => `${head}${base}${sound}${unsure ? '*' : ''}${tail}`)
      .join(' '),
  )

describe('a line with pinyin', () => {
  it.each([
    ['床前，月。', 'chuáng qián yuè', ['床chuáng 前qián，', '月yuè。']],
    ['《静》曰：“行？”', 'jìng yuē xíng?', ['《静jìng》 曰yuē：', '“行xíng*？”']],
    ['上[蘭]，', 'shàng lán', ['上shàng [蘭lán]，']],
    ['A 𠮷', '-', ['A 𠮷']],
    ['…', '', ['…']],
    ['', '', []],
  ])('%s keeps marks with the character that they belong to', (text, pinyin, cells) => {
    expect(shown(text, pinyin)).toEqual(cells)
  })

  it('joined gives the text again, whatever stands in it', () => {
    const text = '（注）「君不見」A…黃河之水！！天 上來'
    const pinyin = Array.from({ length: 11 }, () => 'x').join(' ')
    const joined = clausesOf(text, pinyin)
      .flat()
      .map(({ head, base, tail }) => head + base + tail)
    expect(joined.join('')).toBe(text)
  })

  it('tells the characters that are not sure, each once', () => {
    const found = new Set<string>()
    addUnsure('行行重行行', 'xíng? xíng? chóng xíng? xíng?', found)
    expect([...found]).toEqual(['行'])
  })
})
