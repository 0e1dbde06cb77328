import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foldCodePoint } from './fold.ts'
import { FOLDS } from './fold.generated.ts'
import { foldTable, simplifiedTable } from './make-fold.ts'
import { scanRuns } from './scan.ts'

const folded = (text: string): string =>
  scanRuns(text)
    .map((run) => run.chars.join(''))
    .join(' ')

describe('folding', () => {
  it('gives traditional, simplified and regional characters one form', () => {
    const pairs = [
      ['紅樓夢', '红楼梦'],
      ['後漢書', '后汉书'],
      ['羣峯', '群峰'],
      ['臺灣', '台湾'],
      ['爲', '為'],
      ['櫻桜', '樱樱'],
      ['𠵾', '㗲'],
    ] as const
    for (const [a, b] of pairs) expect(folded(a), a).toBe(folded(b))
  })

  it('gives one form to glyphs that only editions exchange', () => {
    const pairs = [
      ['風急天高猿嘯哀', '风急天高猨啸哀'],
      ['剑外忽传收蓟北', '劒外忽傳收薊北'],
      ['此恨绵绵无绝期', '此恨緜緜無絕期'],
      ['潦倒新停浊酒杯', '潦倒新停濁酒桮'],
      ['宝剑', '寶劒'],
      ['归雁', '歸鴈'],
      ['只应守寂寞', '祇應守寂寞'],
      ['凤凰池', '鳳皇池'],
      ['不尽长江滚滚来', '不盡長江袞袞來'],
      ['髣髴', '仿佛'],
    ] as const
    for (const [a, b] of pairs) expect(folded(a), a).toBe(folded(b))
  })

  it('keeps words apart that a table links and no edition exchanges', () => {
    for (const [a, b] of ['闲间', '予余', '他它', '他牠', '朝晁', '云雪', '惟维', '托拓', '网罔', '圭珪']) {
      expect(folded(a ?? ''), `${a}${b}`).not.toBe(folded(b ?? ''))
    }
  })

  it('folds width, case, accents, ligatures and kana', () => {
    expect(folded('ＡＢＣ　Émile １２３')).toBe('abc emile 123')
    expect(folded('Straße ﬁn Øre Łódź')).toBe('strasse fin ore lodz')
    expect(folded('カタカナ ｶﾞｷﾞ が')).toBe('かたかな がぎ が')
    expect(folded('e\u0301te\u0301')).toBe('ete')
  })

  it('keeps Hangul, composed or not, and scripts of other peoples of China', () => {
    expect(folded('한국어')).toBe('한국어')
    expect(folded('한국어'.normalize('NFD'))).toBe('한국어')
    expect(folded('བོད་སྐད')).toBe('བོད སྐད')
    expect(folded('ئۇيغۇرچە')).not.toBe('')
  })

  it('passes over zero-width characters and variation selectors', () => {
    expect(folded('静\u200b夜\ufeff思')).toBe('静夜思')
    expect(folded('葛\u{e0100}城')).toBe(folded('葛城'))
  })

  it('leaves nothing of punctuation, emoji and lone surrogates', () => {
    for (const text of ['！？。，、「」', '🙂👨‍👩‍👧', '\ud800', '\udc00', '\u0000']) expect(folded(text)).toBe('')
  })

  it('is the same when folded again', { timeout: 30_000 }, () => {
    const supplementary = [...FOLDS].map((char) => char.codePointAt(0) ?? 0)
    for (const codePoint of [...Array(0x10000).keys(), ...supplementary]) {
      const once = foldCodePoint(codePoint).map(({ char }) => char)
      const twice = once
        .flatMap((char) => [...char])
        .flatMap((char) => foldCodePoint(char.codePointAt(0) ?? 0))
      if (twice.map(({ char }) => char).join('') !== once.join('')) {
        throw new Error(
          `U+${codePoint.toString(16)} gives ${once.join('')}, then ${twice.map((c) => c.char).join('')}`,
        )
      }
    }
  })

  it('is built from the dictionaries that are installed', () => {
    const written = readFileSync(new URL('fold.generated.ts', import.meta.url), 'utf8')
    expect(written).toContain(`'${foldTable()}'`)
    expect(written).toContain(`'${simplifiedTable()}'`)
  })
})

describe('runs', () => {
  it('remember where each character stood', () => {
    const text = '《靜🙂夜ﬁn e\u0301》𠮷'
    for (const run of scanRuns(text)) {
      run.chars.forEach((char, at) => {
        const source = text.slice(run.starts[at], run.ends[at])
        expect(source.length).toBeGreaterThan(0)
        expect(folded(source).replace(' ', ''), source).toContain(char)
      })
    }
    expect(scanRuns(text).map((run) => run.chars.join(''))).toEqual(['静', '夜', 'fin', 'e', '𠮷'])
  })
})
