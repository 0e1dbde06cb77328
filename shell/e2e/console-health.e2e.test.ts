// The health of sites in the console, as a publisher of a province meets it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'

const address = '/console/health?library=n33'
let browser: Browser
let page: Page
let errors: readonly string[]

beforeAll(async () => {
  browser = await launch()
  const reader = await openAtWork(browser, 'n33/publisher-1', address)
  page = reader.page
  errors = reader.errors
}, 120_000)
afterAll(() => browser.close())

test('one’s own site is told of, and those of the province below it, on a phone', async () => {
  await page.getByRole('heading', { name: '本馆网站' }).waitFor()
  await page.getByRole('heading', { name: '本地区各馆网站' }).waitFor()
  // Fetched: found something, all is well, or not looked at yet.
  await page.locator('.health section .skeleton').first().waitFor({ state: 'detached' })
  if (process.env['SHOTS'])
    for (const [width, dark] of [
      [360, false],
      [768, true],
      [1280, false],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
      await page.screenshot({ path: `${process.env['SHOTS']}/health-${width}.png`, fullPage: true })
    }
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  expect(errors).toEqual([])
})
