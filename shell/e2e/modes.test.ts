// The modes that are said to move no box do so: in every style sheet of the product they are other colours and nothing else.
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { themeFiles } from '../../themes/files.ts'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..', '..')
const sources = globSync('{themes,site-builder,microfrontends,shell}/**/*.{css,vue}', {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
})
const sheets = [
  ...themeFiles().map(({ text }) => ['the theme', text] as const),
  ...sources.map((path) => [path, readFileSync(join(root, path), 'utf8')] as const),
]

/** Rules whose selector or condition names a mode, a scale aside. */
const OF_A_MODE = /data-mode|prefers-color-scheme|prefers-contrast/
const A_COLOUR = /^(?:--[\w-]+|color|background-color|border-color|color-scheme)$/
/** What the theme sets is a colour by its value, too: a measure in a mode would be none. */
const NO_COLOUR = /\d(?:px|rem|em|%|vw|vh)\b/

function declarationsOfModes(css: string): string[] {
  const found: string[] = []
  const text = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@media print\s*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '')
  for (const [, selector = '', body = ''] of text.matchAll(/([^{}]*(?:\{[^{}]*)?)\{([^{}]*)\}/g))
    if (OF_A_MODE.test(selector)) found.push(...body.split(';').filter((one) => one.trim() !== ''))
  return found
}

test('there are sheets, and modes in them', () => {
  expect(sheets.length).toBeGreaterThan(10)
  expect(
    declarationsOfModes(
      themeFiles()
        .map(({ text }) => text)
        .join(''),
    ).length,
  ).toBeGreaterThan(50)
})

test.each(sheets)('%s: a mode is other colours and nothing else', (_path, css) => {
  const others = declarationsOfModes(css).filter((one) => {
    const [name = '', value = ''] = one.split(':').map((part) => part.trim())
    return !A_COLOUR.test(name) || NO_COLOUR.test(value.replace(/\([^)]*\)/g, ''))
  })
  expect(others).toEqual([])
})
