import { describe, expect, it } from 'vitest'
import { singleChars, textTokens, wholeKey } from './tokens.ts'

describe('tokens', () => {
  it('are pairs of Han characters and whole words of letters', () => {
    expect(textTokens('春眠不觉晓 Hello, 世界42')).toEqual([
      '春眠',
      '眠不',
      '不觉',
      '觉晓',
      '晓_hello',
      'hello',
      'hello_世',
      '世界',
      '界_42',
      '42',
    ])
  })

  it('do not cross punctuation, where a border says what stands on both sides; a lone character is itself', () => {
    expect(textTokens('山、水。雲')).toEqual(['山', '山_水', '水', '水_云', '云'])
    expect(textTokens('依山尽，黄河')).toEqual(['依山', '山尽', '尽_黄', '黄河'])
    expect(textTokens('hello, world')).toEqual(['hello', 'world'])
  })

  it('never cut a supplementary character', () => {
    expect(textTokens('𠮷野家')).toEqual(['𠮷野', '野家'])
  })

  it('cut an endless word', () => {
    expect(textTokens('x'.repeat(10_000))[0]?.length).toBe(64)
  })
})

describe('single characters', () => {
  it('are each there once', () => {
    expect(singleChars('春春晓 abc')).toEqual(['春', '晓'])
  })
})

describe('whole keys', () => {
  it('are equal for titles a reader takes for one', () => {
    expect(wholeKey('《紅樓夢》')).toBe(wholeKey('红楼梦'))
    expect(wholeKey('Dream of the Red Chamber')).toBe(wholeKey('DREAM  of the red-chamber'))
    expect(wholeKey('AB')).not.toBe(wholeKey('A B'))
  })

  it('are bounded', () => {
    expect([...wholeKey('天地'.repeat(500))].length).toBe(80)
  })
})
