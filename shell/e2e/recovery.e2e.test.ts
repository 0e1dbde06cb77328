// A connection that breaks and comes back under a reader's hands: nothing old under a new heading, and all by itself.
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { firstFound } from './records.ts'
import { interactive, openReader, type Reader } from './reader.ts'

const origin = inject('origin')
let browser: Browser
let reader: Reader
let page: Page
let record = ''

beforeAll(async () => {
  browser = await launch()
  record = await firstFound(origin, '静夜思', 'poem')
})
afterAll(() => browser.close())
beforeEach(async () => {
  reader = await openReader(browser, origin)
  page = reader.page
})
afterEach(() => reader.close())

const trouble = () => page.locator('.state[role=alert]')
const search = async (words: string): Promise<void> => {
  const box = page.locator('form[role=search] input[name=q]').first()
  await box.fill(words)
  await box.press('Enter')
}
/** Everything that is said to a screen reader from now on, in order. */
const listen = (): Promise<void> =>
  page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const place = document.querySelector('#announcer')
    if (place)
      new MutationObserver(() => place.textContent && said.push(place.textContent)).observe(place, {
        childList: true,
      })
  })
const said = (): Promise<string[]> =>
  page.evaluate(() => ('said' in window && Array.isArray(window.said) ? window.said : []))

test('a record that could not be opened opens by itself when the connection is back', async () => {
  await page.goto('/search?q=静夜思')
  await interactive(page)
  await listen()
  await reader.context.setOffline(true)
  await page.locator('.notice.warn').waitFor()
  const title = await page.locator('.hit h2 a').first().textContent()
  await page.locator('.hit h2 a').first().click()
  await trouble().waitFor()
  expect(await page.title()).toContain('暂时打不开')
  await reader.context.setOffline(false)
  await page.locator('article h1').waitFor()
  expect(await page.locator('article h1').textContent()).toBe(title)
  await page.waitForFunction(() => document.querySelector('.notice.warn') === null)
  // The alert said that it could not be opened; only now is it open.
  await expect.poll(said).toContain(`已打开：${await page.title()}`)
  expect((await said()).filter((sentence) => sentence.startsWith('已打开：'))).toHaveLength(1)
})

test('a record that the gateway could not give opens by its button', async () => {
  await page.goto('/search?q=静夜思')
  await interactive(page)
  const away = (route: Route): Promise<void> => route.fulfill({ status: 503, json: {} })
  await page.route('**/graphql', away)
  await page.locator('.hit h2 a').first().click()
  await trouble().waitFor()
  await page.unroute('**/graphql', away)
  await trouble().getByRole('link').click()
  await page.locator('article h1').waitFor()
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('a gateway that comes back under an open page is noticed without a press', async () => {
  await page.goto('/search?q=静夜思')
  await interactive(page)
  const away = (route: Route): Promise<void> => route.fulfill({ status: 503, json: {} })
  await page.route('**/graphql', away)
  await search('明月')
  await trouble().waitFor()
  await page.unroute('**/graphql', away)
  await page.locator('.hit').first().waitFor()
  expect(await page.locator('h1').textContent()).toBe('“明月”的检索结果')
})

test('an offline search never shows hits of another search, and finds when the connection is back', async () => {
  await page.goto('/search?q=明月')
  await interactive(page)
  await reader.context.setOffline(true)
  await page.evaluate(() => {
    const wrong: string[] = []
    Object.assign(window, { wrong })
    const look = (): void => {
      const heading = document.querySelector('h1')?.textContent ?? ''
      if (!navigator.onLine && !heading.includes('明月') && document.querySelector('.hit'))
        wrong.push(heading)
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await search('花')
  await trouble().waitFor()
  expect(await page.locator('.hit').count()).toBe(0)
  expect(await page.locator('h1').textContent()).toBe('“花”的检索结果')
  expect(await page.evaluate(() => ('wrong' in window ? window.wrong : null))).toEqual([])
  await reader.context.setOffline(false)
  await page.locator('.hit').first().waitFor()
  expect(await page.locator('.hit mark').first().textContent()).toContain('花')
})

test('a page that only the server makes comes by itself as well', async () => {
  await page.goto(record)
  await interactive(page)
  await reader.context.setOffline(true)
  await page.locator('.nav a[href="/libraries"]').click()
  await page.getByTestId('unavailable').waitFor()
  await reader.context.setOffline(false)
  await page.locator('.directory h1').waitFor()
})

test('a record that is long in coming is announced once, when it is there', async () => {
  await page.goto('/search?q=静夜思')
  await interactive(page)
  await listen()
  let release = (): void => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/graphql', async (route) => {
    await held
    await route.continue()
  })
  const began = Date.now()
  await page.locator('.hit h2 a').first().click()
  await page.waitForFunction(() => document.title.includes('正在打开'))
  // Longer than an arrival waits for its page before it moves the focus.
  await expect.poll(() => Date.now() - began, { timeout: 5_000, interval: 100 }).toBeGreaterThan(2_600)
  expect(await said()).toEqual([])
  release()
  await page.locator('article h1').waitFor()
  await expect.poll(said).toEqual([`已打开：${await page.title()}`])
})

test('the panel of preferences closes by Escape, outside of it and on navigation', async () => {
  await page.goto('/')
  await interactive(page)
  const panel = page.locator('header details.prefs')
  const isOpen = (): Promise<boolean> => panel.evaluate((details) => details.hasAttribute('open'))
  const open = async (): Promise<void> => {
    await panel.locator('summary').click()
    expect(await isOpen()).toBe(true)
  }
  await open()
  await panel.locator('input[name=mode]').first().focus()
  await page.keyboard.press('Escape')
  expect(await isOpen()).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')

  await open()
  await panel.locator('label').first().click()
  expect(await isOpen()).toBe(true)
  await page.locator('main').click({ position: { x: 5, y: 200 } })
  expect(await isOpen()).toBe(false)

  await open()
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('.nav a[href="/libraries"]')?.click())
  await page.locator('.directory h1').waitFor()
  expect(await isOpen()).toBe(false)

  // On its own page the panel is the content.
  await page.goto('/preferences')
  await interactive(page)
  await page.keyboard.press('Escape')
  await page.locator('main h1').click()
  expect(await page.locator('main .prefs form').isVisible()).toBe(true)
})
