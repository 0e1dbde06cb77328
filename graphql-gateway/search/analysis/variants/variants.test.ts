import { describe, expect, it } from 'vitest'
import { exchangesOf } from './align.ts'
import { choose, type Candidate } from './choose.ts'
import { commonCharacters } from './common.ts'
import type { TableName } from './tables.ts'

describe('what two editions of a poem exchange', () => {
  const shared = ['床前明月光', '疑是地上霜', '低头思故乡']

  it('is counted where all else in a clause is equal', () => {
    const { exchanged, kept } = exchangesOf([
      [...shared, '劒外忽傳收'],
      [...shared, '剑外忽傳收'],
    ])
    expect([...exchanged]).toEqual([['剑劒', 1]])
    expect(kept.get('外')).toBe(1)
    expect(kept.get('月')).toBe(1)
  })

  it('is not counted between different poems, nor where a clause is another', () => {
    expect(exchangesOf([['床前明月光', '剑外忽傳收'], ['床前明月光', '劒外忽傳收']]).exchanged.size).toBe(0) // prettier-ignore
    expect(exchangesOf([[...shared, '剑外忽傳收'], [...shared, '劒外自來去']]).exchanged.size).toBe(0) // prettier-ignore
  })
})

const TABLES: readonly TableName[] = ['Y', 'S', 'Z', 'P']

describe('the choice of pairs', () => {
  const common = commonCharacters()
  const isCommon = (char: string): boolean => common.has(char)
  const candidate = (
    pair: string,
    tables: string,
    exchanged: number,
    keptA: number,
    keptB: number,
  ): Candidate => {
    const [a = '', b = ''] = [...pair]
    return {
      a,
      b,
      tables: new Set<TableName>(TABLES.filter((table) => tables.includes(table))),
      exchanged,
      keptA,
      keptB,
    }
  }
  const chosen = (...candidates: readonly Candidate[]): readonly string[] =>
    choose(candidates, isCommon)
      .filter((one) => one.chosen)
      .map(({ a, b }) => a + b)

  it('takes two common characters only when editions exchange them', () => {
    expect(chosen(candidate('剪翦', 'YS', 129, 273, 145))).toEqual(['剪翦'])
    expect(chosen(candidate('闲间', 'YP', 59, 5_432, 4_215))).toEqual([])
  })

  it('takes a rare glyph on the word of a table, unless the editions say otherwise', () => {
    expect(chosen(candidate('冰𣲝', 'Y', 0, 100, 0))).toEqual(['冰𣲝'])
    expect(chosen(candidate('勑来', 'Y', 0, 5, 15_273))).toEqual([])
    expect(chosen(candidate('文稳', 'P', 0, 0, 0))).toEqual([])
  })

  it('takes a pair of no table when the editions nearly always exchange it', () => {
    expect(chosen(candidate('暂蹔', '', 83, 1_199, 0))).toEqual(['暂蹔'])
    expect(chosen(candidate('日月', '', 96, 18_277, 14_183))).toEqual([])
  })

  it('does not make two common words one through a third character', () => {
    const stronger = candidate('闲閒', 'YS', 50, 0, 0)
    const weaker = candidate('间閒', 'YS', 20, 0, 0)
    expect(chosen(weaker, stronger)).toEqual(['闲閒'])
  })

  it('follows a judgement against the counts', () => {
    expect(chosen(candidate('他它', 'Y', 9, 1_443, 13))).toEqual([])
    expect(chosen(candidate('唯惟', '', 243, 2_126, 1_184))).toEqual(['唯惟'])
  })
})
