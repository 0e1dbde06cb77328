// From "we have no site" to a published one that was corrected and had back, in one go: by mouse, by finger on a phone in English,
// and by keys alone, an hour without a network while a page is written. What each takes is counted, and must not grow.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { launch } from './chromium.ts'
import { openHand } from './hands.ts'
import { openReader } from './reader.ts'

const origin = inject('origin')
let browser: Browser
beforeAll(async () => {
  browser = await launch()
}, 60_000)
afterAll(() => browser.close())

const chinese = {
  ...{ begin: '去建网站', choose: '替我选', next: '下一步', publish: '发布', live: '网站已经上线' },
  ...{ notice: '写一条公告', title: '标题', shown: '公告已发布。' },
  ...{ find: '查找版块', shelf: '资源书架', check: '发布…', done: '完成' },
  ...{ back: '退回以前的版本', version: /^退回第/, gone: /^已经退回/ },
}
const english: typeof chinese = {
  ...{
    begin: 'Make a site',
    choose: 'Choose for me',
    next: 'Next',
    publish: 'Publish',
    live: 'The site is live',
  },
  ...{ notice: 'Write a notice', title: 'Title', shown: 'The notice is published.' },
  ...{ find: 'Find a block', shelf: 'Shelf of resources', check: 'Publish…', done: 'Done' },
  ...{
    back: 'Go back to a former version',
    version: /^Go back to version/,
    gone: /^Readers have version \d+ again/,
  },
}
/** What a reader is to meet. */
const told = { notice: '本周六闭馆一天', shelf: '馆长推荐的书' }

const mostPresses = 20
const mostFields = 8

describe.each([
  { how: 'by mouse', library: 'n3402', hand: 'mouse', words: chinese, width: 1280 },
  { how: 'by finger, in English', library: 'n3403', hand: 'finger', words: english, width: 360 },
  { how: 'by keys, an hour offline', library: 'n3404', hand: 'keys', words: chinese, width: 1280 },
] as const)('$how', ({ library, hand: kind, words, width }) => {
  test('a site is made, told of, changed, checked, published and had back', async () => {
    const began = Date.now()
    const locale = words === english ? 'en-GB' : 'zh-CN'
    const site = origin.replace('//', `//${library}.`)
    const { page, context, errors } = await openAtWork(browser, 'ndl/admin-1', `/console/edit/${library}`, {
      ...{ width, height: width === 360 ? 740 : 800, touch: kind === 'finger' },
      locale,
    })
    const { press, write, taken } = openHand(page, kind)
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const heading = (n: number) =>
      page
        .locator(`.how-far`)
        .getByText(new RegExp(`^\\D*${n}\\D+8`))
        .waitFor()

    await press(page.getByRole('link', { name: words.begin }))
    await page.getByRole('radio').first().waitFor()
    await press(button(words.choose))
    await heading(2)
    await press(button(words.next))
    await heading(3)
    await write(page.locator('#start-opens'), '9')
    await write(page.locator('#start-closes'), '17:30')
    await press(button(words.next))
    await heading(4)
    await write(page.locator('#start-address'), '安徽省芜湖市镜湖区书院路 1 号')
    await write(page.locator('#start-telephone'), '0553-8888 8888')
    await press(button(words.next))
    await heading(5)
    await write(page.locator('#start-icp'), '皖ICP备12345678号')
    await press(button(words.next))
    await heading(6)
    await page.getByRole('checkbox').first().waitFor({ timeout: 30_000 })
    await press(button(words.next))
    await heading(7)
    await press(button(words.next))
    await heading(8)
    await press(button(words.publish))
    await page.getByRole('heading', { name: words.live }).waitFor({ timeout: 60_000 })
    await press(page.getByRole('link', { name: words.notice }))
    await write(page.getByLabel(words.title, { exact: true }), told.notice)
    await press(button(words.publish))
    await page.getByText(words.shown).waitFor()
    // In the language of who writes: each language of a page has words of its own.
    const reader = await openReader(browser, site, { locale })
    const home = async (): Promise<string> => {
      await reader.page.goto('/')
      return reader.page.locator('body').innerText()
    }
    for (const part of [told.notice, '皖ICP备12345678号', '9:00'])
      await expect.poll(home, { timeout: 30_000 }).toContain(part)

    if (kind === 'keys') await page.clock.install()
    await page.goto(`/console/edit/${library}`)
    await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
    const saved = page.locator('.saved[data-state=saved]')
    if (kind === 'keys') await context.setOffline(true)
    await press(page.locator('.add').last())
    await write(page.getByLabel(words.find), words.shelf)
    await press(page.locator('dialog [data-type=resource-shelf]'))
    await write(page.getByRole('textbox', { name: words.title, exact: true }), told.shelf)
    if (kind === 'keys') {
      await page.locator('.saved[data-state=offline]').waitFor({ timeout: 20_000 })
      // Longer than any sign-in lasts.
      await page.clock.fastForward('01:00:00')
      await page.locator('.saved[data-state=offline]').waitFor()
      await context.setOffline(false)
    }
    await saved.waitFor({ timeout: 30_000 })
    const dialog = page.locator('dialog[open]').last()
    await press(page.locator('.bar').getByRole('button', { name: words.check }))
    await press(dialog.locator('footer .btn.primary'))
    await page.locator('dialog [data-step=live]').waitFor({ timeout: 60_000 })
    await expect.poll(home, { timeout: 20_000 }).toContain(told.shelf)
    await press(dialog.getByRole('button', { name: words.done }))

    await press(page.locator('.bar').getByRole('button', { name: words.check }))
    const wayBack = dialog.locator('summary', { hasText: words.back })
    await wayBack.waitFor().catch(async () => {
      const open = await page.locator('dialog[open]').allInnerTexts()
      const focused = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
      throw new Error(`No way back in ${JSON.stringify(open)}; the focus is on ${focused}`)
    })
    await press(wayBack)
    await press(dialog.getByRole('button', { name: words.version }))
    await press(dialog.locator('form').getByRole('button', { name: words.version }))
    await page.getByText(words.gone).waitFor()
    await expect.poll(home, { timeout: 20_000 }).not.toContain(told.shelf)
    await reader.close()

    console.info(`${kind}: ${JSON.stringify(taken)}, ${Math.round((Date.now() - began) / 1000)} s`)
    expect(taken.presses).toBeLessThanOrEqual(mostPresses)
    expect(taken.fields).toBeLessThanOrEqual(mostFields)
    expect(errors.filter((text) => !/net::ERR|Failed to load resource/.test(text))).toEqual([])
    await context.close()
  })
})
