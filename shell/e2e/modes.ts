// The modes and widths in which every page is measured.
import type { Page } from 'playwright-core'
import { misplaced, smallTargets } from './boxes.ts'

export const WIDTHS = [360, 768, 1280]

/** As the preferences set them on the page; nothing else of it depends on them. */
export const MODES = [
  { name: 'light', mode: 'light', scale: 'normal' },
  { name: 'dark', mode: 'dark', scale: 'normal' },
  { name: 'high contrast', mode: 'contrast', scale: 'normal' },
  { name: 'large print', mode: 'light', scale: 'large' },
] as const

/** Shows the page in a mode. */
export async function wear(page: Page, { mode, scale }: (typeof MODES)[number]): Promise<void> {
  await page.evaluate(
    (chosen) => {
      document.documentElement.dataset['mode'] = chosen.mode
      document.documentElement.dataset['scale'] = chosen.scale
    },
    { mode, scale },
  )
}

/** What is out of its place on a page as it stands, in each mode and width; empty when nothing is. */
export async function misplacedInEveryMode(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  const faults: string[] = []
  for (const one of MODES) {
    const { name } = one
    await wear(page, one)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 500 ? 740 : 900 })
      const found = [...(await misplaced(page)), ...(await smallTargets(page))]
      faults.push(...found.map((fault) => `${name} at ${width}: ${fault}`))
    }
  }
  return faults
}
