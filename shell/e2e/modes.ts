// The modes and widths in which every page is measured and judged.
import type { Page } from 'playwright-core'
import { violations, violationsOfLooks } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'

export const WIDTHS = [360, 768, 1280]

/** As the preferences set them on the page; nothing else of it depends on them. */
export const MODES = [
  { name: 'light', mode: 'light', scale: 'normal', movesBoxes: true },
  // The themes give these two other colours and nothing else, which a test of the themes holds.
  { name: 'dark', mode: 'dark', scale: 'normal', movesBoxes: false },
  { name: 'high contrast', mode: 'contrast', scale: 'normal', movesBoxes: false },
  { name: 'large print', mode: 'light', scale: 'large', movesBoxes: true },
] as const

type Mode = (typeof MODES)[number]

/** Shows the page in a mode. */
export async function wear(page: Page, { mode, scale }: Mode): Promise<void> {
  await page.evaluate(
    (chosen) => {
      document.documentElement.dataset['mode'] = chosen.mode
      document.documentElement.dataset['scale'] = chosen.scale
    },
    { mode, scale },
  )
}

/** On a screen of that width. */
export function fit(page: Page, width: number): Promise<void> {
  return page.setViewportSize({ width, height: width < 500 ? 740 : 900 })
}

export interface Looks {
  readonly widths?: readonly number[]
  /** Colours are the same in every language: false for a page that is looked at once more, in another one. */
  readonly colours?: boolean
}

/** What is out of its place on a page as it stands, in each mode and width; empty when nothing is. */
export function misplacedInEveryMode(page: Page, looks: Looks = {}): Promise<string[]> {
  return inEveryMode(page, looks, async () => [])
}

/**
 * The same with what axe finds: all of it in the first mode on the narrowest screen, or on the widest the second time; and
 * what looks can break in each other mode on the narrowest.
 */
export function faultsInEveryMode(page: Page, looks: Looks = {}): Promise<string[]> {
  const { widths = WIDTHS, colours = true } = looks
  return inEveryMode(page, looks, async (mode, width) => {
    if (mode === MODES[0]) return width === widths.at(colours ? 0 : -1) ? violations(page) : []
    return width === widths[0] ? violationsOfLooks(page) : []
  })
}

async function inEveryMode(
  page: Page,
  { widths = WIDTHS, colours = true }: Looks,
  judge: (mode: Mode, width: number) => Promise<string[]>,
): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  const faults: string[] = []
  for (const one of MODES) {
    if (!one.movesBoxes && !colours) continue
    await wear(page, one)
    for (const width of one.movesBoxes ? widths : widths.slice(0, 1)) {
      await fit(page, width)
      const found = [...(await misplaced(page)), ...(await smallTargets(page)), ...(await judge(one, width))]
      faults.push(...found.map((fault) => `${one.name} at ${width}: ${fault}`))
    }
  }
  return faults
}
