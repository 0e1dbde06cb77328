/** A sound site passes whole; what is found is bounded, and the worst comes first. */
import { expect, test } from 'vitest'
import { check, mostOfOneRule } from './check.ts'
import { rules } from './rules/index.ts'
import { block, paragraph, site, soundPages, page, text, withBlocks } from './testing/site.ts'

test('nothing is found in a sound site', () => {
  expect(check(site())).toEqual([])
})

test('no two rules have one name', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
})

test('what blocks is told before what warns', () => {
  const found = check(
    withBlocks({ a: block('unknown', {}) }, { visiting: { hours: false, contact: false, closures: [] } }),
  )
  expect(found.map(({ severity }) => severity)).toEqual(['blocks', 'warns', 'warns'])
})

test('the findings of one rule are counted beyond a number of them', () => {
  const many = Object.fromEntries(
    Array.from({ length: mostOfOneRule + 7 }, (_, n) => [`b${n}`, block('unknown', {})]),
  )
  const found = check(withBlocks(many))
  expect(found).toHaveLength(mostOfOneRule + 1)
  expect(found.at(-1)?.words.en).toContain('7 more')
})

test('every finding has a sentence in both languages', () => {
  const broken = site({
    pages: soundPages().set(
      '/more',
      page(['x', ''], {
        a: block('unknown', {}),
        b: text([paragraph('这里', '/nowhere')]),
        c: text([paragraph('a', 'javascript:1')]),
      }),
    ),
    facts: { ...site().facts, filings: {}, menu: [{ path: '/gone', words: { 'zh-CN': '旧页' } }] },
    visiting: { hours: false, contact: false, closures: [] },
    css: 50_000,
  })
  const found = check(broken)
  expect(found.length).toBeGreaterThan(6)
  for (const { words } of found) {
    expect(words['zh-CN']).toMatch(/[。]$/)
    expect(words.en).toMatch(/\.$/)
    expect(`${words['zh-CN']}${words.en}`).not.toMatch(/undefined|null|\[object/)
  }
})
