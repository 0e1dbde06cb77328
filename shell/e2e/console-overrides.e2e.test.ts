// What stands over sites, in the console: a province's notice and days of mourning, a page that the nation takes down, their ends.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 60_000)
afterAll(() => browser.close())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
async function faultless(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
}
/** Steps on from where the focus is, until it is on something of that name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim())
    if (focused === name) return
  }
  throw new Error(`The keyboard does not reach ${name}.`)
}

test('a province sets a notice by keyboard, sees it over its site, and ends it', async () => {
  const { page, errors, close } = await openAtWork(
    browser,
    'n33/publisher-1',
    '/console/overrides?library=n33',
  )
  await page.getByText('浙江省的全部网站').waitFor()
  await faultless(page)
  await page.getByRole('heading', { name: '紧急公告与撤下' }).focus()
  await tabTo(page, '发布紧急公告')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '紧急公告：浙江省' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type('台风红色预警：全省图书馆今天闭馆，请不要外出。')
  await tabTo(page, '马上发布')
  await faultless(page)
  await button(page, '马上发布').focus()
  await page.keyboard.press('Enter')
  await page.getByText('紧急公告已经设好').waitFor()
  await page.reload()
  // Of the list, and of what readers see on the site.
  await page.locator('main .entries').getByText('台风红色预警').nth(1).waitFor()
  await faultless(page)
  await button(page, '结束：紧急公告').click()
  await button(page, '确定结束').click()
  await page.getByText('已经结束。').waitFor()
  expect(errors).toEqual([])
  await close()
}, 120_000)

test('days of mourning are set for days to come, and taken back', async () => {
  const { page, errors, close } = await openAtWork(
    browser,
    'n33/admin-1',
    '/console/overrides?library=n33&write=mourning',
  )
  await page.getByText('哀悼日：浙江省').waitFor()
  const day = new Date(Date.now() + 20 * 24 * 3600_000).toISOString().slice(0, 10)
  await page.getByLabel('第一天').fill(day)
  await button(page, '设为哀悼日').click()
  await page.getByText('请选今天以后').waitFor()
  await faultless(page)
  await page.getByLabel('最后一天').fill(day)
  await button(page, '设为哀悼日').click()
  await page.getByText('哀悼日已经设好').waitFor()
  await page.getByText('还没有开始').waitFor()
  await button(page, '结束：哀悼日').click()
  await button(page, '确定结束').click()
  await page.getByText('已经结束。').waitFor()
  expect(errors).toEqual([])
  await close()
}, 120_000)

test('the nation chooses a province, and takes a page of a site down and lets it be again', async () => {
  const { page, errors, close } = await openAtWork(browser, 'ndl/admin-1', '/console/overrides')
  await page.getByRole('heading', { name: '全国的全部网站' }).waitFor()
  await faultless(page)
  await page.getByLabel('管理范围').selectOption({ label: '浙江省' })
  await page.getByRole('heading', { name: '浙江省的全部网站' }).waitFor()
  await page.goto('/console/overrides?library=n33&write=take-down')
  await page.getByLabel('页面地址').fill('/no-such-page-of-any-library-that-has-a-very-long-address')
  await page.getByLabel('读者看到的文字（中文）').fill('依法撤下。请向国家图书馆询问。')
  await page.getByLabel('读者看到的文字（英文').fill('Taken down by law. Ask the National Library.')
  await faultless(page)
  await button(page, '撤下这个页面').click()
  await page.getByText('已经撤下。').waitFor()
  await faultless(page)
  await page.getByRole('button', { name: '结束：撤下页面' }).click()
  await button(page, '确定结束').click()
  await page.getByText('已经结束。').waitFor()
  expect(errors).toEqual([])
  await close()
}, 120_000)
