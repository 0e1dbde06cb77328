/** The blocks' style sheets, alone and with all that a page loads. */
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { themeFiles } from '@shuxiang/themes/files'
import { expect, test } from 'vitest'
import { blockTypes } from './registry.ts'
import { blockSheets } from './sheets.ts'

const plain = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '')
const sheets = plain(blockSheets())
const page = themeFiles(undefined, blockSheets())
  .map(({ text }) => text)
  .join('\n')

const own = blockTypes
  .map(({ type }) => type)
  .filter((type) => readdirSync(`${import.meta.dirname}/${type}`).includes('block.css'))

test('every rule stands in the layer of the blocks', () => {
  let depth = 0
  let outside = ''
  for (const character of sheets) {
    if (character === '{') depth++
    if (depth === 0) outside += character
    if (character === '}') depth--
    expect(depth).toBeGreaterThanOrEqual(0)
  }
  expect(depth).toBe(0)
  expect(outside.replace(/@layer blocks|@media [^@]+|[\s}]/g, '')).toBe('')
  expect(new Set([...sheets.matchAll(/@layer ([\w-]+)/g)].map((match) => match[1]))).toEqual(
    new Set(['blocks']),
  )
})

test('blocks name roles and steps, never hues, and load nothing', () => {
  expect(sheets).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl|oklch|url\(|@import|https?:|!important/i)
  const given = new Set([...plain(page).matchAll(/(--[a-z0-9-]+)\s*:/g)].map((match) => match[1]))
  const used = [...sheets.matchAll(/var\((--[a-z0-9-]+)/g)].map((match) => match[1])
  expect(used.filter((name) => !given.has(name))).toEqual([])
})

test('blocks are set by logical sides, so that a page may run from the right', () => {
  expect(
    sheets.match(/(?:margin|padding|border)-(?:left|right)|\btext-align: (?:left|right)/g) ?? [],
  ).toEqual([])
})

test('the sheet that pages load has the blocks in it, and stays within 20 KB packed', () => {
  const bare = (css: string): string => plain(css).replace(/\s+/g, '')
  expect(bare(page)).toContain(bare(blockSheets()))
  expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(20 * 1024)
})

test.each(own)('the sheet of %s styles what stands in its own markup', (type) => {
  const css = readFileSync(`${import.meta.dirname}/${type}/block.css`, 'utf8')
  expect(css).toMatch(/^\/\* .+ \*\//)
})
