// Two librarians at the same page, each on a device of their own: they see each other, one takes the page over, what one saves
// comes to the other by itself, and what they say to each other about it is settled before the page is published.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAtWork, openNewSite } from './at-work.ts'
import { violations } from './axe.ts'
import { misplaced } from './boxes.ts'
import { launch } from './chromium.ts'
import type { Reader } from './reader.ts'

const library = 'n3412'
const address = `/console/edit/${library}`
let browser: Browser
let first: Reader
let second: Reader
let lin: Page
let fang: Page

beforeAll(async () => {
  browser = await launch()
  first = await openNewSite(browser, library)
  lin = first.page
  await lin.getByRole('link', { name: '编辑网站' }).click()
  await opened(lin)
  second = await openAtWork(browser, 'ndl/admin-2', address)
  fang = second.page
  await opened(fang)
}, 180_000)
afterAll(() => browser.close())

async function opened(on: Page): Promise<void> {
  await on.locator('.outline .row').first().waitFor({ timeout: 20_000 })
}
/** Whoever looks at the desk again gives a sign of life at once, and hears what is new. */
async function looksAgain(on: Page): Promise<void> {
  const answered = on.waitForResponse(
    (answer) => answer.request().postData()?.includes('AttendPage') ?? false,
  )
  await on.evaluate(() => window.dispatchEvent(new Event('focus')))
  await answered
}
const wide = (on: Page) => on.setViewportSize({ width: 1280, height: 800 })
const phone = (on: Page) => on.setViewportSize({ width: 360, height: 740 })
const colleagues = (on: Page) => on.getByRole('list', { name: '也在这个页面的同事' })
const lease = (on: Page) => on.getByRole('region', { name: '也在这个页面的同事' })
const comments = (on: Page) => on.getByRole('region', { name: '留言', exact: true })
const row = (name: string, on: Page) => on.locator('.outline .row', { hasText: name })
const saved = (on: Page) => on.locator('.saved[data-state=saved]').waitFor({ timeout: 20_000 })
const pane = (name: string, on: Page) =>
  on.getByRole('navigation', { name: '显示' }).getByRole('button', { name, exact: true })

test('who comes second is told who is there, and may take the page over; who had it hears of it', async () => {
  await lease(fang)
    .getByText(/^ndl\/admin-1 从 .* 起在编辑这个页面。/)
    .waitFor()
  await colleagues(fang).getByText('ndl/admin-1').waitFor()
  expect(await lease(lin).count()).toBe(0)
  expect(await violations(fang)).toEqual([])
  expect(await misplaced(fang)).toEqual([])
  await wide(fang)
  expect(await violations(fang)).toEqual([])
  await looksAgain(lin)
  await colleagues(lin).getByText('ndl/admin-2').waitFor()
  await lease(fang).getByRole('button', { name: '由我接手' }).click()
  await expect.poll(() => lease(fang).count()).toBe(0)
  await looksAgain(lin)
  await lease(lin)
    .getByText(/ndl\/admin-2 接手了这个页面/)
    .waitFor()
  expect(await violations(lin)).toEqual([])
  expect(await misplaced(lin)).toEqual([])
  await lease(lin).getByRole('button', { name: '知道了' }).click()
  await expect.poll(() => lease(lin).count()).toBe(0)
})

test('who is at which block stands in the outline', async () => {
  await wide(lin)
  await lin.getByRole('button', { name: '添加版块' }).click()
  await lin.locator('dialog [data-type=quotation]').click()
  await lin.getByRole('textbox', { name: '引文' }).fill('熟读深思')
  await saved(lin)
  await looksAgain(lin)
  await looksAgain(fang)
  // What one has saved comes to the other without anything of theirs to save.
  await row('熟读深思', fang).getByText('ndl/admin-1 在这里').waitFor()
  expect(await violations(fang)).toEqual([])
})

test('a change that comes by itself waits where somebody is writing, and takes no focus and no caret along', async () => {
  await row('熟读深思', fang).locator('.name').click()
  const words = fang.getByRole('textbox', { name: '引文' })
  await words.focus()
  await words.evaluate((field) => {
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(2, 2)
  })
  const before = await fang.locator('.outline .row').count()
  await lin.getByRole('textbox', { name: '引文' }).fill('熟读深思，温故知新')
  await saved(lin)
  const heard = fang.waitForResponse((answer) => answer.request().postData()?.includes('EditedPage') ?? false)
  await looksAgain(fang)
  await heard
  const caret = () =>
    words.evaluate((field) =>
      field instanceof HTMLTextAreaElement && field === document.activeElement
        ? [field.value, field.selectionStart]
        : null,
    )
  expect(await caret()).toEqual(['熟读深思', 2])
  // Something else on the page comes at once when nothing waits in this field.
  await fang.getByRole('button', { name: '撤销' }).focus()
  await expect.poll(() => words.inputValue()).toBe('熟读深思，温故知新')
  await words.focus()
  await words.evaluate((field) => {
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(3, 3)
  })
  await lin.getByRole('button', { name: '添加版块' }).click()
  await lin.locator('dialog [data-type=quotation]').click()
  await saved(lin)
  await looksAgain(fang)
  await expect.poll(() => fang.locator('.outline .row').count()).toBe(before + 1)
  expect(await caret()).toEqual(['熟读深思，温故知新', 3])
})

test('a comment outlives a missing network and a closed tab, is answered, and settled', async () => {
  await row('熟读深思', lin).locator('.name').click()
  await comments(lin).getByRole('button', { name: '写留言' }).click()
  const hostile = '<img src=x onerror=alert(1)> 这句的出处要不要写？'
  await lin.getByLabel('给同事的留言').fill('写错了')
  // What is taken back here is words of the comment, and nothing of the page.
  const rows = await lin.locator('.outline .row').count()
  await lin.keyboard.press('Control+z')
  expect(await lin.locator('.outline .row').count()).toBe(rows)
  await lin.getByLabel('给同事的留言').fill(hostile)
  await first.context.setOffline(true)
  await comments(lin).getByRole('button', { name: '发出' }).click()
  await comments(lin).getByText('没有网络，留言还没有发出。').waitFor()
  expect(await violations(lin)).toEqual([])
  await first.context.setOffline(false)
  await lin.reload()
  await opened(lin)
  await row('熟读深思', lin).locator('.name').click()
  await expect.poll(() => lin.getByLabel('给同事的留言').inputValue()).toBe(hostile)
  await comments(lin).getByRole('button', { name: '发出' }).click()
  await comments(lin).getByText(hostile).waitFor()
  await row('熟读深思', lin).getByText('留言 1').waitFor()
  expect(await violations(lin)).toEqual([])
  await phone(lin)
  await pane('内容', lin).click()
  expect(await violations(lin)).toEqual([])
  expect(await misplaced(lin)).toEqual([])

  await looksAgain(fang)
  await row('熟读深思', fang).getByText('留言 1').waitFor()
  await comments(fang).getByRole('button', { name: '回复' }).click()
  await comments(fang).getByLabel('回复').fill('写上：宋太宗')
  await fang.keyboard.press('Control+Enter')
  await comments(fang).getByText('写上：宋太宗').waitFor()
  await looksAgain(lin)
  await comments(lin).getByText('写上：宋太宗').waitFor()
  await wide(lin)
})

test('an open comment is told before publishing, stays when its block goes, and is settled from the page', async () => {
  await lin.getByRole('button', { name: /^发布/ }).click()
  await lin.locator('dialog').getByText('还有留言没有处理').waitFor()
  expect(await violations(lin)).toEqual([])
  await lin.locator('dialog').getByRole('button', { name: '去看看', exact: true }).click()
  await comments(lin).getByRole('button', { name: '在「熟读深思，温故知新」' }).waitFor()
  expect(await violations(lin)).toEqual([])
  await row('熟读深思', lin).locator('.name').click()
  await lin.keyboard.press('Delete')
  await saved(lin)
  await lin.getByRole('button', { name: '页面设置' }).click()
  await comments(lin).getByText('版块已经删除的留言').waitFor()
  await comments(lin).getByRole('button', { name: '已处理' }).click()
  await comments(lin).getByText('已处理的留言（1）').click()
  await comments(lin).getByText('ndl/admin-1 在').waitFor()
  expect(await violations(lin)).toEqual([])
  await phone(lin)
  await pane('内容', lin).click()
  expect(await misplaced(lin)).toEqual([])
  await wide(lin)
})

test('who comes back is told what colleagues have changed since, until it is seen', async () => {
  await phone(fang)
  const note = fang.getByRole('complementary', { name: '上次来过以后' })
  const visits = (): Promise<string[]> =>
    fang.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('shuxiang-visit ')))
  await expect.poll(visits).toHaveLength(1)
  await fang.evaluate(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('shuxiang-visit ')) localStorage.setItem(key, '2026-01-01T00:00:00.000Z')
  })
  await fang.goto(address)
  await opened(fang)
  await note.getByText('ndl/admin-1').first().waitFor()
  expect(await violations(fang)).toEqual([])
  expect(await misplaced(fang)).toEqual([])
  await note.getByRole('button', { name: '知道了' }).click()
  await note.waitFor({ state: 'detached' })
  await fang.reload()
  await opened(fang)
  expect(await note.count()).toBe(0)
})

test('who goes is there no more', async () => {
  await fang.goto('/console/publishing')
  await looksAgain(lin)
  await expect.poll(() => colleagues(lin).count(), { timeout: 70_000 }).toBe(0)
  expect([...first.errors, ...second.errors].filter((text) => !/net::ERR|Failed to load/.test(text))).toEqual(
    [],
  )
})
