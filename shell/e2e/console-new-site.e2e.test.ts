// A library without a site: its admin chooses a template, and its host answers.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'
import { openReader } from './reader.ts'

const origin = inject('origin')
const library = 'n3305'
const site = origin.replace('//', `//${library}.`)
let browser: Browser
let page: Page
let errors: readonly string[]

beforeAll(async () => {
  browser = await launch()
  const reader = await openAtWork(browser, 'ndl/admin-1', `/console/publishing?library=${library}`)
  page = reader.page
  errors = reader.errors
}, 120_000)
afterAll(() => browser.close())

test('its host is nobody’s until somebody opens the site, by keyboard', async () => {
  const reader = await openReader(browser, site, {})
  expect((await reader.page.goto('/'))?.status()).toBe(421)
  await page.getByRole('heading', { name: '给本馆建网站' }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  await page.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByText('网站已建好').waitFor()
  await page.locator('.now[data-state=live]').waitFor({ timeout: 30_000 })
  expect(await violations(page)).toEqual([])
  await expect.poll(async () => (await reader.page.goto('/'))?.status(), { timeout: 15_000 }).toBe(200)
  expect(await violations(reader.page)).toEqual([])
  expect(errors).toEqual([])
  await reader.close()
})
