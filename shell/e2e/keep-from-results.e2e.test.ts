// Putting things on the shelf from the results: one press each, one question for the page, and no line more on a phone.
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { typeCredentials } from './people.ts'
import { interactive, openReader, type Device, type Reader } from './reader.ts'

const origin = inject('origin')
const identity = inject('identity')
const results = '/search?q=明月'
let browser: Browser
let reader: Reader
let page: Page

beforeAll(async () => {
  browser = await launch()
})
beforeEach(() => open({ width: 360, height: 740, touch: true }))
afterEach(async () => {
  expect(reader.errors).toEqual([])
  await reader.close()
})
afterAll(() => browser.close())

async function open(device: Device): Promise<void> {
  await reader?.close()
  reader = await openReader(browser, origin, device)
  page = reader.page
}
const buttons = () => page.locator('.found .corner button')
const all = async (): Promise<void> => {
  // After a sign-in the name is there before the page that the reader comes back to.
  await page.locator('.found .corner').nth(5).waitFor({ state: 'attached' })
  const hits = await page.locator('.found .corner').count()
  await buttons()
    .nth(hits - 1)
    .waitFor()
  expect(await buttons().count()).toBe(hits)
}

test('a guest keeps two results with a press each, finds them on the shelf, and takes one off again', async () => {
  await page.goto(results)
  await all()
  await buttons().nth(0).click()
  await buttons().nth(2).click()
  await page.locator('.found .corner button[aria-pressed=true]').nth(1).waitFor()
  expect(await violations(page)).toEqual([])
  if (process.env['PICTURES'])
    await page.screenshot({ path: join(process.env['PICTURES'], 'results-phone.png') })
  await page.reload()
  await all()
  const pressed = () => buttons().evaluateAll((list) => list.map((each) => each.getAttribute('aria-pressed')))
  expect((await pressed()).slice(0, 3)).toEqual(['true', 'false', 'true'])
  await buttons().nth(0).focus()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await pressed())[0]).toBe('false')
  await page.goto('/my')
  await page.locator('.rows .title').first().waitFor()
  expect(await page.locator('.rows .title').count()).toBe(1)
})

test('the results of a page are asked for once, of a guest not at all', async () => {
  const asked: string[] = []
  page.on('request', (request) => {
    const text = request.postData() ?? ''
    if (text.includes('HeldOnShelf')) asked.push(text)
  })
  await page.goto(results)
  await all()
  expect(asked).toEqual([])
  const [, someone] = inject('people')
  if (!someone) throw new Error('The product has no second reader to try.')
  await interactive(page)
  await page.locator('[data-account] > a').evaluate((link: HTMLElement) => link.click())
  await page.waitForURL(`${identity}/**`)
  await typeCredentials(page, someone)
  await page.locator('[data-account] summary', { hasText: someone.name }).waitFor()
  await all()
  await page.goto('/search?q=春')
  await page.locator('[data-account] summary', { hasText: someone.name }).waitFor()
  asked.length = 0
  await page.reload()
  await all()
  expect(asked).toHaveLength(1)
})

test.each([360, 1280])(
  'at %i pixels a result is no longer for its button, which covers no words',
  async (width) => {
    const heights = () =>
      page
        .locator('.found > ol > li')
        .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().height))
    await open({ width, height: 800, javaScript: false })
    await page.goto(results)
    const before = await heights()
    await open({ width, height: 800 })
    await page.goto(results)
    await all()
    expect(await heights()).toEqual(before)
    const covered = await page.locator('.found > ol > li').evaluateAll(
      (items) =>
        items.filter((item) => {
          const button = item.querySelector('.corner button')?.getBoundingClientRect()
          const range = document.createRange()
          range.selectNodeContents(item.querySelector('.title .words') ?? item)
          return [...range.getClientRects()].some(
            (line) =>
              button && line.right > button.left && line.top < button.bottom && line.bottom > button.top,
          )
        }).length,
    )
    expect(covered).toBe(0)
  },
)
