// Opening hours and notices in the console, as a publisher of a library keeps them up to date.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'
import { interactive } from './reader.ts'

const address = '/console/visiting?library=n33'
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

test('a notice is live in three steps, on a phone, and withdrawn and brought back by a press each', async () => {
  await page.getByRole('link', { name: '写公告' }).click()
  await page.getByLabel('标题').fill('12 月 3 日至 5 日闭馆')
  await page.reload()
  await interactive(page)
  await page.getByText('您上次没有保存的内容已经放回来了').waitFor()
  await button('发布').click()
  await page.getByText('公告已发布。').waitFor()
  await button('撤下“12 月 3 日至 5 日闭馆”').click()
  await page.getByText('公告已撤下').waitFor()
  await button('撤错了，放回去').click()
  await page.getByText('公告已发布。').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
})

test('hours are told, with an exception and why, and the next two weeks follow from them', async () => {
  await page.goto(`${address}&part=hours`)
  await interactive(page)
  await button('加一个例外').click()
  // On three days: one of them is today, or a holiday.
  for (const day of ['TUESDAY', 'WEDNESDAY', 'THURSDAY'])
    await page.locator(`#hours-0-0-${day}-0-opens`).fill('930')
  await button('保存开放时间').click()
  await page.getByText('请写原因，读者会看到').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  await page.locator('#except-0-reason').fill('消防检修')
  await button('保存开放时间').click()
  await page.getByText('开放时间已保存。').waitFor()
  await page.locator('.preview').getByText('消防检修').first().waitFor()
  await page
    .locator('.preview')
    .getByText(/09:30–\d\d:\d\d/)
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
})

test('what the law still asks for is told at its place, and is gone when it is written', async () => {
  await page.goto(`${address}&part=contact`)
  await interactive(page)
  await page.getByLabel('地址', { exact: true }).fill('人民大道 1 号')
  await page.getByLabel('投诉电话').fill('0571-88586302')
  expect(await violations(page)).toEqual([])
  await button('保存联系方式').click()
  await page.getByText('联系方式已保存。').waitFor()
  await page.goto(`${address}&part=rules`)
  await interactive(page)
  await page.getByLabel('规则', { exact: true }).fill('每人可借十本，借期三十天。')
  await button('保存借阅规则').click()
  await page.getByText('借阅规则已保存。').waitFor()
  await page.goto(address)
  await page.getByText('法律要求公布的，本馆都已经公布。').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
})

test('an event is written', async () => {
  await page.goto(`${address}&part=events&edit=new`)
  await interactive(page)
  await page.getByLabel('名称').fill('《红楼梦》导读')
  const day = new Date(Date.now() + 7 * 24 * 3600 * 1000).toISOString().slice(0, 10)
  await page.getByLabel('开始').fill(`${day}T14:00`)
  expect(await page.getByLabel('结束').inputValue()).toBe(`${day}T16:00`)
  await button('发布').click()
  await page.getByText('活动已发布。').waitFor()
  expect(await violations(page)).toEqual([])
  expect(errors).toEqual([])
})
