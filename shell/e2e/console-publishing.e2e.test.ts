// Publishing a site in the console, as a publisher of a library does it: by a press, and back again.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'

const address = '/console/publishing?library=n33'
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

const button = (name: string) => page.getByRole('button', { name, exact: true })
const live = () => page.locator('.history li', { hasText: '读者正在看' }).getByRole('heading')
const isLive = () => page.locator('.now[data-state=live]').waitFor()

async function publish(): Promise<void> {
  const before = await live().textContent()
  await button('立即发布').click()
  await page.getByText('已经提交发布。').waitFor()
  // The page still shows what was live until it has looked again.
  await expect.poll(() => live().textContent(), { timeout: 30_000 }).not.toBe(before)
  await isLive()
}

test('a site is published by a press, and what is live follows', async () => {
  await isLive()
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  await publish()
  await page.getByText('n33/publisher-1 发布', { exact: false }).first().waitFor()
})

test('what is other in it is told in sentences, by keyboard', async () => {
  // Others may have written in its drafts before; between these two nobody does.
  await publish()
  const box = page.locator('.history summary').first()
  await box.focus()
  await page.keyboard.press('Enter')
  await page.getByText('写的内容一样').first().waitFor()
  expect(await violations(page)).toEqual([])
})

test('a time that is over is not taken, and nothing is sent', async () => {
  await page.getByLabel('上线时间（不填就是立即）').fill('2020-01-01T08:00')
  await button('安排发布').click()
  await page.getByText('请填一个将来的时间').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('上线时间（不填就是立即）').fill('')
})

test('an earlier version is live again by its reason and a press, by keyboard', async () => {
  const back = page.getByRole('button', { name: /^退回到第 \d+ 版$/ }).last()
  await back.focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('为什么退回').fill('首页图片不对')
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText(/已经退回到第 \d+ 版。/).waitFor()
  await page
    .locator('.history li', { hasText: '读者正在看' })
    .getByText('退回到第', { exact: false })
    .waitFor()
  expect(errors).toEqual([])
})
