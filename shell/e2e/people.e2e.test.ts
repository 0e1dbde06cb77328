// People and topics: from a name to a person, from the person to a work, by keyboard, small, without scripts, in both languages.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { faultsInEveryMode } from './modes.ts'
import { interactive, openReader } from './reader.ts'
import { tabTo } from './tab-to.ts'

const origin = inject('origin')
let browser: Browser
let su: string

beforeAll(async () => {
  browser = await launch()
  const html = await (await fetch(`${origin}/search?q=${encodeURIComponent('苏东坡')}`)).text()
  su = /href="(\/person\/[a-z0-9]+)"/.exec(html)?.[1] ?? ''
})
afterAll(() => browser.close())

const heading = (page: Page): Promise<string> => page.locator('main h1').innerText()

test('a search for 苏东坡 leads to 苏轼, and from there by keyboard to a work', async () => {
  const reader = await openReader(browser, origin, { width: 360, height: 740 })
  const { page } = reader
  try {
    await page.goto('/search?q=苏东坡')
    await interactive(page)
    await tabTo(page, '.person a')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${su}`)
    await page.locator('#works .list a').first().waitFor()
    expect(await heading(page)).toBe('苏轼')
    await tabTo(page, '#works .list .title a')
    const title = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/item/*')
    await page.locator('main h1', { hasText: title }).waitFor()
    // And back to the person from the record.
    await tabTo(page, `main .by a[href="${su}"]`)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${su}`)
    expect(reader.errors).toEqual([])
  } finally {
    await reader.close()
  }
})

test('suggestions lead to the person, by whatever name', async () => {
  const reader = await openReader(browser, origin)
  const { page } = reader
  try {
    await page.goto('/search')
    await interactive(page)
    const box = page.locator('main form[role=search] input[name=q]')
    await box.focus()
    await box.pressSequentially('苏东坡', { delay: 20 })
    await page.getByRole('option', { name: /苏东坡（苏轼）/ }).click()
    await page.waitForURL(`**${su}`)
    await page.locator('main h1', { hasText: '苏轼' }).waitFor()
  } finally {
    await reader.close()
  }
})

test('without JavaScript works are narrowed, sorted and paged by links', async () => {
  const reader = await openReader(browser, origin, { javaScript: false })
  const { page } = reader
  try {
    await page.goto(su)
    expect(await heading(page)).toBe('苏轼')
    expect(await page.locator('main').innerText()).toContain('东坡居士')
    const all = await page.locator('#works .total').innerText()
    await page.locator('#works .choice a', { hasText: /^词/ }).click()
    expect(new URL(page.url()).searchParams.get('form')).toBe('词')
    expect(await page.locator('#works .total').innerText()).not.toBe(all)
    await page.locator('#works .choice a', { hasText: '题名' }).click()
    expect(new URL(page.url()).search).toBe(`?form=${encodeURIComponent('词')}&sort=title`)
    await page.locator('aside li a').first().click()
    expect(new URL(page.url()).pathname).toMatch(/^\/person\//)
    expect(new URL(page.url()).pathname).not.toBe(su)
  } finally {
    await reader.close()
  }
})

describe('machines', () => {
  test('are told who it is and where', async () => {
    const html = await (await fetch(origin + su)).text()
    expect(html).toContain(`<link rel="canonical" href="${origin}${su}">`)
    const ld: unknown = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null',
    )
    expect(JSON.stringify(ld)).toContain('"@type":"Person"')
    expect(JSON.stringify(ld)).toContain('苏东坡')
  })

  test.each([
    '/person/anobody',
    '/person/..%2Fx',
    '/browse/form/none',
    '/browse/kind/poem',
    '/browse/__proto__/x',
  ])('%s is not there', async (path) => {
    expect((await fetch(origin + path)).status).toBe(404)
  })
})

describe.each(['zh-CN', 'en-GB'] as const)('in %s', (locale) => {
  test.each([
    ['a person', () => su],
    ['a form', () => `/browse/form/${encodeURIComponent('词')}`],
    ['a period', () => '/browse/period/tang'],
  ])('%s has nothing out of place and nothing that axe finds, in every mode', async (_, path) => {
    const reader = await openReader(browser, origin, { locale })
    try {
      await reader.page.goto(path())
      await interactive(reader.page)
      if (locale === 'en-GB' && path() === su) expect(await heading(reader.page)).toBe('Su Shi 苏轼')
      expect(await faultsInEveryMode(reader.page, { colours: locale === 'zh-CN' })).toEqual([])
      expect(reader.errors).toEqual([])
    } finally {
      await reader.close()
    }
  })
})
