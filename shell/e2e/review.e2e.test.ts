// A site that two people publish: changed by one, asked for, sent back with a reason, mended, let pass, changed once more, and
// only then live. On a phone and by keyboard.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAtWork, openNewSite } from './at-work.ts'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'
import { MODES, wear } from './modes.ts'
import type { Reader } from './reader.ts'

const library = 'n3311'
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
const saved = (on: Page) => on.locator('.saved[data-state=saved]').waitFor({ timeout: 20_000 })
const note = (on: Page) => on.getByRole('complementary', { name: '审核提醒' })
const review = (on: Page) => on.getByRole('region', { name: '审核', exact: true })
const publish = (on: Page) => on.locator('dialog footer .btn.primary')
const press = (on: Page, name: string) => review(on).getByRole('button', { name, exact: true })
async function openPublish(on: Page): Promise<void> {
  await on.getByRole('button', { name: /^发布/ }).click()
  await review(on).waitFor()
  // What would change stands there: only then there is something to let pass.
  await on.locator('dialog .changes > ul').first().waitFor()
}
async function closePublish(on: Page): Promise<void> {
  await on.keyboard.press('Escape')
  await on.locator('dialog').waitFor({ state: 'detached' })
}
async function looks(on: Page): Promise<void> {
  expect(await violations(on)).toEqual([])
  expect(await misplaced(on)).toEqual([])
}
/** Dark, high contrast and large print, too. */
async function looksInEveryMode(on: Page): Promise<void> {
  for (const mode of MODES) {
    await wear(on, mode)
    await looks(on)
  }
  await wear(on, MODES[0])
}
async function writes(on: Page, words: string): Promise<void> {
  const panes = on.getByRole('navigation', { name: '显示' })
  await panes.getByRole('button', { name: '大纲', exact: true }).click()
  await on.getByRole('button', { name: '添加版块' }).click()
  await on.locator('dialog [data-type=quotation]').click()
  await on.getByRole('textbox', { name: '引文' }).fill(words)
  await saved(on)
}

test('a library chooses how many people a publication takes, and is told when it has too few', async () => {
  await lin.locator('.tabs-of').getByRole('button', { name: '网站', exact: true }).click()
  const choice = lin.getByRole('group', { name: '发布要几步' })
  await choice.getByLabel(/^一步/).focus()
  await lin.keyboard.press('ArrowDown')
  expect(await choice.getByLabel(/^两步/).isChecked()).toBe(true)
  await choice.getByText('2 步至少要有 2 个人可以发布，现在不够。').waitFor()
  await looksInEveryMode(lin)
  expect((await smallTargets(lin)).filter((target) => /步：|成员/.test(target))).toEqual([])
  await lin.getByRole('button', { name: '保存', exact: true }).click()
  await lin.getByText('已保存，下次发布后读者能看到。').waitFor()
  // Fewer are a change like any other.
  await choice.getByLabel(/^一步/).check()
  await choice.getByText('改少步骤，也要按现在的 2 步审核').waitFor()
  await choice.getByLabel(/^两步/).check()
})

test('who changed it asks a colleague, and cannot publish meanwhile', async () => {
  await lin.locator('.tabs-of').getByRole('button', { name: '大纲', exact: true }).click()
  await writes(lin, '学而时习之')
  await openPublish(lin)
  await review(lin).getByText('您改过这次的内容，要由别的同事来看。').waitFor()
  await review(lin).getByText('还没有人看过').waitFor()
  await lin.locator('dialog').getByText('原来 1 步，改为 2 步').waitFor()
  expect(await publish(lin).getAttribute('aria-disabled')).toBe('true')
  await publish(lin).focus()
  await lin.keyboard.press('Enter')
  expect(await review(lin).count()).toBe(1)
  await looks(lin)
  await press(lin, '请同事审核').focus()
  await lin.keyboard.press('Enter')
  await lin.keyboard.type('请看首页新加的一句')
  await lin.keyboard.press('Tab')
  await lin.keyboard.press('Enter')
  await review(lin).getByText('已经告诉同事了').waitFor()
  expect(await lin.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status')
  await looks(lin)
  await closePublish(lin)
})

test('who is wanted sees it in the morning and on the desk, compares, and sends it back with a reason', async () => {
  await fang.goto(`/console?library=${library}`)
  const line = fang.locator('.line', { hasText: 'ndl/admin-1 请您审核要发布的内容' })
  await line.getByText('请看首页新加的一句').waitFor()
  await looks(fang)
  await line.getByRole('link').click()
  await opened(fang)
  await note(fang).getByText('请看首页新加的一句').waitFor()
  await looks(fang)
  await note(fang).getByRole('button', { name: '看看改了什么' }).focus()
  await fang.keyboard.press('Enter')
  await review(fang).getByText('您没有改过').waitFor()
  await fang.locator('dialog .changes').getByRole('button', { name: /^对照/ }).first().click()
  const compared = fang.locator('dialog.wide')
  await compared.frameLocator('[data-side=after] iframe').getByText('学而时习之').first().waitFor()
  await fang.keyboard.press('Escape')
  await compared.waitFor({ state: 'detached' })
  await press(fang, '退回修改').focus()
  await fang.keyboard.press('Enter')
  await fang.keyboard.press('Tab')
  await fang.keyboard.press('Enter')
  await review(fang).getByText('请写一句要改什么。').waitFor()
  expect(await fang.evaluate(() => document.activeElement?.id)).toBe('review-words')
  await looks(fang)
  await fang.keyboard.type('少了下半句')
  await fang.keyboard.press('Tab')
  await fang.keyboard.press('Enter')
  await review(fang).getByText('已经退回').waitFor()
  await looks(fang)
  await closePublish(fang)
})

test('it comes back to who wrote it, is mended and asked for again', async () => {
  await lin.reload()
  await opened(lin)
  await note(lin).getByText('少了下半句').waitFor()
  await looks(lin)
  await lin.locator('.outline .row', { hasText: '学而时习之' }).locator('.name').click()
  await lin.getByRole('textbox', { name: '引文' }).fill('学而时习之，不亦说乎')
  await saved(lin)
  await note(lin).getByRole('button', { name: '看看再改' }).click()
  await review(lin).getByText('之后已经又有改动。').waitFor()
  await press(lin, '再请同事审核').click()
  await lin.getByRole('button', { name: '发出', exact: true }).click()
  await review(lin).getByText('已经告诉同事了').waitFor()
  expect(await review(lin).getByText('少了下半句').count()).toBe(0)
  await closePublish(lin)
  await expect.poll(() => note(lin).count()).toBe(0)
})

test('an approval counts for what was looked at, and no more once it is changed; then it is published', async () => {
  await fang.reload()
  await opened(fang)
  await note(fang).getByRole('button', { name: '看看改了什么' }).click()
  await press(fang, '看过，同意发布').click()
  await fang.keyboard.type('可以')
  await fang.getByRole('button', { name: '同意', exact: true }).click()
  await review(fang).getByText('您同意了。').waitFor()
  await review(fang).getByText('人数够了，可以发布').waitFor()
  await looks(fang)
  await closePublish(fang)

  await writes(lin, '温故而知新')
  await openPublish(lin)
  await review(lin)
    .getByText(/^看过以后又改了：/)
    .waitFor()
  expect(await publish(lin).getAttribute('aria-disabled')).toBe('true')
  await looks(lin)
  await closePublish(lin)
  await note(lin)
    .getByText(/ndl\/admin-2 .* 看过以后，内容又改了/)
    .waitFor()
  await looks(lin)

  await fang.reload()
  await opened(fang)
  await openPublish(fang)
  await press(fang, '看过，同意发布').click()
  await fang.getByRole('button', { name: '同意', exact: true }).click()
  await review(fang).getByText('您同意了。').waitFor()

  await openPublish(lin)
  await review(lin).getByText('人数够了，可以发布').waitFor()
  await looks(lin)
  await publish(lin).focus()
  await lin.keyboard.press('Enter')
  await lin.locator('dialog').getByText('已经上线。').waitFor({ timeout: 30_000 })
  await lin.locator('dialog').getByRole('button', { name: '完成' }).click()
  expect(await note(lin).count()).toBe(0)
  expect([...first.errors, ...second.errors]).toEqual([])
})

test('the console leads to where one looks, and says so in English too', async () => {
  await lin.goto(`/console/publishing?library=${library}`)
  await lin.getByText('本馆发布前要由同事审核').waitFor()
  expect(await lin.getByRole('button', { name: '立即发布' }).count()).toBe(0)
  await looks(lin)
  await first.context.addCookies([{ name: 'sx_locale', value: 'en', url: inject('origin') }])
  await lin.goto(address)
  await opened(lin)
  await lin.locator('.tabs-of').getByRole('button', { name: 'Site', exact: true }).click()
  await lin.getByRole('group', { name: 'How many people a publication takes' }).waitFor()
  await lin.locator('.tabs-of').getByRole('button', { name: 'Outline', exact: true }).click()
  await lin.getByRole('button', { name: 'Add a block' }).click()
  await lin.locator('dialog [data-type=quotation]').click()
  await saved(lin)
  await lin.getByRole('button', { name: /^Publish/ }).click()
  await lin.getByRole('region', { name: 'Review', exact: true }).getByText('Still wanted').waitFor()
  await looks(lin)
})
