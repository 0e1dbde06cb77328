// Code of a library's own, from the wish to the page and away again: asked for, read and let through by a second person, published.
import { openStore } from '@shuxiang/embedded-store'
import { MongoClient } from 'mongodb'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { misplaced } from './boxes.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'
import { openReader } from './reader.ts'

const site = inject('origin').replace('//', '//n33.')
const html = `<!doctype html><meta charset="utf-8"><h1>百年馆庆</h1><p id="days"></p>
<script>days.textContent = '还有 ' + 3 * 33 + ' 天'; try { parent.document } catch { days.title = 'alone' }</script>`
let browser: Browser
let number = ''
let former = ''

beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  if (former !== '') await draft(() => former)
})

/** Changes the draft of a page of the site, as an editor would. */
async function draft(change: (document: string) => string): Promise<string> {
  const store = await openStore({ dataDir: inject('dataDir') })
  const client = new MongoClient(store.uri)
  try {
    const pages = client.db('shuxiang').collection<{ _id: string; document: string }>('site_pages')
    const page = await pages.findOne({ _id: 'n33:/venues' })
    if (!page) throw new Error('The site has no page of its branches.')
    await pages.updateOne({ _id: page._id }, { $set: { document: change(page.document) } })
    return page.document
  } finally {
    await client.close()
    await store.close()
  }
}

async function faultless(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
}
const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

test('a branch admin asks for it by keyboard, and is told what is missing', async () => {
  const { page, errors, close } = await openAtWork(browser, 'n33/admin-1', '/console/codes?library=n33')
  await page.getByRole('heading', { level: 1, name: '自定义代码' }).waitFor()
  await page.getByText('还没有申请过代码').waitFor()
  await page.getByRole('link', { name: '申请一段代码' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('名称', { exact: true }).fill('馆庆倒计时')
  await press(page, '提交申请')
  await page.getByText('请写代码').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('code-html')
  await faultless(page)
  await page.getByLabel('代码（HTML）').fill(html)
  await page.getByLabel('高度（像素）').fill('160')
  await page.getByLabel('用途').fill('总馆页，馆庆年用')
  await press(page, '提交申请')
  await page.locator('[role=status]:focus', { hasText: '申请已经提交' }).waitFor()
  await page.getByRole('heading', { level: 3, name: '馆庆倒计时' }).waitFor()
  await faultless(page)
  expect(errors).toEqual([])
  await close()
})

test('somebody of the nation reads all of it and lets it through', async () => {
  const { page, errors, close } = await openAtWork(browser, 'ndl/admin-1', '/console/codes')
  await page.getByText('浙江图书馆').first().waitFor()
  await page.getByRole('link', { name: '看全部代码' }).focus()
  await page.keyboard.press('Enter')
  const text = page.getByRole('region', { name: '“馆庆倒计时”的全部代码' })
  await text.waitFor()
  expect(await text.innerText()).toBe(
    html
      .split('\n')
      .map((line, n) => `${n + 1}  ${line}`)
      .join('\n'),
  )
  await faultless(page)
  await press(page, '通过')
  await press(page, '确定通过')
  await page.locator('[role=status]:focus', { hasText: '“馆庆倒计时”已通过' }).waitFor()
  await page.getByRole('link', { name: '全部', exact: true }).click()
  number = await page.locator('code.number').first().innerText()
  expect(number).toMatch(/^n33-[0-9a-f]{8}$/)
  await faultless(page)
  expect(errors).toEqual([])
  await close()
})

test('a page that names it is published, and it runs there in its frame', async () => {
  const fields = { title: { 'zh-CN': '距馆庆', en: 'Until the centenary' }, code: number }
  former = await draft((document) => {
    const page = JSON.parse(document)
    page.root.push('countdown')
    page.blocks.countdown = { type: 'custom-code', v: 1, fields, slots: {} }
    return JSON.stringify(page)
  })
  const { page, close } = await openAtWork(browser, 'n33/publisher-1', '/console/publishing?library=n33')
  await page.getByRole('button', { name: '立即发布', exact: true }).click()
  await page.getByText('已经提交发布。').waitFor()
  const reader = await openReader(browser, site, { width: 360, height: 740 })
  const asked: string[] = []
  reader.page.on('request', (request) => asked.push(request.url()))
  const shown = async (): Promise<number> => {
    await reader.page.goto('/venues')
    return reader.page.locator('.custom-code iframe').count()
  }
  await expect.poll(shown, { timeout: 60_000, interval: 1_000 }).toBe(1)
  const outer = reader.page.frameLocator('iframe[title="距馆庆"]')
  await reader.page.locator('iframe[title="距馆庆"]').scrollIntoViewIfNeeded()
  const days = outer.frameLocator('iframe').getByText('还有 99 天')
  await days.waitFor()
  expect(await days.getAttribute('title')).toBe('alone')
  expect(await misplaced(reader.page)).toEqual([])
  expect(await violations(reader.page)).toEqual([])
  const [own] = asked.filter((url) => url.includes('/code/') && !url.includes('/_embed/'))
  expect(own).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/code\//)
  await reader.close()
  await close()
})

test('once the library withdraws it, pages show it no more, without being published again', async () => {
  const { page, close } = await openAtWork(browser, 'n33/admin-1', '/console/codes?library=n33')
  await press(page, '停用')
  await press(page, '确定')
  await page.getByText('“馆庆倒计时”已停用').waitFor()
  const reader = await openReader(browser, site, { width: 360, height: 740 })
  const gone = async (): Promise<number> => {
    await reader.page.goto('/venues')
    const frame = reader.page.frameLocator('.custom-code iframe')
    const inFrame = await frame.getByText('已经不再提供').count()
    return inFrame + (await reader.page.getByText('这里的内容现在不能显示').count())
  }
  await expect.poll(gone, { timeout: 60_000, interval: 1_000 }).toBeGreaterThan(0)
  await reader.close()
  await close()
})
