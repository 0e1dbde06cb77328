/** Turns a theme into CSS custom properties, and refuses one that some reader could not read. */
import { channels, coverPairs, palettePairs } from './contrast.ts'
import type { Pair } from './contrast.ts'
import { modes, roles } from './theme.ts'
import type { Faces, Palette, Theme } from './theme.ts'

export interface ContrastReport {
  readonly theme: string
  readonly pairs: readonly Pair[]
  /** The pair nearest to its limit, as a share of it: 1.04 means four percent to spare. */
  readonly closest: Pair
}

export interface CompiledTheme {
  /** `@layer tokens` with custom properties only. */
  readonly css: string
  readonly report: ContrastReport
}

/** A theme that cannot be used. The message names the mode, the pair and what it lacks. */
export class ThemeError extends Error {
  override readonly name = 'ThemeError'
}

const generic = new Set(['serif', 'sans-serif', 'system-ui', 'monospace'])

function refuseForeign(theme: Theme): void {
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(theme.name))
    throw new ThemeError(`theme name ${JSON.stringify(theme.name)}: use lower-case letters, digits, hyphens`)
  for (const mode of modes)
    for (const role of roles)
      if (!channels(theme.palettes[mode][role]))
        throw new ThemeError(
          `theme ${theme.name}, ${mode}: ${role} is ${JSON.stringify(theme.palettes[mode][role])}; write #rgb or #rrggbb`,
        )
  const { tones, ...others } = theme.cover
  for (const colour of [...tones, ...Object.values(others)])
    if (!channels(colour))
      throw new ThemeError(
        `theme ${theme.name}, cover: ${JSON.stringify(colour)} is no colour; write #rgb or #rrggbb`,
      )
  const families = Object.values(theme.faces).flat()
  const bad = families.find((family) => !/^[\p{L}\p{N}][\p{L}\p{N} -]{0,60}$/u.test(family))
  if (bad !== undefined)
    throw new ThemeError(`theme ${theme.name}: ${JSON.stringify(bad)} is no font family name`)
  const measures = [
    ...Object.values(theme.type),
    ...theme.space,
    theme.radius,
    theme.measure,
    theme.page,
    theme.tap,
    theme.largePrint,
  ]
  const wrong = measures.find((measure) => !(Number.isFinite(measure) && measure >= 0 && measure <= 1000))
  if (wrong !== undefined) throw new ThemeError(`theme ${theme.name}: ${wrong} is no measure; use 0 to 1000`)
}

function prove(theme: Theme): ContrastReport {
  const pairs = [
    ...modes.flatMap((mode) => palettePairs(mode, theme.palettes[mode])),
    ...coverPairs(theme.cover),
  ]
  const short = pairs.filter((pair) => pair.ratio < pair.least)
  if (short.length > 0) {
    const named = short.map(
      (pair) =>
        `${pair.mode}: ${pair.text} on ${pair.ground} has ${pair.ratio.toFixed(2)}:1, needs ${pair.least}:1`,
    )
    throw new ThemeError(
      `theme ${theme.name} falls short in ${named.join('; ')}. Make the text darker or the ground lighter.`,
    )
  }
  const closest = pairs.reduce((near, pair) =>
    pair.ratio / pair.least < near.ratio / near.least ? pair : near,
  )
  return { theme: theme.name, pairs, closest }
}

const declare = (properties: readonly (readonly [string, string])[]): string =>
  properties.map(([name, value]) => `--${name}:${value};`).join('')

const colours = (palette: Palette): string => declare(roles.map((role) => [role, palette[role]]))

const families = (faces: Faces, face: keyof Faces): string =>
  faces[face].map((family) => (generic.has(family) ? family : `"${family}"`)).join(',')

/**
 * Quotation marks and dots are as wide as a character in Chinese faces, which come first in every list of families: on
 * English pages they are taken from a Latin face of the reader's system. Nothing is loaded for it.
 */
const latinMarks = {
  sans: ['Helvetica Neue', 'Segoe UI', 'Roboto', 'Arial', 'Liberation Sans', 'DejaVu Sans'],
  serif: ['Georgia', 'Times New Roman', 'Noto Serif', 'Liberation Serif', 'DejaVu Serif'],
} as const

function marks(faces: Faces): string {
  const kinds = ['sans', 'serif'] as const
  const name = (face: (typeof kinds)[number]): string => `"latin marks ${face}"`
  const fonts = kinds.map((face) => {
    const sources = latinMarks[face].map((family) => `local("${family}")`).join(',')
    return `@font-face{font-family:${name(face)};src:${sources};unicode-range:U+2018-2019,U+201C-201D,U+2026}`
  })
  const lists = kinds.map((face) => [face, `${name(face)},${families(faces, face)}`] as const)
  return `${fonts.join('')}:root:lang(en){${declare(lists)}}`
}

function measures(theme: Theme): string {
  return declare([
    ['sans', families(theme.faces, 'sans')],
    ['serif', families(theme.faces, 'serif')],
    ['kai', families(theme.faces, 'kai')],
    ['heading', `var(--${theme.heading})`],
    ...Object.entries(theme.type).map(([step, rem]) => [`t-${step}`, `${rem}rem`] as const),
    ...theme.space.map((rem, n) => [`s${n + 1}`, `${rem}rem`] as const),
    ['r', `${theme.radius}rem`],
    ['measure', `${theme.measure}em`],
    ['page', `${theme.page}rem`],
    ['tap', `${theme.tap}rem`],
    ...theme.cover.tones.map((tone, n) => [`tone-${n}`, tone] as const),
    ['cover-ink', theme.cover.ink],
    ['slip', theme.cover.slip],
    ['slip-ink', theme.cover.slipInk],
    ['thread', theme.cover.thread],
    ['red-head', theme.cover.redHead],
  ])
}

/**
 * CSS of a theme's tokens and the proof that it can be read (WCAG 2.2: text 4.5:1, 7:1 in high contrast, controls and
 * focus 3:1). `html[data-mode=light|dark|contrast]` is the reader's choice; without it the system's wish counts.
 * `html[data-scale=large]` is large print.
 * @throws ThemeError naming every pair that falls short, or the value that is no colour, face or measure.
 */
export function compileTheme(theme: Theme): CompiledTheme {
  refuseForeign(theme)
  const report = prove(theme)
  const { light, dark, contrast } = theme.palettes
  const lines = [
    `:root{${colours(light)}${measures(theme)}color-scheme:light}`,
    marks(theme.faces),
    `@media (prefers-color-scheme:dark){:root:not([data-mode]){${colours(dark)}color-scheme:dark}}`,
    // A wish for more contrast goes before a wish for dark: whoever has both has said that reading is hard.
    `@media (prefers-contrast:more){:root:not([data-mode]){${colours(contrast)}color-scheme:light}}`,
    `:root[data-mode=dark]{${colours(dark)}color-scheme:dark}`,
    `:root[data-mode=contrast]{${colours(contrast)}color-scheme:light}`,
    `:root[data-scale=large]{font-size:${theme.largePrint}%}`,
    // Paper is white whatever the screen was.
    `@media print{:root,:root[data-mode],:root:not([data-mode]){${colours(contrast)}color-scheme:light}}`,
  ]
  return { css: `@layer tokens{\n${lines.join('\n')}\n}\n`, report }
}
