// A library's own site on its own host: what readers find there, and that one card opens them all.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'
import { typeCredentials } from './people.ts'
import { interactive, openReader, type Device, type Reader } from './reader.ts'

const portal = inject('origin')
const identity = inject('identity')
const [lin] = inject('people')
if (!lin) throw new Error('The product has no reader to try.')
const reader = lin
const siteOf = (code: string): string => portal.replace('//', `//${code}.`)
/** Not the library of the reader's card. */
const nanshan = siteOf('n440305')

let browser: Browser
let opened: Reader
let page: Page
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
beforeEach(() => open(nanshan))
afterEach(() => opened.close())

async function open(origin: string, device: Device = {}): Promise<void> {
  await opened?.close()
  opened = await openReader(browser, origin, device)
  page = opened.page
}

const named = () => page.locator('[data-account] summary', { hasText: reader.name })
const press = (selector: string) => page.locator(selector).evaluate((element: HTMLElement) => element.click())

describe('a branch site', () => {
  test('stands in its library’s name, and search and records stay on it', async () => {
    await page.goto('/')
    expect(await page.title()).toBe('南山区图书馆')
    expect(await page.locator('.mast .brand').innerText()).toContain('南山区图书馆')
    await page.locator('main input[type=search]').fill('静夜思')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${nanshan}/search?**`)
    await page.locator('main h3 a, main h2 a').first().click()
    await page.waitForURL(`${nanshan}/item/**`)
    await page.locator('main h1').waitFor()
    expect(await page.title()).toContain('南山区图书馆')
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toContain(nanshan)
    expect(opened.errors).toEqual([])
  })

  test.each([
    ['zh-CN', 360, false],
    ['en-GB', 768, true],
    ['zh-CN', 1280, true],
  ] as const)('is accessible and fits in %s at %i px', async (locale, width, dark) => {
    await open(nanshan, { locale, width, dark })
    for (const path of ['/', '/about', '/accessibility']) {
      await page.goto(path)
      expect(await violations(page)).toEqual([])
      expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
    }
  })

  test('has no script on its own pages, and no inline style', async () => {
    for (const path of ['/', '/about', '/accessibility', '/not-there']) {
      const answer = await page.goto(path)
      expect(answer?.headers()['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'/)
      expect(await page.locator('script, [style], style').count()).toBe(0)
    }
  })

  test.each(['light', 'dark', 'contrast'])(
    'is accessible in the mode %s, in large print, as its reader chose',
    async (mode) => {
      await page.goto(`/preferences?mode=${mode}&scale=large&locale=en&return=%2Fabout`)
      expect(new URL(page.url()).pathname).toBe('/about')
      const root = page.locator('html')
      expect([await root.getAttribute('data-mode'), await root.getAttribute('data-scale')]).toEqual([
        mode,
        'large',
      ])
      expect(await root.getAttribute('lang')).toBe('en')
      expect(await violations(page)).toEqual([])
    },
  )

  test('is loaded whole from a page with scripts, and back', async () => {
    await page.goto('/search')
    await interactive(page)
    await page.locator('.nav a[href="/visit"]').click()
    await page.waitForURL(`${nanshan}/visit`)
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    await page.goBack()
    await interactive(page)
    expect(opened.errors).toEqual([])
  })

  test('reads without scripts', async () => {
    await open(nanshan, { javaScript: false })
    await page.goto('/')
    await page.locator('main input[type=search]').fill('静夜思')
    await page.locator('main form button').click()
    expect(page.url()).toContain(`${nanshan}/search?q=`)
    expect(await page.locator('main').innerText()).toContain('静夜思')
  })

  test('sends staff to where staff work', async () => {
    await page.goto('/console')
    expect(page.url()).toMatch(new RegExp(`^(${portal}/|${identity}/)`))
  })

  test('is served by its own name only', async () => {
    const answer = await page.goto(siteOf('n999999'))
    expect(answer?.status()).toBe(421)
  })
})

// `sign-in.e2e.test.ts` goes with one card from site to site.
describe('a session', () => {
  test('keeps no token where another page of the site could find it', async () => {
    await page.goto('/search')
    await interactive(page)
    await press('[data-account] > a')
    await page.waitForURL(`${identity}/**`)
    await typeCredentials(page, reader)
    await named().waitFor()
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    expect(kept).not.toMatch(/eyJ[\w-]{10,}/)
    // Cookies of one site are none of another's.
    expect(await opened.context.cookies(portal)).toEqual([])
  })
})
