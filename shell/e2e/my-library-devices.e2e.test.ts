// Where a reader is signed in: two browsers of one reader, of which one signs the other out, and the other learns it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { typeCredentials } from './people.ts'
import { interactive, openReader, type Device, type Reader } from './reader.ts'

const origin = inject('origin')
// A person of their own: other journeys sign in as the readers, too.
const [, second] = inject('people')
if (!second) throw new Error('The product has no second reader to try.')
const someone = second
let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

async function signedIn(device: Device = {}): Promise<Reader> {
  const reader = await openReader(browser, origin, device)
  const { page } = reader
  await page.goto('/my?view=account')
  await interactive(page)
  await page.locator('.told button').click()
  await page.waitForURL(`${inject('identity')}/**`)
  await typeCredentials(page, someone)
  await page.waitForURL(`${origin}/my?view=account`)
  await page.locator('[data-session=this]').waitFor()
  return reader
}

test('who the reader is, with the card and the way to the pages that change it', async () => {
  const reader = await signedIn()
  const { page } = reader
  const facts = page.locator('.mine dl')
  await facts.waitFor()
  expect(await facts.innerText()).toContain(someone.username)
  expect(await facts.innerText()).toContain(someone.name)
  const [, number = ''] = someone.username.split('/')
  await page.locator('.number', { hasText: number }).waitFor()
  await page.getByRole('link', { name: '添加另一张读者证' }).click()
  await page.waitForURL(`${inject('identity')}/realms/ndl/account/card**`)
  await page.locator('input[name=activation]').waitFor()
  await reader.close()
})

test('one browser signs the other out, which is refused from then on and says so', async () => {
  const one = await signedIn()
  const other = await signedIn({ width: 360, height: 740 })
  await one.page.reload()
  const line = one.page.locator('[data-session=other]')
  await line.first().waitFor()
  expect(await one.page.locator('[data-session=this]').count()).toBe(1)
  expect(await one.page.locator('[data-session=this] strong').innerText()).toMatch(/Chrome/)
  expect(await violations(one.page)).toEqual([])

  await one.page.getByRole('button', { name: '其他设备全部退出' }).click()
  await one.page.getByRole('dialog').waitFor()
  expect(await violations(one.page)).toEqual([])
  await one.page.getByRole('dialog').getByRole('button', { name: '其他设备全部退出' }).click()
  await one.page.getByText('您没有在其他设备登录').waitFor()
  await one.page.waitForFunction(() => document.activeElement?.tagName === 'H2')

  // The token that the other still has is refused: what it asks next, nobody asks.
  await expect
    .poll(
      async () => {
        await other.page.goto('/my?view=account')
        await interactive(other.page)
        return other.page.locator('.told button, [data-session=this]').first().innerText()
      },
      { timeout: 20_000, interval: 1_000 },
    )
    .toContain('登录后')
  await one.page.reload()
  await one.page.locator('[data-session=this]').waitFor()
  await one.close()
  await other.close()
})

test('one device is signed out by keyboard, and the reader goes on at the heading', async () => {
  const one = await signedIn()
  const other = await signedIn()
  await one.page.reload()
  const button = one.page.locator('[data-session=other] button').first()
  await button.waitFor()
  const before = await one.page.locator('[data-session=other]').count()
  await button.focus()
  await one.page.keyboard.press('Enter')
  await expect.poll(() => one.page.locator('[data-session=other]').count()).toBe(before - 1)
  await one.page.waitForFunction(() => document.activeElement?.tagName === 'H2')
  await one.close()
  await other.close()
})

test.each([
  [360, 'zh-CN', false],
  [768, 'en-GB', true],
  [1280, 'zh-CN', true],
] as const)(
  'at %i pixels in %s, dark: %s, nothing is cut and axe finds nothing',
  async (width, locale, dark) => {
    const reader = await signedIn({ width, height: 800, locale, dark })
    const overflow = await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await violations(reader.page)).toEqual([])
    expect(reader.errors).toEqual([])
    await reader.close()
  },
)
