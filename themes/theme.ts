/** What a theme is: data by roles. A component names a role, never a hue. */

/** Colour roles in the order in which they are written out. */
export const roles = [
  'paper',
  'surface',
  'sunken',
  'ink',
  'ink-2',
  'line',
  'control',
  'accent',
  'accent-ink',
  'accent-soft',
  'seal',
  'seal-bg',
  'seal-ink',
  'seal-soft',
  'mark',
  'focus',
  'good',
  'warn',
  'bad',
] as const
export type Role = (typeof roles)[number]

/** `#rgb` or `#rrggbb`. Anything else is refused when the theme is compiled. */
export type Colour = `#${string}`
export type Palette = Readonly<Record<Role, Colour>>

/** Light, dark and high contrast. Large print is a size, not a palette. */
export const modes = ['light', 'dark', 'contrast'] as const
export type Mode = (typeof modes)[number]

/** Font families, best first. Only faces that the reader's system brings: a Chinese web font weighs megabytes. */
export type Faces = Readonly<Record<'sans' | 'serif' | 'kai', readonly string[]>>

/** Steps of the type scale in rem; `m` is body text. */
export type TypeScale = Readonly<Record<'xs' | 's' | 'm' | 'l' | 'xl' | '2xl' | '3xl', number>>

/** Eight steps of space in rem, smallest first. */
export type Spacing = readonly [number, number, number, number, number, number, number, number]

/** What drawn covers are made of; the same in every mode, as a picture would be. */
export interface CoverColours {
  /** Cloth and plates; a record always gets the same one. */
  readonly tones: readonly [Colour, Colour, Colour, Colour, Colour, Colour, Colour, Colour]
  /** Text on a tone. */
  readonly ink: Colour
  readonly slip: Colour
  readonly slipInk: Colour
  readonly thread: Colour
  /** Heading of a government document, on white. */
  readonly redHead: Colour
}

export interface Theme {
  /** Word in addresses and messages: lower-case letters, digits and hyphens. */
  readonly name: string
  readonly palettes: Readonly<Record<Mode, Palette>>
  readonly faces: Faces
  /** The face of headings and of the site's name. */
  readonly heading: keyof Faces
  readonly type: TypeScale
  readonly space: Spacing
  /** Corner radius in rem. */
  readonly radius: number
  /** Longest line of running text in em. */
  readonly measure: number
  /** Widest page in rem. */
  readonly page: number
  /** Smallest side of what a finger presses, in rem. */
  readonly tap: number
  /** Root font size of large print as a share of the reader's own, in percent. */
  readonly largePrint: number
  readonly cover: CoverColours
}
