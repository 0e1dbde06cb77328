// A site in two languages: what is changed in Chinese makes its English out of date, in the list of pages and text by text, until
// somebody says that it is still right or writes it anew; by keyboard alone, on a phone, and without a network.
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNewSite } from './at-work.ts'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'

const library = 'n3310'
const address = `/console/edit/${library}?path=%2Fwords`
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launch()
  ;({ page, context } = await openNewSite(browser, library))
  await page.getByRole('link', { name: '编辑网站' }).click()
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
  // A page of its own, of which everything is known.
  await tab('页面').click()
  await page.getByRole('button', { name: '新建页面' }).click()
  const made = page.getByRole('dialog', { name: '新建页面' })
  await made.getByLabel('页面标题').fill('读书的话')
  await made.getByLabel('地址').fill('/words')
  await made.getByRole('button', { name: '新建', exact: true }).click()
  await page.waitForURL((url) => url.searchParams.get('path') === '/words')
}, 180_000)
afterAll(() => browser.close())

const tab = (name: string) =>
  page.getByRole('group', { name: '左栏' }).getByRole('button', { name, exact: true })
const saved = () =>
  page.locator('.bar .saved[data-state=saved]').waitFor({ timeout: 20_000, state: 'attached' })
const pane = (name: string) =>
  page.getByRole('navigation', { name: '显示' }).getByRole('button', { name, exact: true }).click()
const outline = async () => {
  await pane('大纲')
  await tab('大纲').click()
}
/** The fields of the quotation. */
const quotation = async () => {
  await outline()
  await page.locator('.outline .row', { hasText: '引文' }).locator('.name').click()
  await pane('内容')
}
const write = (language: string) => page.locator('.languages').getByRole('button', { name: language }).click()
const view = () => page.getByRole('dialog', { name: '译文对照' })
const row = (name: string) => view().getByRole('group', { name })
const isFocused = (field: Locator): Promise<boolean> =>
  field.evaluate((element) => element === document.activeElement)
const fine = async () => {
  expect(await violations(page)).toEqual([])
  expect(await misplaced(page)).toEqual([])
  // The bar of the desk has its own measure.
  if (await page.locator('dialog[open]').count()) expect(await smallTargets(page)).toEqual([])
}

test('a text in two languages is fine, and out of date when its Chinese is changed', async () => {
  await outline()
  await page.getByRole('button', { name: '添加版块' }).click()
  await page.locator('dialog [data-type=quotation]').click()
  await pane('内容')
  await page.getByRole('textbox', { name: '引文', exact: true }).fill('学而时习之')
  await write('English')
  await page.getByRole('textbox', { name: '引文', exact: true }).fill('To learn and to practise')
  await saved()
  await write('中文')
  await page.getByRole('textbox', { name: '引文', exact: true }).fill('温故而知新')
  await saved()
  // Its title has no English, the quotation has one of other words.
  await page.locator('.languages').getByText('2 处译文没做完').waitFor()
  await pane('大纲')
  await tab('页面').click()
  const here = page.locator('.pages .here')
  await here.getByText('English：缺 1 · 要再看 1').waitFor()
  // Counted by the store, of pages that are not on the desk.
  await page
    .locator('.pages li', { hasText: '首页' })
    .getByText(/English：缺 \d+/)
    .waitFor()
  await fine()
})

test('by keyboard alone on a phone: the next one that is left is found, looked at, and still right', async () => {
  await page.locator('[data-translations]').focus()
  await page.keyboard.press('Enter')
  await view().waitFor()
  await view().getByText('还缺 1 处，要再看 1 处。').waitFor()
  await page.keyboard.press('Alt+ArrowDown')
  const title = row('页面标题 缺').getByRole('textbox')
  await expect.poll(() => isFocused(title)).toBe(true)
  await page.keyboard.type('On reading')
  await row('页面标题 好').waitFor()
  await page.keyboard.press('Alt+ArrowDown')
  const words = row('引文 要再看')
  await expect.poll(() => isFocused(words.getByRole('textbox'))).toBe(true)
  // What was changed of the Chinese since.
  expect(await words.locator('del').allTextContents()).toContain('学')
  expect((await words.locator('ins').allTextContents()).join('')).toContain('温故')
  await fine()
  await page.keyboard.press('Alt+Enter')
  await row('引文 好').waitFor()
  await view().getByText('全部译好了。').waitFor()
  await expect.poll(() => isFocused(row('引文').getByRole('textbox'))).toBe(true)
  await page.keyboard.press('Alt+ArrowDown')
  await view().getByText('没有还没做完的了。').waitFor()
  await page.keyboard.press('Escape')
  await view().waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-translations'))).toBe(true)
  await page.reload()
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
  await page.locator('.languages').waitFor()
  expect(await page.locator('.left-of').count()).toBe(0)
})

test('without a network what is written counts at once, and “still right” waits for one', async () => {
  await quotation()
  await page.getByRole('textbox', { name: '引文', exact: true }).fill('三人行，必有我师')
  await saved()
  await page.locator('[data-translations]').click()
  await row('引文 要再看').waitFor()
  await context.setOffline(true)
  await row('引文').getByRole('button', { name: '译文仍然合适' }).click()
  await view().getByText('没有网络，还没有记下。').first().waitFor()
  await row('引文 要再看').waitFor()
  await fine()
  await row('引文').getByRole('textbox').fill('Of three who walk one is my teacher')
  await row('引文 好').waitFor()
  // Taken back it is as it was, and done again it is fine.
  await page.keyboard.press('Control+z')
  await row('引文 要再看').waitFor()
  await page.keyboard.press('Control+Shift+z')
  await row('引文 好').waitFor()
  await context.setOffline(false)
  await view().getByText('已保存').waitFor({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  await page.reload()
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
  await page.locator('[data-translations]').click()
  await row('引文 好').waitFor()
  await page.keyboard.press('Escape')
})

test('only what is left is shown where somebody wishes so, and nothing goes from under their hands', async () => {
  await quotation()
  await page.getByRole('textbox', { name: '出处', exact: true }).fill('论语')
  await saved()
  await page.locator('[data-translations]').click()
  await view().getByLabel('只看还没做完的').check()
  await expect.poll(() => view().locator('.text-row').count()).toBe(1)
  await view().locator('.text-row').getByRole('textbox').fill('The Analects')
  await view().getByText('全部译好了。').waitFor()
  expect(await view().locator('.text-row').count()).toBe(1)
  await view().getByLabel('只看还没做完的').uncheck()
  await expect.poll(() => view().locator('.text-row').count()).toBeGreaterThan(2)
  await page.keyboard.press('Escape')
  await saved()
})

test('it is whole in dark colours, on a wide screen, and in English', async () => {
  for (const mode of ['dark', 'light']) {
    await page.evaluate((chosen) => (document.documentElement.dataset['mode'] = chosen), mode)
    await page.locator('[data-translations]').click()
    await view().locator('.text-row').first().waitFor()
    await fine()
    await page.setViewportSize({ width: 1280, height: 800 })
    await fine()
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 360, height: 740 })
  }
  await page.goto(`${address}&lang=en`)
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Translations…' }).click()
  await page
    .getByRole('dialog', { name: 'Translations side by side' })
    .getByText('Everything is translated.')
    .waitFor()
  await fine()
})

test('a text with marks is written in the control that it has everywhere, and an item of a list where it stands', async () => {
  await page.goto(`/console/edit/${library}`)
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
  await page.getByRole('button', { name: '添加版块' }).click()
  await page.locator('dialog [data-type=rich-text]').click()
  await page.getByRole('button', { name: '译文对照…' }).click()
  const rich = view().locator('.text-row:has([contenteditable])').last()
  await rich.getByRole('textbox').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Welcome.')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' Come in.')
  await rich.locator('strong', { hasText: 'Come in.' }).waitFor()
  const item = view().locator('.text-row', { hasText: '第 1 项' }).first()
  const words = item.getByRole('textbox')
  const before = await words.inputValue()
  await words.fill(`${before} again`)
  await view().getByText('已保存').waitFor({ timeout: 20_000 })
  expect(await words.inputValue()).toBe(`${before} again`)
  await fine()
  await page.keyboard.press('Escape')
})
