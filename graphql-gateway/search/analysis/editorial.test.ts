import { describe, expect, it } from 'vitest'
import { scanRuns } from './scan.ts'
import { textTokens } from './tokens.ts'

const words = (text: string): readonly string[] => scanRuns(text).map((run) => run.chars.join(''))

describe("an editor's bracket", () => {
  it('is passed over inside a word, whatever its form', () => {
    for (const text of [
      '出上[蘭]',
      '出上［蘭］',
      '出上〔蘭〕',
      '出上【蘭】',
      '出上〖蘭〗',
      '出[上]蘭',
      '[出]上蘭',
      '出（上）蘭',
      '出[上][蘭]',
    ]) {
      // prettier-ignore
      expect(words(text), text).toEqual(['出上兰'])
    }
    expect(textTokens('百年[神畏]，四海風行')).toEqual([
      '百年',
      '年神',
      '神畏',
      '畏_四',
      '四海',
      '海风',
      '风行',
    ])
    expect(words('罷[灸]')).toEqual(['罢灸'])
  })

  it('belongs to the character inside it', () => {
    const [run] = scanRuns('紫[上蘭]出')
    expect(run?.chars).toEqual(['紫', '上', '兰', '出'])
    expect(run?.starts).toEqual([0, 1, 3, 5])
    expect(run?.ends).toEqual([1, 3, 5, 6])
  })

  it('ends a word where it is a label, a note, a number or not closed', () => {
    expect(words('［生上］乐守清贫')).toEqual(['生上', '乐守清贫'])
    expect(words('【双调】水仙子')).toEqual(['双调', '水仙子'])
    expect(words('四海（一作萬里）八荒')).toEqual(['四海', '一作万里', '八荒'])
    expect(words('涼州詞（其一）')).toEqual(['凉州词', '其一'])
    expect(words('卷（上）')).toEqual(['卷', '上'])
    expect(words('注[12]明月')).toEqual(['注', '12', '明月'])
    expect(words('明[月')).toEqual(['明', '月'])
    expect(words('明]月')).toEqual(['明', '月'])
    expect(words('明[\n月]')).toEqual(['明', '月'])
  })
})
