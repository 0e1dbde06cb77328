/** Themes of branch sites: the national one with another accent, seal, face of headings and density. Ink, marks and the scale stay. */
import { nationalTheme } from './national.ts'
import type { Colour, Palette, Role, Spacing, Theme } from './theme.ts'

/** Roles that a library's own theme may change. High contrast is the same for all. */
type OwnRole = Extract<
  Role,
  'accent' | 'accent-ink' | 'accent-soft' | 'seal' | 'seal-bg' | 'seal-ink' | 'seal-soft'
>
type OwnColours = Partial<Readonly<Record<OwnRole, Colour>>>

export interface BranchTheme {
  readonly name: string
  /** For whoever chooses one. */
  readonly words: Readonly<Record<'zh-CN' | 'en', string>>
  readonly light: OwnColours
  readonly dark: OwnColours
  readonly heading: Theme['heading']
  /** How much room there is between parts, as a share of the national theme's. */
  readonly room: number
}

/** A whole theme; `compileTheme` proves it. */
export function branchTheme({ name, light, dark, heading, room }: BranchTheme): Theme {
  const { palettes, space } = nationalTheme
  const painted = (palette: Palette, own: OwnColours): Palette => ({ ...palette, ...own })
  const [s1, s2, s3, s4, ...wide] = space
  const [s5, s6, s7, s8] = wide.map((step) => Math.round(step * room * 100) / 100)
  const spaced: Spacing = [s1, s2, s3, s4, s5 ?? 0, s6 ?? 0, s7 ?? 0, s8 ?? 0]
  return {
    ...nationalTheme,
    name,
    palettes: { ...palettes, light: painted(palettes.light, light), dark: painted(palettes.dark, dark) },
    heading,
    space: spaced,
  }
}

/** The themes that a library may choose from, beside the national one. */
export const branchThemes: readonly BranchTheme[] = [
  {
    name: 'porcelain',
    words: { 'zh-CN': '青花', en: 'Porcelain blue' },
    light: { accent: '#1d4a8f', 'accent-soft': '#e4ebf6' },
    dark: { accent: '#9dbdf2', 'accent-ink': '#0c1c38', 'accent-soft': '#1c2a44' },
    heading: 'serif',
    room: 1,
  },
  {
    name: 'bamboo',
    words: { 'zh-CN': '竹影', en: 'Bamboo green' },
    light: { accent: '#2c5a3c', 'accent-soft': '#e5efe6' },
    dark: { accent: '#93cfa6', 'accent-ink': '#0c2415', 'accent-soft': '#1b3324' },
    heading: 'serif',
    room: 1,
  },
  {
    name: 'grotto',
    words: { 'zh-CN': '石窟', en: 'Grotto ochre' },
    light: { accent: '#7b4210', 'accent-soft': '#f5e9da', seal: '#8f2d1e', 'seal-bg': '#8f2d1e' },
    dark: { accent: '#e3b27c', 'accent-ink': '#2c1704', 'accent-soft': '#382817' },
    heading: 'serif',
    room: 1.1,
  },
  {
    name: 'wisteria',
    words: { 'zh-CN': '紫藤', en: 'Wisteria' },
    light: { accent: '#5a3a7a', 'accent-soft': '#efe8f5' },
    dark: { accent: '#c9aee8', 'accent-ink': '#241336', 'accent-soft': '#30243f' },
    heading: 'kai',
    room: 1.1,
  },
  {
    name: 'slate',
    words: { 'zh-CN': '黛瓦', en: 'Roof-tile slate' },
    light: { accent: '#34495c', 'accent-soft': '#e6ebf0' },
    dark: { accent: '#a9c0d6', 'accent-ink': '#111d29', 'accent-soft': '#222d38' },
    heading: 'sans',
    room: 0.9,
  },
  {
    name: 'persimmon',
    words: { 'zh-CN': '柿子', en: 'Persimmon' },
    light: { accent: '#9a3c00', 'accent-soft': '#fbeadf', seal: '#98261a', 'seal-bg': '#98261a' },
    dark: { accent: '#f5ab78', 'accent-ink': '#331400', 'accent-soft': '#3d2516' },
    heading: 'kai',
    room: 1.1,
  },
]

/** Every theme that an installation has: the national one first. */
export const siteThemes: readonly Theme[] = [nationalTheme, ...branchThemes.map(branchTheme)]

/** The theme of a site by its name; the nation's where there is none of that name, any more or yet. */
export function siteTheme(name: string): Theme {
  return siteThemes.find((theme) => theme.name === name) ?? nationalTheme
}
