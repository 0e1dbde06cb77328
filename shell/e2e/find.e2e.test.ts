// Finding from anywhere: the box in the masthead of every page.
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
    await open('/libraries')
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
    await open('/libraries', { width: 360, javaScript: false })
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
