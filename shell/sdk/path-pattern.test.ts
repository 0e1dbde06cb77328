import { describe, expect, it } from 'vitest'
import { mostTelling, pathPattern } from './path-pattern.ts'

const patterns = [
  '/',
  '/search',
  '/item/:id',
  '/item/:id.bib',
  '/item/new',
  '/_assets/*',
  '/a.b/:x/c/:y',
  '/s-:k-:n.xml',
]
const paths = [
  '/',
  '//',
  '/search',
  '/search/',
  '/searchx',
  '/item/1',
  '/item/',
  '/item/1/2',
  '/item/1.bib',
  '/item/.bib',
  '/item/a.bib.bib',
  '/item/new',
  '/item/%E9%9D%99',
  '/_assets/',
  '/_assets/a/b.js',
  '/_assets',
  '/a.b/1/c/2',
  '/axb/1/c/2',
  '/s-records-12.xml',
  '/s-a-b-1.xml',
  '/__proto__',
]

describe('a path pattern', () => {
  it.each(patterns)('%s matches what URLPattern matches, with the same names', (pattern) => {
    const standard = new URLPattern({ pathname: pattern })
    for (const path of paths) {
      const groups = standard.exec({ pathname: path })?.pathname.groups
      const named = groups && Object.fromEntries(Object.entries(groups).filter(([name]) => !/^\d/.test(name)))
      expect(pathPattern(pattern).match(path), path).toEqual(named ?? null)
    }
  })
  it.each([
    ['item', 'begins with a slash'],
    ['/item/:', 'colon without a name'],
    ['/:a/:a', 'twice'],
    ['/:a:b', 'side by side'],
    ['/a?', 'do not know'],
    ['/(x)', 'do not know'],
  ])('%s is refused with a sentence', (pattern, sentence) => {
    expect(() => pathPattern(pattern)).toThrow(sentence)
  })
  it('that leaves least open is meant, the first of equals', () => {
    const all = patterns.map((pattern) => ({ pattern: pathPattern(pattern) }))
    const meant = (path: string) => mostTelling(all, path)?.pattern.pattern
    expect(meant('/item/new')).toBe('/item/new')
    expect(meant('/item/1')).toBe('/item/:id')
    expect(meant('/nowhere')).toBeUndefined()
  })
})
