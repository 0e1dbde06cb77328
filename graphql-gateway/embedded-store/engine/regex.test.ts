import { describe, expect, it } from 'vitest'
import { compilePattern } from './regex.ts'

const matches = (pattern: string, text: string, options = ''): boolean =>
  compilePattern(pattern, options).test(text)

describe('regular expressions', () => {
  it('match as JavaScript does where both mean the same', () => {
    const patterns = [
      'a',
      '^a',
      'a$',
      'a|bc',
      '(a|b)*c',
      'a+?b',
      '[a-c]{2,3}',
      '[^a]b',
      '\\bcat\\b',
      '(ab)?c',
      'x*',
      '\\d+\\.\\d',
    ]
    const texts = [
      '',
      'a',
      'b',
      'abc',
      'aab',
      'cat',
      'a cat sat',
      'concat',
      'abababc',
      '12.5',
      'xyz',
      'bbbc',
      '书香abc',
    ]
    for (const pattern of patterns) {
      for (const text of texts) {
        const found = new RegExp(pattern, 'u').exec(text)
        const ours = compilePattern(pattern, '').find(text, 0)
        expect([pattern, text, ours?.start, ours?.end, ours?.groups]).toEqual([
          pattern,
          text,
          found?.index,
          found ? found.index + found[0].length : undefined,
          found?.slice(1),
        ])
      }
    }
  })

  it('know the options of MongoDB', () => {
    expect(matches('^B', 'a\nb', 'im')).toBe(true)
    expect(matches('a.b', 'a\nb')).toBe(false)
    expect(matches('a.b', 'a\nb', 's')).toBe(true)
    expect(matches('a b # comment', 'ab', 'x')).toBe(true)
    expect(matches('(?i)ÄB', 'äb')).toBe(true)
    expect(() => matches('a', 'a', 'g')).toThrow(/invalid flag/)
  })

  it('end at the last line break, as PCRE does', () => {
    expect(matches('a$', 'a\n')).toBe(true)
    expect(matches('a\\z', 'a\n')).toBe(false)
  })

  it('count characters, not UTF-16 units', () => {
    expect(matches('^.$', '𠮷')).toBe(true)
    expect(matches('^[𠮷-𠮹]+$', '𠮷𠮸')).toBe(true)
    expect(matches('\\p{Han}', 'a书')).toBe(true)
  })

  it.each([
    '(a+)+$',
    '(a|a)*$',
    '(a*)*b',
    '(.*)*x',
    '([a-z]+)*\\d',
    '(a?){30}a{30}',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
  ])('are linear: %s ends quickly on a text made to hang', (pattern) => {
    const begun = performance.now()
    compilePattern(pattern, '').find('a'.repeat(20_000) + '!', 0)
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  it.each(['(a)\\1', '(?=a)', '(?<!a)b', '(?>a)', 'a++', '\\Ka', '(?R)'])(
    'refuse what needs backtracking: %s',
    (pattern) => {
      expect(() => compilePattern(pattern, '')).toThrow(/not supported/)
    },
  )

  it.each(['(', ')', '[a', 'a{2,1}', '*a', '[b-a]', '\\', '(?P<', '[[:nope:]]', '\\x{110000}', '(?'])(
    'say what is wrong with %s',
    (pattern) => {
      expect(() => compilePattern(pattern, '')).toThrow(/Regular expression/)
    },
  )

  it('bound their own size', () => {
    expect(() => compilePattern('((a{1000}){1000}){1000}', '')).toThrow(/too large/)
    expect(() => compilePattern('a'.repeat(20_000), '')).toThrow(/longer/)
    expect(() => compilePattern('('.repeat(5000), '')).toThrow(/nested/)
    expect(() => compilePattern('(a|b)*c', '').test('a'.repeat(60_000_000))).toThrow(/too much work/)
  })

  it('offer the literal beginning for an index range', () => {
    expect(compilePattern('^书香.*', '').prefix).toBe('书香')
    expect(compilePattern('^ab+', '').prefix).toBe('a')
    expect(compilePattern('^a|b', '').prefix).toBe('')
    expect(compilePattern('^a', 'i').prefix).toBe('')
    expect(compilePattern('^a', 'm').prefix).toBe('')
  })
})
