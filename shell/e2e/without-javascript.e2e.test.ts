import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { facetValue } from './records.ts'
import { openReader, type Reader } from './reader.ts'

const origin = inject('origin')
let browser: Browser
let reader: Reader

beforeAll(async () => {
  browser = await launch()
  reader = await openReader(browser, origin, { javaScript: false, width: 360, height: 740 })
})
afterAll(async () => {
  await reader.close()
  await browser.close()
})

test('search, filter and reading work with plain forms and links', async () => {
  const { page } = reader
  await page.goto('/')
  await page.locator('form[role=search] input[name=q]').first().fill('明月')
  await page.getByRole('search').getByRole('button').first().click()
  await page.waitForURL(/\/search\?/)
  const all = Number((await page.getByTestId('result-count').first().textContent())?.replace(/\D/g, ''))
  expect(all).toBeGreaterThan(20)
  await page.goto(`${page.url()}&period=${await facetValue(origin, '明月', 'period', '唐')}`)
  const tang = Number((await page.getByTestId('result-count').first().textContent())?.replace(/\D/g, ''))
  expect(tang).toBeLessThan(all)
  expect(tang).toBeGreaterThan(0)
  await page.locator('.hit h2 a').first().click()
  await page.waitForURL(/\/item\//)
  expect((await page.locator('main').textContent())?.length).toBeGreaterThan(50)
})

test('mode, size and language are chosen with a form, kept, and in the first byte of the next page', async () => {
  const { page } = reader
  await page.goto('/preferences?mode=dark&scale=large&locale=en&return=%2Fsearch%3Fq%3D%25E6%259C%2588')
  expect(page.url()).toBe(`${origin}/search?q=%E6%9C%88`)
  const html = page.locator('html')
  expect(await html.getAttribute('data-mode')).toBe('dark')
  expect(await html.getAttribute('data-scale')).toBe('large')
  expect(await html.getAttribute('lang')).toBe('en')
})
