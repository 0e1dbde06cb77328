import { expect, it } from 'vitest'
import { keptOf } from './typed.ts'

it.each([
  ['  三体　全集 ', '三体 全集'],
  ['Harry\u0000 POTTER', 'harry potter'],
  ['ＡＢＣ', 'abc'],
  ['1984', '1984'],
  ['1234567', '1234567'],
  ['字'.repeat(60), '字'.repeat(60)],
])('%j is kept as %j', (typed, kept) => expect(keptOf(typed)).toBe(kept))

it.each([
  [''],
  [' \u200b\u0007 '],
  ['13812345678'],
  ['138 1234 5678'],
  ['138-1234-5678 张三'],
  ['33010619900101123X'],
  ['１３８１２３４５６７８'],
  ['(0571) 8798.8067'],
  ['2024/11/28'],
  ['zhang@lib.cn'],
  ['字'.repeat(61)],
])('%j is not kept', (typed) => expect(keptOf(typed)).toBeNull())
