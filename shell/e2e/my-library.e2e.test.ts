// A guest's shelf: put there from a record, kept over a reload and without network, taken back by keyboard, and judged by axe.
import { readFileSync } from 'node:fs'
import type { Browser, Response } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { typeCredentials } from './people.ts'
import { firstFound } from './records.ts'
import { interactive, openReader, type Reader } from './reader.ts'

const origin = inject('origin')
let browser: Browser
let reader: Reader
let poem = ''

beforeAll(async () => {
  browser = await launch()
  poem = await firstFound(origin, '静夜思', 'poem')
})
beforeEach(async () => {
  reader = await openReader(browser, origin, { width: 360, height: 740 })
})
afterEach(async () => {
  expect(reader.errors).toEqual([])
  await reader.close()
})
afterAll(() => browser.close())

const button = (name: string | RegExp) => reader.page.getByRole('button', { name })
const row = () => reader.page.locator('.rows .title')

async function putOnShelf(): Promise<string> {
  const { page } = reader
  await page.goto(poem)
  await interactive(page)
  await button('放入书架').click()
  await button('已在书架').waitFor()
  return (await page.locator('h1').innerText()).trim()
}

test('what a guest puts on the shelf is there after a reload, on the page and beside the record', async () => {
  const title = await putOnShelf()
  await reader.page.reload()
  await button('已在书架').waitFor()
  await reader.page.goto('/my')
  await row().first().waitFor()
  expect(await row().allInnerTexts()).toEqual([title])
})

test('the buttons take their room before they come to life', async () => {
  const { page } = reader
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value))
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(poem)
  await button('放入书架').waitFor()
  const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as number[])
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01)
})

test('without network the shelf still changes, and changes back, and stays so', async () => {
  await putOnShelf()
  const { page } = reader
  await page.goto('/my')
  await row().first().waitFor()
  // Dialogs come after the page.
  await page.waitForLoadState('networkidle')
  await reader.context.setOffline(true)
  await page.getByRole('button', { name: /^移出/ }).click()
  await button('撤销').waitFor()
  await button('撤销').click()
  await row().first().waitFor()
  await button('新建书单').click()
  await page.getByLabel('书单名称').fill('离线书单')
  await button('新建').last().click()
  await page.getByRole('heading', { name: '离线书单' }).waitFor()
  await reader.context.setOffline(false)
  await page.reload()
  await page.getByRole('heading', { name: '离线书单' }).waitFor()
  await page.locator('.places a').first().click()
  expect(await row().count()).toBe(1)
})

test('all that is kept comes as one file', async () => {
  const title = await putOnShelf()
  const { page } = reader
  await page.goto('/my')
  await row().first().waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), button('全部导出').click()])
  expect(download.suggestedFilename()).toMatch(/^shuxiang-library-\d{4}-\d\d-\d\d\.json$/)
  const file: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(file).toMatchObject({ format: 'shuxiang-library', version: 1, shelf: [{ title }], lists: [] })
  await page.getByText('您在这里保存的一切已经存成一个文件').waitFor()
})

test('two tabs show the same', async () => {
  await putOnShelf()
  const other = await reader.context.newPage()
  await other.goto('/my')
  await other.locator('.rows .title').waitFor()
  await button('已在书架').click()
  await other.getByText('书架上还没有书').waitFor()
})

test('a reader without a mouse takes out, undoes, and makes a list', async () => {
  await putOnShelf()
  const { page } = reader
  await page.goto('/my')
  await row().first().waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  const tabTo = async (words: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if ((await focused()) === words) return
    }
    throw new Error(`the focus never came to ${words}`)
  }
  await tabTo('移出')
  await page.keyboard.press('Enter')
  await button('撤销').waitFor()
  await page.waitForFunction(() => document.activeElement?.textContent?.trim() === '撤销')
  await page.keyboard.press('Enter')
  await row().first().waitFor()
  await page.waitForFunction(() => document.activeElement?.textContent?.trim() === '移出')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.getByLabel('新建书单').focus()
  await page.keyboard.type('想读')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: /想读/ }).waitFor()
  expect(await page.getByRole('checkbox', { name: /想读/ }).isChecked()).toBe(true)
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.textContent?.trim() === '书单')
})

test('what a guest kept is in the account after signing in, once, and on every device; the device is empty after', async () => {
  const [, someone] = inject('people')
  if (!someone) throw new Error('The product has no second reader to try.')
  const title = await putOnShelf()
  const { page } = reader
  await page.goto('/my')
  await button('新建书单').click()
  await page.getByLabel('书单名称').fill('带进账户')
  await button('新建').last().click()
  await page.getByRole('heading', { name: '带进账户' }).waitFor()
  await page.goto(poem)
  await button('书单').click()
  await page.getByRole('checkbox', { name: /带进账户/ }).check()
  await page.goto('/my')
  const signIn = async (on: Reader): Promise<void> => {
    await interactive(on.page)
    await on.page.getByRole('button', { name: /^登录后放进账户/ }).click()
    await on.page.waitForURL(`${inject('identity')}/**`)
    await typeCredentials(on.page, someone)
    await on.page.waitForURL(`${origin}/my`)
  }
  await signIn(reader)
  await page.getByText('已把这台设备上的 2 种放进您的账户').waitFor()
  await row().first().waitFor()
  expect(await row().allInnerTexts()).toEqual([title])
  expect(await page.evaluate(() => ({ ...localStorage }))).not.toHaveProperty(['shuxiang.my-library.parcels'])
  expect(await page.evaluate(() => localStorage.getItem('shuxiang.my-library'))).not.toContain(title)

  const other = await openReader(browser, origin)
  await other.page.goto('/my')
  await signIn(other)
  await other.page.locator('.rows .title', { hasText: title }).waitFor()
  await other.page.getByRole('link', { name: /^带进账户/ }).click()
  await other.page.getByRole('heading', { name: '带进账户' }).waitFor()
  await other.page.locator('.rows .title', { hasText: title }).waitFor()
  await other.page.getByRole('button', { name: '删除书单' }).click()
  await other.page.getByRole('button', { name: '撤销删除' }).click()
  await other.page.getByText('书单“带进账户”回来了').waitFor()
  await other.page.getByRole('button', { name: /^移出/ }).click()
  await other.page.getByRole('button', { name: '撤销' }).waitFor()

  await other.page.goto(poem)
  await other.page.goto('/my?view=history')
  await other.page.getByText('现在没有记录您打开过什么').waitFor()
  await other.page.getByRole('button', { name: '打开阅读历史' }).click()
  await other.page.getByText('还没有记下什么').waitFor()
  const noted = other.page.waitForResponse(
    (response) => response.request().postData()?.includes('NoteOpened') ?? false,
  )
  await other.page.goto(poem)
  await noted
  await other.page.goto('/my?view=history')
  await other.page.locator('.opened a', { hasText: title }).waitFor()
  expect(await violations(other.page)).toEqual([])
  await other.page.getByRole('button', { name: '关闭并清除' }).click()
  await other.page.getByRole('button', { name: '清除', exact: true }).click()
  await other.page.getByText('现在没有记录您打开过什么').waitFor()
  expect(await violations(other.page)).toEqual([])
  expect(other.errors).toEqual([])
  await other.close()

  await page.reload()
  await page.getByText('书架上还没有书').waitFor()
  await page.goto(poem)
  await button('放入书架').waitFor()
})

test.each([
  ['zh-CN', false],
  ['en-GB', true],
] as const)('axe finds nothing in %s, dark: %s', async (locale, dark) => {
  const own = await openReader(browser, origin, { width: 768, locale, dark })
  const { page } = own
  await page.goto(poem)
  await interactive(page)
  await page.locator('.keep button').first().click()
  await page.locator('.keep button').nth(1).click()
  await page.getByRole('dialog').waitFor()
  expect(await violations(page)).toEqual([])
  await page.goto('/my')
  await page.locator('.rows .title').waitFor()
  expect(await violations(page)).toEqual([])
  await page.locator('.rows button').first().click()
  await page.locator('.gone').waitFor()
  expect(await violations(page)).toEqual([])
  await own.close()
})

test('the scripts of the page are at most 120 KB gzip in all', async () => {
  const { gzipSync } = await import('node:zlib')
  const scripts: Response[] = []
  const keep = (response: Response) => {
    if (response.request().resourceType() === 'script') scripts.push(response)
  }
  reader.page.on('response', keep)
  await reader.page.goto('/my')
  await interactive(reader.page)
  await reader.page.getByText('书架上还没有书').waitFor()
  reader.page.off('response', keep)
  const sizes = scripts.map(async (script) => gzipSync(await script.body(), { level: 9 }).length)
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(40 * 1024)
  expect(total).toBeLessThanOrEqual(120 * 1024)
})
