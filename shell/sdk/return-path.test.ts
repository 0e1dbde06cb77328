import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeReturnPath } from './return-path.ts'

describe('a return path', () => {
  it.each(['/', '/search?q=%E6%9C%88&page=2', '/item/1#text', '/a?next=//x'])('%s is kept', (path) => {
    expect(safeReturnPath(path)).toBe(path)
  })
  it.each([
    '',
    null,
    undefined,
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'search',
    '/\t/evil.example',
    '/%0d%0aset-cookie:x',
    '/a\r\nb',
    '/./\\evil.example',
    '/..//evil.example',
    `/${'x'.repeat(3_000)}`,
  ])('%s leads home', (path) => {
    expect(safeReturnPath(path)).toBe('/')
  })
  it('is a path of ours whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `/${rest}`),
          fc.constantFrom('http://a', '//a', '/\\\\a', '/a'),
        ),
        (given) => {
          const path = safeReturnPath(given)
          expect(new URL(path, 'http://portal.test').origin).toBe('http://portal.test')
          expect(path).not.toMatch(/[\r\n]/)
        },
      ),
    )
  })
})
