import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { interactive, openReader, type Reader } from './reader.ts'

const origin = inject('origin')
let browser: Browser
let reader: Reader

beforeAll(async () => {
  browser = await launch()
  reader = await openReader(browser, origin)
})
afterAll(async () => {
  await reader.close()
  await browser.close()
})

/** Presses Tab until the focus is where the test wants it; a reader does not press it more than eighty times. */
async function tabTo(found: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await reader.page.keyboard.press('Tab')
    if (await found()) return
  }
  throw new Error('the focus never came there')
}
const focused = <Result>(read: (element: Element) => Result) =>
  reader.page.evaluate(`(${read.toString()})(document.activeElement)`) as Promise<Result>

test('a reader without a mouse searches, chooses a suggestion, filters and opens a record', async () => {
  const { page } = reader
  await page.goto('/')
  await interactive(page)

  // The first Tab offers to skip what every page repeats.
  await page.keyboard.press('Tab')
  expect(await focused((element) => element.getAttribute('href'))).toMatch(/^#/)

  await tabTo(() => focused((element) => element.matches('form[role=search] input')))
  await page.keyboard.type('静夜')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await focused((element) => element.getAttribute('aria-activedescendant'))).not.toBeNull()
  await page.keyboard.press('Escape')
  expect(await focused((element) => (element as HTMLInputElement).value)).toBe('静夜')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?/)
  await page.getByTestId('result-count').waitFor()

  // After a navigation the focus is in the new page, not lost at its top.
  expect(await focused((element) => element.closest('main') !== null)).toBe(true)

  await tabTo(() => focused((element) => element.matches('aside input[type=checkbox]')))
  await page.keyboard.press('Space')
  await page.waitForURL(/(period|kind|author|collection|library|language)=/)

  await tabTo(() => focused((element) => element.matches('.hit h2 a')))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/item\//)
  await page.locator('h1').waitFor()
  expect(await focused((element) => element.closest('main') !== null)).toBe(true)
})

test('whatever has the focus shows it', async () => {
  const { page } = reader
  await page.goto('/search?q=明月')
  await interactive(page)
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab')
    const shown = await focused((element) => {
      const visible = (node: Element) => {
        const style = getComputedStyle(node)
        return (
          (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
        )
      }
      const parent = element.closest('.ask, label, form') ?? element
      return visible(element) || visible(parent) ? '' : element.outerHTML.slice(0, 120)
    })
    expect(shown).toBe('')
  }
})

test('a reader skips the filters, and coming back stands on the link they left by', async () => {
  const { page } = reader
  await page.goto('/search?q=明月')
  await interactive(page)
  await tabTo(() => focused((element) => element.matches('a[href="#found"]')))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focused((element) => element.closest('#found') !== null)).toBe(true)

  await tabTo(() => focused((element) => element.matches('.hit:nth-child(3) h2 a')))
  const left = await focused((element) => element.getAttribute('href') ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/item\//)
  await page.locator('dl.facts').waitFor()
  await page.goBack()
  await page.locator('.hit').first().waitFor()
  await expect.poll(() => focused((element) => element.getAttribute('href'))).toBe(left)
  await page.keyboard.press('Tab')
  await page.goForward()
  await page.locator('dl.facts').waitFor()
  await expect.poll(() => focused((element) => element.tagName)).toBe('H1')
})
