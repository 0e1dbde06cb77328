/** The contrast of a theme, pair by pair, for who chooses one. Pure; runs in the browser too. */
import { modes, palettePairs, siteTheme, type Mode, type Palette, type Role } from '@shuxiang/themes'

/** What was measured of one pair in one mode. */
export interface Measured {
  readonly ratio: number
  /** The smallest ratio that is allowed. */
  readonly least: number
  readonly passes: boolean
}

/** Something that is seen, and what it is seen on; in every mode. */
export interface ContrastPair {
  readonly text: Role
  readonly ground: Role
  readonly in: Readonly<Record<Mode, Measured>>
}

export interface ThemeContrast {
  readonly palettes: Readonly<Record<Mode, Palette>>
  readonly pairs: readonly ContrastPair[]
  /** In how many pairs and modes too little was found. */
  readonly failing: number
}

/** @param name of a theme; one that there is not is the nation's */
export function themeContrast(name: string): ThemeContrast {
  return contrastOf(siteTheme(name).palettes)
}

export function contrastOf(palettes: ThemeContrast['palettes']): ThemeContrast {
  const measured = (mode: Mode) =>
    palettePairs(mode, palettes[mode]).map(({ text, ground, ratio, least }) => ({
      text,
      ground,
      found: { ratio, least, passes: ratio >= least },
    }))
  const [light, dark, contrast] = [measured('light'), measured('dark'), measured('contrast')]
  const pairs = light.flatMap(({ text, ground, found }, n): ContrastPair[] => {
    const [other, third] = [dark[n], contrast[n]]
    return other && third
      ? [{ text, ground, in: { light: found, dark: other.found, contrast: third.found } }]
      : []
  })
  const failing = pairs.flatMap((pair) => modes.filter((mode) => !pair.in[mode].passes)).length
  return { palettes, pairs, failing }
}
