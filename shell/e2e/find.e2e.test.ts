// Finding from anywhere, field by field, and what can be done with what was found.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { faultsInEveryMode } from './modes.ts'
import { interactive, openReader, type Device, type Reader } from './reader.ts'

const origin = inject('origin')
/** The site of a library. */
const branch = origin.replace('//', '//n440305.')
let browser: Browser
let reader: Reader

beforeAll(async () => {
  browser = await launch()
})
afterEach(() => reader.close())
afterAll(() => browser.close())

async function open(path: string, device: Device = {}, at = origin): Promise<void> {
  reader = await openReader(browser, at, device)
  await reader.page.goto(path)
  if (device.javaScript !== false && at === origin) await interactive(reader.page)
}
const box = () => reader.page.locator('.mast .find input')
const sign = () => reader.page.locator('.mast .find > a')
const isFocused = (selector: string) =>
  reader.page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector)

describe('the box in the masthead', () => {
  test('takes one key to reach from a page without a box, and offers what begins so', async () => {
    await open('/about')
    await reader.page.keyboard.press('/')
    expect(await isFocused('.mast input[name=q]')).toBe(true)
    // A key in a field is a character.
    await reader.page.keyboard.type('静/夜')
    expect(await box().inputValue()).toBe('静/夜')
    await box().fill('静夜')
    await reader.page.getByRole('listbox').waitFor()
    await reader.page.keyboard.press('Enter')
    await reader.page.waitForURL(/\/search\?q=/)
    await reader.page.locator('.hit').first().waitFor()
    expect(reader.errors).toEqual([])
  })

  test.each(['/', '/search?q=明月'])(
    'gives way at %s to the box of the page, and so does the key',
    async (path) => {
      await open(path)
      expect(await box().isVisible()).toBe(false)
      expect(await sign().isVisible()).toBe(false)
      await reader.page.keyboard.press('/')
      expect(await isFocused('main .ask input[name=q]')).toBe(true)
    },
  )

  test('a reader turns the key off, and it stays off', async () => {
    await open('/preferences')
    await reader.page.locator('main label:has([name=keys][value=off])').click()
    await reader.page.goto('/libraries')
    await interactive(reader.page)
    await reader.page.keyboard.press('/')
    expect(await isFocused('.mast input[name=q]')).toBe(false)
  })

  test('is a sign on a phone, which leads to the search and leaves the row alone', async () => {
    await open('/about', { width: 360, javaScript: false })
    expect(await box().isVisible()).toBe(false)
    const { top, height } = await reader.page
      .locator('.mast .tools')
      .evaluate((one) => one.getBoundingClientRect().toJSON())
    const brand = await reader.page.locator('.mast .brand').evaluate((one) => one.getBoundingClientRect().top)
    expect(Math.abs(top - brand)).toBeLessThan(height)
    await sign().click()
    await reader.page.waitForURL(/\/search$/)
  })

  test('works without scripts, and on the site of a library looks there or everywhere', async () => {
    await open('/about', { javaScript: false }, branch)
    expect(await reader.page.locator('script').count()).toBe(0)
    // A page without scripts has no key to tell of.
    expect(await reader.page.locator('[aria-keyshortcuts]').count()).toBe(0)
    await box().fill('明月')
    await reader.page.locator('.mast .find select').selectOption('n440305')
    await reader.page.locator('.mast .find button').click()
    await reader.page.waitForURL(`${branch}/search?**`)
    const { searchParams } = new URL(reader.page.url())
    expect([searchParams.get('q'), searchParams.get('library')]).toEqual(['明月', 'n440305'])
  })

  test('fetches nothing until somebody goes to it', async () => {
    reader = await openReader(browser, origin)
    const asked: string[] = []
    reader.page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
    await reader.page.goto('/libraries')
    await interactive(reader.page)
    await reader.page.waitForLoadState('networkidle')
    expect(asked.filter((path) => path.includes('/search/'))).toEqual([])
  })

  test.each(['zh-CN', 'en-GB'] as const)('is accessible and fits in every mode in %s', async (locale) => {
    await open('/libraries', { locale })
    expect(await faultsInEveryMode(reader.page)).toEqual([])
    await open('/about', { locale }, branch)
    expect(await faultsInEveryMode(reader.page)).toEqual([])
  })
})

describe('the advanced form', () => {
  const filled = '/search/advanced?q=%E6%98%8E%E6%9C%88+author%3A%E6%9D%8E%E7%99%BD&period=tang'

  test('asks without scripts for the query that the box would take, and is filled with it again', async () => {
    await open('/search/advanced', { javaScript: false, width: 360 })
    const { page } = reader
    await page.locator('[name=w-any]').fill('明月')
    await page.locator('[name=w-creator]').fill('李白')
    await page.locator('summary', { hasText: '朝代' }).click()
    await page.locator('[name=w-from]').selectOption('tang')
    await page.locator('[name=w-to]').selectOption('tang')
    await page.locator('main button.primary').click()
    await page.waitForURL(/\/search\?/)
    const asked = new URL(page.url()).searchParams
    expect([asked.get('q'), asked.getAll('period')]).toEqual(['明月 author:李白', ['tang']])
    expect(Number(await page.getByTestId('result-count').textContent())).toBeGreaterThan(0)
    await page.locator('a[href^="/search/advanced"]').click()
    expect(await page.locator('[name=w-creator]').inputValue()).toBe('李白')
    expect(await page.locator('[name=w-from]').inputValue()).toBe('tang')
  })

  test('is short on a phone, and says what is set where fields are put away, by keyboard too', async () => {
    await open('/search/advanced', { width: 360 })
    const { page } = reader
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1_300)
    expect(await page.locator('details[open]').count()).toBe(0)
    const period = page.locator('summary', { hasText: '朝代' })
    await period.focus()
    await page.keyboard.press('Enter')
    await page.locator('[name=w-from]').selectOption('tang')
    await page.locator('[name=w-to]').selectOption('tang')
    await page.keyboard.press('Shift+Tab')
    expect(await period.innerText()).toMatch(/唐$/)
    await open(filled, { width: 360 })
    // What is set is seen; what is not stays away.
    const groups = reader.page.locator('form.advanced details.group')
    expect(await groups.evaluateAll((all) => all.map((one) => one.hasAttribute('open')))).toEqual([
      true,
      false,
    ])
  })

  test('asks the same with scripts, without loading a page', async () => {
    await open(filled)
    await reader.page.locator('[name=w-none]').fill('酒')
    await reader.page.locator('main button.primary').click()
    await reader.page.waitForURL(/\/search\?/)
    expect(new URL(reader.page.url()).searchParams.get('q')).toBe('明月 author:李白 -酒')
    await reader.page.getByTestId('result-count').waitFor()
    expect(reader.errors).toEqual([])
  })

  test.each(['zh-CN', 'en-GB'] as const)('is accessible and fits in every mode in %s', async (locale) => {
    await open(filled, { locale })
    expect(await faultsInEveryMode(reader.page)).toEqual([])
  })
})

describe('what was found', () => {
  test('is walked through, also after a reload, and not by who comes from elsewhere', async () => {
    await open('/search?q=明月')
    const { page } = reader
    const second = await page.locator('.hit h2 a').nth(1).getAttribute('href')
    await page.locator('.hit h2 a').first().click()
    await page.locator('.walk a[rel=next]').waitFor()
    expect(await page.locator('.walk').innerText()).toMatch(/第 1 条，共 [\d,]+ 条/)
    await page.locator('.walk a[rel=next]').click()
    await page.locator('.walk a[rel=prev]').waitFor()
    expect(new URL(page.url()).pathname).toBe(new URL(second ?? '', origin).pathname)
    await page.reload()
    await page.locator('.walk a[rel=prev]').waitFor()
    await page.locator('.walk a').first().click()
    await page.waitForURL(/\/search\?q=/)
    const other = await openReader(browser, origin)
    await other.page.goto(second ?? '')
    await interactive(other.page)
    expect(await other.page.locator('.walk').count()).toBe(0)
    await other.close()
  })

  test('is shown as covers, by the address without scripts and by the device with them', async () => {
    await open('/search?q=明月', { javaScript: false })
    await reader.page.locator('.views a').last().click()
    await reader.page.waitForURL(/view=covers/)
    expect(await reader.page.locator('ol.covers .hit').count()).toBe(20)
    await reader.close()
    await open('/search?q=明月')
    await reader.page.locator('.views a').last().click()
    await reader.page.locator('ol.covers').waitFor()
    await reader.page.goto('/search?q=李白')
    await reader.page.locator('ol.covers .hit').first().waitFor()
  })

  test('is taken along as a file, all of it or what is ticked, without scripts', async () => {
    await open('/search?q=明月&period=tang', { javaScript: false })
    const { page } = reader
    await page.locator('.take summary').click()
    const boxes = page.locator('.take input[type=checkbox]')
    await boxes.nth(0).check()
    await boxes.nth(2).check()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.take button', { hasText: 'BibTeX' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('shuxiang.bib')
    const asked = new URL(file.url())
    expect(asked.searchParams.getAll('chosen')).toHaveLength(2)
    const text = await (await fetch(asked)).text()
    expect(text.match(/^@/gm)).toHaveLength(2)
    asked.searchParams.delete('chosen')
    const count = Number((await page.getByTestId('result-count').textContent())?.replace(/\D/g, ''))
    const all = await (await fetch(asked)).text()
    expect(all.match(/^@/gm)).toHaveLength(Math.min(count, 1_000))
  })

  test('is followed as a feed, and browsers learn how to ask', async () => {
    await open(`/search?q=${encodeURIComponent('明月 <&"')}`)
    const { page } = reader
    const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
    const search = await page.locator('link[rel=search]').getAttribute('href')
    const text = await (await fetch(new URL(feed ?? '', origin))).text()
    // On a page without our policy, under which no text becomes a document.
    await page.goto('about:blank')
    const told = await page.evaluate((xml) => {
      const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml')
      return [documentElement.localName, documentElement.querySelector('title')?.textContent]
    }, text)
    expect(told).toEqual(['feed', '“明月 <&"”的新资源'])
    expect(search).toBe('/opensearch.xml')
    const ofPortal = await (await fetch(new URL('/opensearch.xml', origin))).text()
    expect(ofPortal).toContain(`${origin}/search.suggestions?q={searchTerms}`)
    // The browser knows hosts of this machine that others do not.
    await page.goto(`${branch}/search`)
    const ofBranch = await page.evaluate(async () => (await fetch('/opensearch.xml')).text())
    expect(ofBranch).toContain(`${branch}/search?q={searchTerms}`)
  })

  test('in one work is said with the way out', async () => {
    await open('/search?kind=book&q=论语')
    const { page } = reader
    const work = await page.locator('.hit h2 a').first().getAttribute('href')
    await page.goto(`/item/${new URL(work ?? '', origin).pathname.split('/').at(-1)}`)
    await interactive(page)
    await page.locator('.within input[type=search]').fill('君子')
    await page.keyboard.press('Enter')
    await page.getByTestId('place').waitFor()
    expect(await page.locator('li.hit').count()).toBe(1)
    expect(await page.locator('li.hit .chapters li').count()).toBeGreaterThan(2)
    await page.getByTestId('place').locator('a').last().click()
    await page.waitForURL((url) => !url.searchParams.has('within'))
    await page.locator('.hit').nth(1).waitFor()
  })

  test.each(['zh-CN', 'en-GB'] as const)('is accessible and fits in every mode in %s', async (locale) => {
    await open('/search?q=明月&view=covers', { locale })
    await reader.page.locator('.take summary').click()
    expect(await faultsInEveryMode(reader.page)).toEqual([])
    await reader.page.goto('/search?q=明月')
    await reader.page.locator('.hit h2 a').first().click()
    await reader.page.locator('.walk a[rel=next]').waitFor()
    expect(await faultsInEveryMode(reader.page)).toEqual([])
  })
})
