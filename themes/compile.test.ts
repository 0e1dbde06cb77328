/** A theme is proved before it is written out. */
import { expect, test } from 'vitest'
import { compileTheme, ThemeError } from './compile.ts'
import { nationalTheme } from './national.ts'
import { modes, roles } from './theme.ts'
import type { Colour, Mode, Role, Theme } from './theme.ts'

function painted(mode: Mode, role: Role, colour: Colour): Theme {
  const { palettes } = nationalTheme
  return { ...nationalTheme, palettes: { ...palettes, [mode]: { ...palettes[mode], [role]: colour } } }
}

test('the national theme holds every pair with room to spare', () => {
  const { report } = compileTheme(nationalTheme)
  expect(report.pairs.length).toBeGreaterThan(90)
  for (const pair of report.pairs)
    expect(pair.ratio, `${pair.mode} ${pair.text} on ${pair.ground}`).toBeGreaterThanOrEqual(pair.least)
  expect(report.closest.ratio / report.closest.least).toBeGreaterThan(1)
})

test('a pair that falls short is named with its mode, its ratio and its limit', () => {
  expect(() => compileTheme(painted('dark', 'ink-2', '#555555'))).toThrow(
    /theme national falls short in dark: ink-2 on paper has \d\.\d\d:1, needs 4\.5:1/,
  )
  expect(() => compileTheme(painted('contrast', 'warn', '#8a5300'))).toThrow(
    /contrast: warn on paper .* needs 7:1/,
  )
  expect(() => compileTheme(painted('light', 'control', '#cccccc'))).toThrow(
    /light: control on paper .* needs 3:1/,
  )
})

test('a pale cover is refused, for its title is read too', () => {
  const [, ...others] = nationalTheme.cover.tones
  const [b, c, d, e, f, g, h] = others
  const cover = { ...nationalTheme.cover, tones: ['#c0d0d0', b, c, d, e, f, g, h] as const }
  expect(() => compileTheme({ ...nationalTheme, cover })).toThrow(/cover: cover-ink on tone-0/)
})

test.each<[Colour | string]>([['#fff;}body{display:none'], ['url(//x)'], ['#zzzzzz']])(
  '%j is refused as a colour',
  (text) => {
    const colour: Colour = `#${text.replace(/^#/, '')}`
    expect(() => compileTheme(painted('light', 'paper', colour))).toThrow(ThemeError)
  },
)

test('font names and the theme name cannot carry CSS', () => {
  const faces = { ...nationalTheme.faces, sans: ['x";}</style><script>'] }
  expect(() => compileTheme({ ...nationalTheme, faces })).toThrow(/is no font family name/)
  expect(() => compileTheme({ ...nationalTheme, name: '../x' })).toThrow(/theme name/)
})

test.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('%j is refused as a measure', (radius) => {
  expect(() => compileTheme({ ...nationalTheme, radius })).toThrow(/is no measure/)
})

test('every mode writes every role, and the choice of the reader goes before the wish of the system', () => {
  const { css } = compileTheme(nationalTheme)
  for (const role of roles)
    expect(css.split(`--${role}:`).length - 1, role).toBeGreaterThanOrEqual(modes.length)
  expect(css).toContain(':root[data-mode=dark]{')
  expect(css).toContain('@media (prefers-color-scheme:dark){:root:not([data-mode]){')
  expect(css).toContain(':root[data-scale=large]{font-size:131.25%}')
})

test('the same theme gives the same text', () => {
  expect(compileTheme(nationalTheme).css).toBe(compileTheme(structuredClone(nationalTheme)).css)
})

test('quotation marks are narrow on English pages and wide on Chinese ones', () => {
  const { css } = compileTheme(nationalTheme)
  expect(css).toMatch(
    /@font-face\{font-family:"latin marks sans";src:[^}]*unicode-range:U\+2018-2019,U\+201C-201D/,
  )
  expect(css).toMatch(/:root:lang\(en\)\{--sans:"latin marks sans","PingFang SC",/)
  expect(css).toMatch(/:root\{[^}]*--sans:"PingFang SC",/)
})
