/** Contrast of two colours by WCAG 2.2 (relative luminance in sRGB), and which pairs a theme must hold. */
import type { Colour, CoverColours, Mode, Palette, Role } from './theme.ts'

/** One pair that was measured. `least` is the smallest ratio allowed, `ratio` what was found. */
export interface Pair<Name extends string = string> {
  readonly mode: Mode | 'cover'
  readonly text: Name
  readonly ground: Name
  readonly ratio: number
  readonly least: number
}

/** Red, green, blue from 0 to 255; null when the text is no `#rgb` or `#rrggbb`. */
export function channels(colour: string): readonly [number, number, number] | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour)
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  const parts = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1)
  const [red, green, blue] = (parts ?? []).map((part) => Number.parseInt(part, 16))
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue]
}

function luminance(colour: Colour): number {
  const parts = channels(colour)
  if (!parts) throw new TypeError(`${colour} is no colour: write #rgb or #rrggbb`)
  const [red, green, blue] = parts.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** Contrast ratio, 1 to 21. */
export function contrastRatio(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const grounds: readonly Role[] = ['paper', 'surface', 'sunken']
const texts: readonly Role[] = ['ink', 'ink-2', 'accent', 'seal', 'good', 'warn', 'bad']
/** Text on grounds other than the page's own. */
const special: readonly (readonly [Role, Role])[] = [
  ['accent-ink', 'accent'],
  ['ink', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['ink', 'mark'],
  ['ink', 'seal-soft'],
  ['seal-ink', 'seal-bg'],
]
/** What is not text but must be seen: borders of controls and the ring of focus (WCAG 1.4.11, 2.4.13). */
const shapes: readonly Role[] = ['control', 'focus']

/** All pairs of a palette: text 4.5:1 (7:1 in high contrast), controls and focus 3:1. */
export function palettePairs(mode: Mode, palette: Palette): Pair<Role>[] {
  const text = mode === 'contrast' ? 7 : 4.5
  const pair = (one: Role, ground: Role, least: number): Pair<Role> => ({
    mode,
    text: one,
    ground,
    ratio: contrastRatio(palette[one], palette[ground]),
    least,
  })
  return [
    ...grounds.flatMap((ground) => texts.map((one) => pair(one, ground, text))),
    ...special.map(([one, ground]) => pair(one, ground, text)),
    ...grounds.flatMap((ground) => shapes.map((one) => pair(one, ground, 3))),
  ]
}

/** Text on drawn covers. It is decoration, yet a title that is drawn is a title that is read. */
export function coverPairs(cover: CoverColours): Pair[] {
  const pair = (text: string, ground: string, one: Colour, other: Colour): Pair => ({
    mode: 'cover',
    text,
    ground,
    ratio: contrastRatio(one, other),
    least: 4.5,
  })
  return [
    ...cover.tones.map((tone, n) => pair('cover-ink', `tone-${n}`, cover.ink, tone)),
    pair('slip-ink', 'slip', cover.slipInk, cover.slip),
    pair('red-head', 'white', cover.redHead, '#ffffff'),
  ]
}
