import { describe, expect, it } from 'vitest'
import { leadOf } from './lead.ts'

const plain = (text: string) => ({ text, marked: false })
const mark = { text: '明月', marked: true }

describe('what stands before the found words', () => {
  it('is left whole where the words come early', () => {
    const runs = [plain('秦時'), mark, plain('漢時關')]
    expect(leadOf(runs)).toEqual({ lead: '', rest: runs })
  })

  it('ends where their clause begins', () => {
    expect(leadOf([plain('床前看月光，疑是地上霜。舉頭望'), mark])).toEqual({
      lead: '床前看月光，疑是地上霜。',
      rest: [plain('舉頭望'), mark],
    })
  })

  it('ends a few characters before them in a clause as long as a line', () => {
    expect(leadOf([plain('一二三四五六七八九十甲乙丙丁'), mark]).rest).toEqual([
      plain('三四五六七八九十甲乙丙丁'),
      mark,
    ])
  })

  it('is nothing in a text without marks', () => {
    const runs = [plain('床前看月光，疑是地上霜。舉頭望山月，低頭思故鄉。')]
    expect(leadOf(runs)).toEqual({ lead: '', rest: runs })
  })
})
