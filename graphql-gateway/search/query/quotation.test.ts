import { describe, expect, it } from 'vitest'
import { scanRuns } from '../analysis/scan.ts'
import { textTokens } from '../analysis/tokens.ts'
import { atomsOf, holdsQuotation } from './quotation.ts'

const holds = (text: string, quotation: string): boolean =>
  holdsQuotation(atomsOf(scanRuns(quotation)), textTokens(text).entries())

describe('a quotation', () => {
  const text = '白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。'

  it('is held whatever separates the verses, here or there', () => {
    for (const mark of ['', '，', ',', ' ', '/', '；', '\n', '、', '。', '｜', '——']) {
      expect(holds(text, `白日依山尽${mark}黄河入海流`), JSON.stringify(mark)).toBe(true)
    }
    expect(holds(text, '白日依山，尽黄河入海流')).toBe(true)
    expect(holds(text, '依山尽黄河入海流欲穷千里目更上')).toBe(true)
    expect(holds('白日依山尽黄河入海流', '白日依山尽，黄河入海流')).toBe(true)
  })

  it('is not held with a character more, less or elsewhere', () => {
    expect(holds(text, '白日依山尽黄河流入海')).toBe(false)
    expect(holds(text, '白日依山黄河入海流')).toBe(false)
    expect(holds(text, '黄河入海流白日依山尽')).toBe(false)
    expect(holds('白日依山，欲尽黄河', '白日依山尽黄河')).toBe(false)
  })

  it('begins and ends anywhere in a verse', () => {
    const letters = [...'白日依山尽黄河入海流欲穷千里目更上一层楼']
    for (let from = 0; from < letters.length; from++) {
      for (let to = from + 2; to <= letters.length; to++) {
        expect(holds(text, letters.slice(from, to).join('')), `${from} to ${to}`).toBe(true)
      }
    }
    for (const wrong of ['山黄河入海流', '白日依山尽河', '日黄河入海流', '尽黄河入海欲']) {
      expect(holds(text, wrong), wrong).toBe(false)
    }
  })

  it('goes through a verse of one character and through words', () => {
    expect(holds('错，错，错！春如旧，人空瘦', '错错错春如旧')).toBe(true)
    expect(holds('《GDP与Café》，何处', 'GDP 与 café 何处')).toBe(true)
    expect(holds('何与Café day，山', '与 café day 山')).toBe(true)
    expect(holds('何与Café day，山', '与 café 山')).toBe(false)
    expect(holds('山 day, 水', '山 day day')).toBe(false)
    expect(holds('山 day day', '山 day day')).toBe(true)
    expect(holds('错，错，错！', '错错错错')).toBe(false)
    expect(holds('山，水水，云', '山水云')).toBe(false)
  })
})
