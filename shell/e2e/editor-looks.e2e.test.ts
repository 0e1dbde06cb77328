// What a librarian tries on a page before readers see it: ready sections put and taken back, by keyboard and on a phone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openNewSite } from './at-work.ts'
import { violations } from './axe.ts'
import { misplaced } from './boxes.ts'
import { launch } from './chromium.ts'

const library = 'n3413'
const origin = inject('origin')
let browser: Browser
let page: Page
let errors: readonly string[]

beforeAll(async () => {
  browser = await launch()
  const reader = await openNewSite(browser, library, 120_000)
  ;({ page, errors } = reader)
  await page.getByRole('link', { name: '编辑网站' }).click()
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
}, 180_000)
afterAll(() => browser.close())

const saved = () => page.locator('.saved[data-state=saved]').waitFor({ timeout: 20_000 })
const titles = () => page.locator('.outline > .list > li > .row .title').allTextContents()
const wide = () => page.setViewportSize({ width: 1280, height: 800 })
const phone = () => page.setViewportSize({ width: 360, height: 740 })

test('on a phone a ready section is found, put behind the rest and taken back as one', async () => {
  const before = await titles()
  await page.getByRole('button', { name: '添加版块' }).click()
  const dialog = page.getByRole('dialog', { name: '添加版块' })
  const card = dialog.getByRole('button', { name: /^三步办读者证/ })
  await card.waitFor()
  expect(await dialog.locator('[data-pattern]').count()).toBeGreaterThanOrEqual(10)
  expect(await violations(page)).toEqual([])
  expect(await misplaced(page)).toEqual([])
  await page.getByLabel('查找版块').fill('三步')
  await expect.poll(() => dialog.locator('[data-pattern]').count()).toBe(1)
  expect(await dialog.getByText('没有这样的版块').count()).toBe(0)
  await card.click()
  await expect.poll(titles).toEqual([...before, '三步办读者证'])
  expect(await page.locator('.outline .row', { hasText: '一、问清要带什么' }).count()).toBe(1)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(titles).toEqual(before)
  await saved()
})

test('by keyboard it is put where the page is open, and the focus goes to it', async () => {
  await wide()
  await page.locator('.add').last().focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('查找版块').focus()
  await page.keyboard.type('常见问题')
  await page.locator('[data-pattern=questions]').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(titles).toContain('常见问题')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''))
    .toContain('常见问题')
  const drawn = page.frameLocator('.canvas iframe').first()
  await drawn.getByRole('heading', { name: '没有读者证能进来吗？' }).waitFor()
  await saved()
})

test('beside the page it is put by one press', async () => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.getByRole('group', { name: '左栏' }).getByRole('button', { name: '版块' }).click()
  await page.locator('.beside [data-pattern=services]').click()
  await page.locator('.right').getByText('分区').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('group', { name: '左栏' }).getByRole('button', { name: '大纲' }).click()
  await expect.poll(() => page.locator('.outline .row', { hasText: '常用服务' }).count()).toBe(1)
  await saved()
})

test('the page is told as it is read out, and a line leads to its block', async () => {
  for (const screen of [phone, wide]) {
    await screen()
    await page.getByRole('button', { name: '听一听…' }).click()
    const dialog = page.getByRole('dialog', { name: '盲人读者听到的这一页' })
    const lines = dialog.getByRole('list', { name: '这一页，从上到下' }).getByRole('listitem')
    await lines.filter({ hasText: '没有读者证能进来吗？' }).first().waitFor()
    const all = await lines.allTextContents()
    const at = (words: string) => all.findIndex((line) => line.trim().startsWith(words))
    expect(at('页头')).toBeGreaterThanOrEqual(0)
    expect(at('页头')).toBeLessThan(at('正文'))
    const question = all.findIndex((line) => line.includes('没有读者证能进来吗？'))
    expect(at('正文')).toBeLessThan(question)
    expect(question).toBeLessThan(at('页脚'))
    expect(await violations(page)).toEqual([])
    expect(await misplaced(page)).toEqual([])
    await dialog.getByRole('button', { name: '标题', exact: true }).click()
    await expect
      .poll(async () => (await lines.allTextContents()).every((line) => line.includes('级标题')))
      .toBe(true)
    await lines.filter({ hasText: '没有读者证能进来吗？' }).getByRole('button').click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('.right').textContent()).toContain('没有读者证能进来吗？')
    if (screen === phone)
      await page.getByRole('navigation', { name: '显示' }).getByRole('button', { name: '大纲' }).click()
  }
})

test('the page is shown as it is printed, and printed', async () => {
  for (const screen of [phone, wide]) {
    await screen()
    await page.getByRole('button', { name: '打印预览…' }).click()
    const dialog = page.getByRole('dialog', { name: '打印出来的这一页' })
    await dialog.getByText(/大约 \d+ 张 A4 纸/).waitFor()
    const paper = dialog.frameLocator('iframe')
    await paper.getByRole('heading', { name: '没有读者证能进来吗？' }).waitFor()
    // What readers press is there, and not printed.
    await paper.locator('.mast .nav').waitFor({ state: 'hidden' })
    expect(await paper.locator('.mast .nav').count()).toBe(1)
    expect(await violations(page)).toEqual([])
    expect(await misplaced(page)).toEqual([])
    const root = paper.locator('html')
    // There before the press: a browser that really prints waits for somebody.
    await root.evaluate((html) => {
      const view = html.ownerDocument.defaultView
      if (view) view.print = () => html.setAttribute('data-printed', '')
    })
    await dialog.getByRole('button', { name: '打印…' }).click()
    await expect.poll(() => root.getAttribute('data-printed')).toBe('')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
})

test('a theme that is tried tells whether it can be read, in every mode', async () => {
  await page.getByRole('group', { name: '左栏' }).getByRole('button', { name: '网站' }).click()
  const heads = page.getByRole('list', { name: '四种模式下的样子' }).locator('.drawing')
  await heads.first().waitFor()
  const colours = () =>
    heads.evaluateAll((all) =>
      all.map((one) => getComputedStyle(one.querySelector('.text span') ?? one).color),
    )
  const before = await colours()
  expect(before).toHaveLength(4)
  await page.getByRole('radio', { name: '青花' }).check()
  await expect.poll(colours).not.toEqual(before)
  await page.getByText('组颜色在每种模式下都看得清').click()
  const table = page.getByRole('table', { name: '每组颜色的对比度' })
  expect(await table.getByRole('row').count()).toBeGreaterThan(20)
  expect(await table.locator('[data-passes=false]').count()).toBe(0)
  // What is scrolled half under the tabs is no small target.
  await page.locator('.left').evaluate((pane) => pane.scrollTo(0, 0))
  expect(await violations(page)).toEqual([])
  await phone()
  const panes = page.getByRole('navigation', { name: '显示' })
  await panes.getByRole('button', { name: '大纲', exact: true }).click()
  expect(await misplaced(page)).toEqual([])
  await page.getByRole('button', { name: '放弃修改' }).click()
})

test('nothing was written to the console of the browser', () => {
  expect(origin).not.toBe('')
  expect(errors.filter((text) => !/net::ERR|Failed to load resource/.test(text))).toEqual([])
})
