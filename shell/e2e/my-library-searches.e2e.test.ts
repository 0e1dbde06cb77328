// A search is saved beside its results, stands in my library with what is new, and goes into the account at sign-in.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { typeCredentials } from './people.ts'
import { interactive, openReader, type Reader } from './reader.ts'

const origin = inject('origin')
const STORED = 'shuxiang.saved-searches'
let browser: Browser
let reader: Reader

beforeAll(async () => {
  browser = await launch()
})
beforeEach(async () => {
  reader = await openReader(browser, origin, { width: 360, height: 740 })
})
afterEach(async () => {
  expect(reader.errors).toEqual([])
  await reader.close()
})
afterAll(() => browser.close())

const button = (name: string | RegExp, where = reader) => where.page.getByRole('button', { name })
const rows = (where = reader) => where.page.locator('.search h3')

async function save(path: string, name?: string): Promise<void> {
  const { page } = reader
  await page.goto(path)
  await interactive(page)
  await button('保存这个检索').click()
  const field = page.getByLabel('检索名称')
  await field.waitFor()
  if (name !== undefined) await field.fill(name)
  await field.press('Enter')
  await page.locator('.save a', { hasText: '保存的检索' }).waitFor()
}
/** As if the reader had looked a month ago, and everything has come since. */
const looked = (where = reader) =>
  where.page.evaluate((key) => {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as { searches: { seenAt: string }[] }
    for (const search of kept.searches) search.seenAt = '2020-01-01T00:00:00.000Z'
    localStorage.setItem(key, JSON.stringify(kept))
  }, STORED)

test('a guest saves a search, is told what is new, opens it, and it is new no more', async () => {
  await save('/search?q=明月&kind=poem', '明月诗')
  const { page } = reader
  await looked()
  await page.locator('.save a').click()
  await page.waitForURL(`${origin}/my?view=searches`)
  await rows().first().waitFor()
  expect(await rows().allInnerTexts()).toEqual(['明月诗'])
  await page.locator('.fresh').waitFor()
  expect(await page.locator('.latest a').count()).toBe(3)
  expect(await violations(page)).toEqual([])
  await rows().locator('a').click()
  await page.getByTestId('result-count').waitFor()
  expect(new URL(page.url()).searchParams.get('kind')).toBe('poem')
  await page.goto('/my?view=searches')
  await page.getByText('以来没有新增').waitFor()
})

test('by keyboard: deleted, brought back, renamed; and it stands in every tab', async () => {
  await save('/search?q=清风')
  const { page } = reader
  await page.goto('/my?view=searches')
  await rows().first().waitFor()
  await button(/^删除检索/).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.textContent?.trim() === '撤销')
  await page.keyboard.press('Enter')
  await rows().first().waitFor()
  const other = await reader.context.newPage()
  await other.goto('/my?view=searches')
  await other.locator('.search h3').waitFor()
  await button(/改名$/).click()
  await page.getByLabel('检索名称').fill('清风明月')
  await page.keyboard.press('Enter')
  await other.locator('.search h3', { hasText: '清风明月' }).waitFor()
})

test('where nothing is found the search can be saved all the same', async () => {
  await save('/search?q=zzqqxxjj', '以后再看')
  await reader.page.goto('/my?view=searches')
  await reader.page.getByText('以来没有新增').waitFor()
})

test('at sign-in searches go into the account once, and stand on every device', async () => {
  const someone = inject('people')[0]
  if (!someone) throw new Error('The product has no reader to try.')
  await save('/search?q=春晓', '春晓们')
  const signIn = async (where: Reader): Promise<void> => {
    await where.page.goto('/my?view=searches')
    await interactive(where.page)
    await where.page.locator('.told button').click()
    await where.page.waitForURL(`${inject('identity')}/**`)
    await typeCredentials(where.page, someone)
    await where.page.waitForURL(`${origin}/my?view=searches`)
    await rows(where).filter({ hasText: '春晓们' }).waitFor()
  }
  await signIn(reader)
  expect(await reader.page.evaluate((key) => localStorage.getItem(key), STORED)).toBeNull()
  // The same search again, under whatever name, is the one that is there.
  await reader.page.goto('/search?q=春晓')
  await reader.page.locator('.save a').waitFor()
  const other = await openReader(browser, origin)
  await signIn(other)
  expect(await rows(other).filter({ hasText: '春晓们' }).count()).toBe(1)
  await button(/^删除检索“春晓们”/, other).click()
  await other.page.locator('.gone').waitFor()
  expect(await violations(other.page)).toEqual([])
  expect(other.errors).toEqual([])
  await other.close()
})

test.each([
  [360, 'zh-CN', false],
  [768, 'en-GB', true],
  [1280, 'en-GB', false],
] as const)(
  'at %i pixels in %s, dark: %s, nothing is cut and axe finds nothing',
  async (width, locale, dark) => {
    const own = await openReader(browser, origin, { width, height: 800, locale, dark })
    const { page } = own
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    await page.goto('/search?q=明月')
    await interactive(page)
    await page.locator('.save button').click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.locator('.save a').waitFor()
    expect(await overflow()).toBeLessThanOrEqual(0)
    await page.goto('/my?view=searches')
    await page.locator('.search h3').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow()).toBeLessThanOrEqual(0)
    expect(own.errors).toEqual([])
    await own.close()
  },
)
