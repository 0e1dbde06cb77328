/** The style sheet as a whole keeps its promises. */
import { expect, test } from 'vitest'
import { themeFiles } from './files.ts'

const [file] = themeFiles()
const css = (file?.text ?? '').replace(/\/\*[\s\S]*?\*\//g, '')

test('begins with the order of layers', () => {
  expect(css.trimStart()).toMatch(/^@layer reset, tokens, base, parts, chrome, blocks, mfe;/)
})

test('every rule stands in a layer of that order', () => {
  const layers = [...css.matchAll(/@layer ([a-z]+)\s*\{/g)].map((match) => match[1])
  expect(new Set(layers)).toEqual(new Set(['reset', 'tokens', 'base', 'parts', 'chrome', 'mfe']))
  let depth = 0
  let outside = ''
  for (const character of css) {
    if (character === '{') depth++
    if (depth === 0) outside += character
    if (character === '}') depth--
    expect(depth).toBeGreaterThanOrEqual(0)
  }
  expect(depth).toBe(0)
  expect(outside.replace(/@layer [a-z, ]+;?|@media [^@]+|[\s}]/g, '')).toBe('')
})

test('every custom property that is used is there', () => {
  const given = new Set([...css.matchAll(/(--[a-z0-9-]+)\s*:/g)].map((match) => match[1]))
  const used = new Set([...css.matchAll(/var\((--[a-z0-9-]+)/g)].map((match) => match[1]))
  expect([...used].filter((name) => !given.has(name))).toEqual([])
})

test('parts name roles, never hues; only covers and print are painted by hand', () => {
  const painted = css
    .split('@layer')
    .filter((layer) => / (?:base|chrome)\b/.test(layer.slice(0, 8)))
    .flatMap((layer) => layer.match(/#[0-9a-f]{3,8}\b/gi) ?? [])
  expect(painted).toEqual([])
})

test('loads nothing from anywhere', () => {
  expect(css).not.toMatch(/url\(|@import|https?:/)
  // Faces of the reader's own system only.
  for (const [, sources = ''] of css.matchAll(/@font-face\{[^}]*src:([^;}]+)/g))
    expect(sources).toMatch(/^(local\("[\w ]+"\),?)+$/)
})

test.each(
  'wrap sr btn tap seal brand nav ask kinds daily shelf cover tiles tabs chips facts verse foot notice dot skip state unavailable skeleton crumbs'.split(
    ' ',
  ),
)('the part .%s is there', (name) => {
  expect(css).toMatch(new RegExp(`\\.${name}\\b`))
})

test('the whole sheet stays small', () => {
  expect(css.length).toBeLessThan(48_000)
})
