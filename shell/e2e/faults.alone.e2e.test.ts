// Faults under a reader's hands: a microfrontend that hangs, a gateway that dies, a store that is killed.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './chromium.ts'
import { imported, type Product, readiness, startProduct, waitFor } from './product.ts'
import { ask } from './records.ts'
import { interactive, openReader } from './reader.ts'

const RECORDS = 400
let browser: Browser
let product: Product

beforeAll(async () => {
  browser = await launch()
  product = await startProduct({ firstImport: RECORDS })
  await imported(product, RECORDS / 2)
})
afterAll(async () => {
  await browser.close()
  await product.stop({ forget: true })
})

test('a microfrontend whose code never arrives does not stop navigation and is named with a way to try again', async () => {
  const reader = await openReader(browser, product.origin)
  const { page } = reader
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/releases\/search\/|\/_mfe\/search\//, async (route) => {
    if (!route.request().url().endsWith('.js')) return route.continue()
    await held
    await route.abort().catch(() => {})
  })
  await page.goto('/')
  await interactive(page)
  await page.evaluate(() => history.pushState(null, '', '/search?q=月'))
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
  const box = page.getByTestId('unavailable')
  await box.waitFor({ timeout: 20_000 })
  expect(await box.getByRole('button').count()).toBeGreaterThan(0)

  const began = Date.now()
  await page.evaluate(() => history.back())
  await page.locator('.hero').first().waitFor({ timeout: 5_000 })
  expect(Date.now() - began).toBeLessThan(500)
  release()
  await reader.close()
})

test('the gateway is killed and comes back under an open page; the reader goes on', async () => {
  const reader = await openReader(browser, product.origin)
  const { page } = reader
  await page.goto('/search?q=月')
  await interactive(page)
  const before = product.pid('gateway')
  process.kill(before, 'SIGKILL')
  await waitFor(
    async () => {
      try {
        return product.pid('gateway') !== before && (await readiness(product)) !== null
      } catch {
        return false
      }
    },
    60_000,
    () => `the gateway did not come back:\n${product.output()}`,
  )
  const box = page.locator('form[role=search] input[name=q]').first()
  await box.fill('花')
  await box.press('Enter')
  await page.waitForURL(/q=%E8%8A%B1/)
  await page.locator('.hit').first().waitFor()
  await reader.close()
})

test('every part is killed at once and started again: no record is lost', async () => {
  const before = (await readiness(product))?.search.records
  for (const part of ['identity', 'jobs', 'shell', 'gateway'] as const)
    process.kill(product.pid(part), 'SIGKILL')
  await product.stop()
  product = await startProduct({ dataDir: product.dataDir, firstImport: RECORDS })
  await imported(product, before ?? 0)
  expect((await readiness(product))?.search.records).toBe(before)
  const { search } = await ask<{ search: { totalCount: number } }>(
    product.origin,
    '{ search(query: "", first: 1) { totalCount edges { node { id title text { text } chapters { n } } } } }',
  )
  expect(search.totalCount).toBe(before)
})

test('a second start of the same product is ready in seconds', async () => {
  await product.stop()
  const began = Date.now()
  product = await startProduct({ dataDir: product.dataDir, firstImport: RECORDS })
  expect(Date.now() - began).toBeLessThan(10_000)
})

test('Ctrl-C ends every process and says so', async () => {
  const pids = (['gateway', 'jobs', 'shell'] as const).map((part) => product.pid(part))
  expect(await product.stop()).toBe(0)
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow()
  expect(product.output()).toContain('Stopping')
  product = await startProduct({ dataDir: product.dataDir, firstImport: RECORDS })
})
