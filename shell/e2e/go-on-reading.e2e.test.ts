// What was read on a device: noted when a reader stays, led back to from the home page, suggestions with their reason, and
// forgotten when it is turned off. No request tells of more than one text that was read.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'
import { typeCredentials } from './people.ts'
import { interactive, openReader, type Device, type Reader } from './reader.ts'
import { ask, firstFound } from './records.ts'

const origin = inject('origin')
const STORED = 'shuxiang.reading-history'
let browser: Browser
let reader: Reader
let poem = ''
let book = ''
let titles: readonly string[] = []

beforeAll(async () => {
  browser = await launch()
  poem = await firstFound(origin, '静夜思', 'poem')
  book = await firstFound(origin, '孟子', 'book')
  titles = await Promise.all(
    [poem, book].map(async (address) => {
      const id = address.split('/').at(-1) ?? ''
      return (await ask<{ record: { title: string } }>(origin, `{ record(id: "${id}") { title } }`)).record
        .title
    }),
  )
})
afterAll(() => browser.close())

async function opened(device: Device = {}): Promise<Page> {
  reader = await openReader(browser, origin, { width: 360, height: 740, ...device })
  // Ten seconds pass at a word.
  await reader.page.clock.install()
  return reader.page
}
beforeEach(async () => {
  await opened()
})
afterEach(async () => {
  expect(reader.errors).toEqual([])
  await reader.close()
})

const stored = (page: Page): Promise<string> =>
  page.evaluate((key) => localStorage.getItem(key) ?? '', STORED)
const keeps = (page: Page, words: string): Promise<void> => expect.poll(() => stored(page)).toContain(words)

/** Opens a text, stays, and goes down to a part of its height. */
async function read(page: Page, address: string, down = 0): Promise<void> {
  await page.goto(address)
  await interactive(page)
  const id = /\/item\/([a-z0-9]+)/.exec(address)?.[1] ?? ''
  // Deadlines of what is on its way would pass with the ten seconds.
  await page.waitForLoadState('networkidle')
  // What notes it comes last.
  await expect
    .poll(async () => {
      await page.clock.runFor(11_000)
      return stored(page)
    })
    .toContain(id)
  if (down === 0) return
  await page.evaluate((part) => {
    const text = document.querySelector('[data-text]')?.getBoundingClientRect()
    if (text) window.scrollTo(0, window.scrollY + text.top + text.height * part)
  }, down)
  await expect
    .poll(async () => {
      await page.clock.runFor(2_000)
      return stored(page)
    })
    .toMatch(down < 1 ? /"anchor":"p\d+"/ : /"percent":100/)
}
async function home(page: Page): Promise<void> {
  await page.goto('/')
  await interactive(page)
  await page.clock.runFor(3_000)
}
const place = (page: Page) => page.locator('.go-on')
const button = (name: string | RegExp) => reader.page.getByRole('button', { name })

test('the home page leads back to the very line of the chapter, by keyboard too, and not to what is finished', async () => {
  const { page } = reader
  await read(page, poem)
  await read(page, `${book}?part=2`, 0.4)
  await home(page)
  const link = place(page).getByRole('link', { name: titles[1] ?? '' })
  await link.waitFor()
  expect(await link.getAttribute('href')).toMatch(/\?part=2#p\d+$/)
  expect(await place(page).innerText()).toMatch(/第 2 篇，共 14 篇，读到 \d+%/)
  expect(await violations(page)).toEqual([])
  expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
  const [, line = ''] = ((await link.getAttribute('href')) ?? '').split('#')
  await link.focus()
  await page.keyboard.press('Enter')
  await page.locator(`#${line}`).waitFor()
  await expect
    .poll(async () => {
      await page.clock.runFor(500)
      return page.evaluate((id) => {
        const { top = -1 } = document.getElementById(id)?.getBoundingClientRect() ?? {}
        return top >= 0 && top < window.innerHeight
      }, line)
    })
    .toBe(true)
})

test('a chapter that was read to its end leads to the next one, and what is taken out comes back by a press', async () => {
  const { page } = reader
  await read(page, `${book}?part=2`, 1)
  await home(page)
  const link = place(page).getByRole('link', { name: titles[1] ?? '' })
  expect(await link.getAttribute('href')).toMatch(/\?part=3$/)
  await button(/^移出/).click()
  await page.waitForFunction(() => document.activeElement?.textContent === '撤销')
  expect(await stored(page)).toBe('')
  await page.keyboard.press('Enter')
  await link.waitFor()
  await keeps(page, titles[1] ?? '')
})

test('nothing moves when it comes, and nothing at all stands there for who has read nothing', async () => {
  const { page } = reader
  await home(page)
  expect(await place(page).boundingBox()).toMatchObject({ height: 0 })
  expect(await page.getByRole('heading', { name: '接着读' }).count()).toBe(0)
  await read(page, `${book}?part=2`, 0.4)
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value))
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const height of [740, 2_400]) {
    await page.setViewportSize({ width: 360, height })
    await home(page)
    if (height === 740) await place(page).locator('li').waitFor({ state: 'attached' })
    const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as number[])
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01)
  }
})

test('a page that is read below it shows the same after a reload', async () => {
  await read(reader.page, `${book}?part=2`, 0.4)
  const kept = await stored(reader.page)
  await reader.close()
  // With a clock of its own, a page does not tell how it was come to.
  reader = await openReader(browser, origin, { width: 360, height: 740 })
  const { page } = reader
  await page.addInitScript(([key = '', text = '']) => localStorage.setItem(key, text), [STORED, kept])
  await page.goto('/')
  await place(page).locator('li').waitFor({ state: 'attached' })
  await page.evaluate(() => window.scrollTo(0, 2_000))
  const tops = (): Promise<number[]> =>
    page
      .locator('main h2')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
  const before = await tops()
  await page.reload()
  await place(page).locator('li').waitFor({ state: 'attached' })
  await expect.poll(tops).toEqual(before)
})

describe('in the room of the reader', () => {
  async function room(page: Page): Promise<void> {
    await page.goto('/my')
    await page.getByRole('link', { name: '接着读' }).click()
    await page.getByText('因为您读过').first().waitFor()
  }

  test('suggestions come with their reason, without what is on the shelf, and are there without network', async () => {
    const { page } = reader
    await read(page, poem)
    await room(page)
    const card = page.locator('.card')
    const first = await card.first().locator('.title').innerText()
    expect(await card.first().innerText()).toContain(`因为您读过《${titles[0]}》`)
    expect(await violations(page)).toEqual([])
    expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
    await card.first().getByRole('link').click()
    await button('放入书架').click()
    await button('已在书架').waitFor()
    await room(page)
    expect(await card.locator('.title').allInnerTexts()).not.toContain(first)
    const before = await card.locator('.title').allInnerTexts()
    expect(before.length).toBeGreaterThanOrEqual(3)
    await page.route('**/graphql', (route) => route.abort())
    await page.reload()
    await page.getByText('因为您读过').first().waitFor()
    expect(await card.locator('.title').allInnerTexts()).toEqual(before)
    // What the console says of the requests that were cut off.
    expect(reader.errors.every((error) => error.includes('ERR_FAILED'))).toBe(true)
    ;(reader.errors as string[]).length = 0
  })

  test('what is not wanted goes by a press and comes back by one', async () => {
    const { page } = reader
    await read(page, poem)
    await room(page)
    const first = await page.locator('.card .title').first().innerText()
    await button(/不感兴趣$/)
      .first()
      .click()
    await page.getByText(`不再推荐《${first}》`).waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === '撤销')
    await page.keyboard.press('Enter')
    await page.locator('.card .title').first().waitFor()
    expect(await page.locator('.card .title').first().innerText()).toBe(first)
  })

  test('turned off, all is forgotten and nothing more is noted', async () => {
    const { page } = reader
    await read(page, poem)
    await room(page)
    await button('关闭记录并清除').click()
    await page.getByText('没有记录').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await stored(page)).toBe('')
    await page.goto(`${book}?part=2`)
    await interactive(page)
    await page.waitForLoadState('networkidle')
    await page.clock.runFor(60_000)
    expect(await stored(page)).toBe('')
    await home(page)
    expect(await place(page).locator('li').count()).toBe(0)
  })

  test.each([
    ['zh-CN', 1280, true],
    ['en-GB', 360, false],
    ['en-GB', 1280, false],
  ] as const)('it reads well in %s at %i px', async (locale, width, dark) => {
    await reader.close()
    const page = await opened({ locale, width, dark })
    await read(page, poem)
    await read(page, `${book}?part=2`, 0.4)
    await page.goto('/my/reading')
    await page.locator('.card').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
  })
})

test('another device knows nothing of it', async () => {
  await read(reader.page, poem)
  await reader.close()
  const page = await opened()
  await page.goto('/my/reading')
  await page.getByText('这里还没有读过什么').waitFor()
})

test('without JavaScript the home page has no place for it, and the room says why it is empty', async () => {
  await reader.close()
  reader = await openReader(browser, origin, { width: 360, javaScript: false })
  await reader.page.goto('/')
  expect(await reader.page.getByText('接着读', { exact: true }).isVisible()).toBe(false)
  await reader.page.goto('/my/reading')
  await reader.page.getByText('需要允许本站运行脚本').waitFor()
})

test('no request has more than one text that was read, wherever the reader goes', async () => {
  const { page } = reader
  const sent: string[] = []
  page.on('request', (request) => {
    sent.push([request.url(), request.postData() ?? '', JSON.stringify(request.headers())].join('\n'))
  })
  const places = [poem, `${book}?part=2`]
  const ids = places.map((address) => /\/item\/([a-z0-9]+)/.exec(address)?.[1] ?? '')
  for (const address of places) await read(page, address)
  await home(page)
  await page.goto('/my/reading')
  await page.locator('.card').first().waitFor()
  await expect.poll(() => stored(page)).toMatch(new RegExp(`"like":\\[.*${ids[0]}.*`))
  const own = sent.map((text) => ids.filter((id) => text.includes(id)).length)
  expect(Math.max(...own)).toBe(1)
  // The record's page and the question what is like it.
  expect(own.filter((n) => n === 1).length).toBeGreaterThanOrEqual(4)
})

test('signing out clears it, whoever read it', async () => {
  await reader.close()
  reader = await openReader(browser, origin, { width: 1280 })
  const { page } = reader
  const [someone] = inject('people')
  if (!someone) throw new Error('nobody can sign in')
  await page.goto(poem)
  await interactive(page)
  await page.evaluate(
    ([key, kept]) => localStorage.setItem(key ?? '', kept ?? ''),
    [STORED, JSON.stringify({ version: 1, opened: [], unwanted: ['a1'], like: [] })],
  )
  await page.locator('[data-account] > a').click()
  await page.waitForURL(`${inject('identity')}/**`)
  await typeCredentials(page, someone)
  await page.waitForURL(`${origin}/item/**`)
  await interactive(page)
  const account = page.locator('[data-account]')
  await account.locator('summary').waitFor()
  expect(await stored(page)).not.toBe('')
  // The menu closes when the page that is gone back to arrives.
  await account.locator('[data-sign-out]').evaluate((button: HTMLElement) => button.click())
  await page.waitForURL(`${origin}/auth/signed-out`)
  expect(await stored(page)).toBe('')
})
