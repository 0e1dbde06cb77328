// Browsing: from the home page to an age, a person and any record, by keyboard, small, without scripts, in both languages.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { faultsInEveryMode } from './modes.ts'
import { interactive, openReader } from './reader.ts'
import { tabTo } from './tab-to.ts'

const origin = inject('origin')
let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const heading = (page: Page): Promise<string> => page.locator('main h1').innerText()

test('by keyboard from the home page to an age, and by the trail back to everything', async () => {
  const reader = await openReader(browser, origin, { width: 360, height: 740 })
  const { page } = reader
  try {
    await page.goto('/')
    await interactive(page)
    await tabTo(page, 'main .browsing .ages a[href="/browse/period/tang"]')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/browse/period/tang')
    await page.locator('main h1', { hasText: '唐' }).waitFor()
    await tabTo(page, '.crumbs a[href="/browse"]')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/browse')
    await page.locator('main h1', { hasText: '浏览' }).waitFor()
    await tabTo(page, 'main a[href^="/person/"]')
    const name = await page.evaluate(
      () => document.activeElement?.querySelector('.name')?.textContent?.trim() ?? '',
    )
    await page.keyboard.press('Enter')
    await page.waitForURL('**/person/*')
    await page.locator('main h1', { hasText: name }).waitFor()
    expect(reader.errors).toEqual([])
  } finally {
    await reader.close()
  }
})

test('without JavaScript everything is there: steps with their numbers, more of a sort, a record at random', async () => {
  const reader = await openReader(browser, origin, { javaScript: false })
  const { page } = reader
  try {
    await page.goto('/browse')
    expect(await heading(page)).toBe('浏览')
    const ages = await page.locator('.ages a').allInnerTexts()
    expect(ages.findIndex((age) => age.includes('唐'))).toBeLessThan(
      ages.findIndex((age) => age.includes('宋')),
    )
    for (const age of ages) expect(age).toMatch(/\d+ 种/)
    await page.locator('main a[href="/browse/author"]').click()
    expect(await heading(page)).toBe('人物')
    await page.goBack()
    await page.locator('main a[href="/random"]').click()
    expect(new URL(page.url()).pathname).toMatch(/^\/item\//)
  } finally {
    await reader.close()
  }
})

test('with JavaScript the record at random is another page too, not one of the portal’s own', async () => {
  const reader = await openReader(browser, origin)
  const { page } = reader
  try {
    await page.goto('/browse')
    await interactive(page)
    await page.locator('main a[href="/random"]').click()
    await page.waitForURL('**/item/*')
    expect(reader.errors).toEqual([])
  } finally {
    await reader.close()
  }
})

test('who found nothing is led here, and every page has it at its foot', async () => {
  const html = await (await fetch(`${origin}/search?q=${encodeURIComponent('龘靐齉爩')}`)).text()
  expect(/<main.*<\/main>/s.exec(html)?.[0]).toContain('href="/browse"')
  expect(/<footer.*<\/footer>/s.exec(html)?.[0]).toContain('href="/browse"')
})

describe('machines', () => {
  test('find it in the sitemap, and are told what is there', async () => {
    expect(await (await fetch(`${origin}/sitemap-portal.xml`)).text()).toContain('/browse</loc>')
    const html = await (await fetch(`${origin}/browse`)).text()
    expect(html).toContain(`<link rel="canonical" href="${origin}/browse">`)
    const ld = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
    expect(JSON.stringify(JSON.parse(ld))).toContain('"@type":"CollectionPage"')
  })

  test.each(['/browse/kind', '/browse/__proto__', '/browse/..%2Fx', '/browse/library'])(
    '%s is not there',
    async (path) => {
      expect((await fetch(origin + path)).status).toBe(404)
    },
  )
})

describe.each(['zh-CN', 'en-GB'] as const)('in %s', (locale) => {
  test.each(['/browse', '/browse/period', '/browse/author'])(
    '%s has nothing out of place and nothing that axe finds, in every mode',
    async (path) => {
      const reader = await openReader(browser, origin, { locale })
      try {
        await reader.page.goto(path)
        await interactive(reader.page)
        if (locale === 'en-GB' && path === '/browse')
          expect(await reader.page.locator('.ages').innerText()).toContain('Tang')
        expect(await faultsInEveryMode(reader.page, { colours: locale === 'zh-CN' })).toEqual([])
        expect(reader.errors).toEqual([])
      } finally {
        await reader.close()
      }
    },
  )
})
