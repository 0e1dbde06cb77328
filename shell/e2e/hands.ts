// The ways in which somebody works a page: with a mouse, with a finger, with keys alone. Each counts what it takes.
import type { Locator, Page } from 'playwright-core'

export interface Hand {
  press(target: Locator): Promise<void>
  write(field: Locator, text: string): Promise<void>
  /** Presses of a button or link, fields that were written in, and keys that led from one thing to the next. */
  readonly taken: { presses: number; fields: number; keys: number }
}

/** Farther than any page of ours is long. */
const farthest = 400

export function openHand(page: Page, kind: 'mouse' | 'finger' | 'keys'): Hand {
  const taken = { presses: 0, fields: 0, keys: 0 }
  const hits = (target: Locator): Promise<void> => (kind === 'finger' ? target.tap() : target.click())

  /** By the key that leads from one thing to the next, as somebody goes who sees no page. */
  async function reach(target: Locator): Promise<void> {
    await target.waitFor()
    for (let i = 0; i < farthest; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
      taken.keys += 1
    }
    throw new Error(`The tab key does not come to ${String(target)}.`)
  }
  return {
    taken,
    async press(target) {
      taken.presses += 1
      if (kind !== 'keys') return hits(target)
      await reach(target)
      await page.keyboard.press('Enter')
    },
    async write(field, text) {
      taken.fields += 1
      if (kind === 'keys') await reach(field)
      else await hits(field)
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
    },
  }
}
