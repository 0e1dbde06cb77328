// A child's account: a shelf like everybody's, and nothing that a guardian should decide on.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { typeCredentials } from './people.ts'
import { firstFound } from './records.ts'
import { interactive, openReader, type Reader } from './reader.ts'

const origin = inject('origin')
const identity = inject('identity')
const child = inject('people').find(({ name }) => name === '林小满')
if (!child) throw new Error('The product has no child to try.')
const who = child
let browser: Browser
let reader: Reader
let page: Page

beforeAll(async () => {
  browser = await launch()
})
beforeEach(async () => {
  reader = await openReader(browser, origin, { width: 360, height: 740, touch: true })
  page = reader.page
  await page.goto('/my')
  await interactive(page)
  await page.locator('[data-account] > a').evaluate((link: HTMLElement) => link.click())
  await page.waitForURL(`${identity}/**`)
  await typeCredentials(page, who)
  await page.locator('[data-account] summary', { hasText: who.name }).waitFor()
})
afterEach(async () => {
  expect(reader.errors).toEqual([])
  await reader.close()
})
afterAll(() => browser.close())

test('has a shelf, no reading history to turn on, and no way to end the account', async () => {
  await page.goto(await firstFound(origin, '静夜思', 'poem'))
  await page.getByRole('button', { name: '放入书架' }).click()
  await page.getByRole('button', { name: '已在书架' }).waitFor()
  const looked = page.waitForResponse(async (response) =>
    (response.request().postData() ?? '').includes('Leaving') ? response.ok() : false,
  )
  await page.goto('/my')
  await page.locator('.rows .title').first().waitFor()
  await looked
  expect(await page.getByRole('heading', { name: '阅读历史' }).count()).toBe(0)
  expect(await page.getByRole('link', { name: '注销账户' }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: /^移出/ }).first().click()
  await page.getByRole('button', { name: '撤销' }).waitFor()
})

test('reads who ends the account, where somebody sent the address', async () => {
  await page.goto('/my/leave')
  await page.getByText('由监护人注销').waitFor()
  expect(await page.locator('main button').count()).toBe(0)
  expect(await violations(page)).toEqual([])
})

test('is refused by the gateway what the page does not offer', async () => {
  let bearer = ''
  page.on('request', (request) => {
    bearer = request.headers()['authorization'] ?? bearer
  })
  await page.goto('/my')
  await expect.poll(() => bearer).not.toBe('')
  const codes: unknown[] = []
  for (const query of [
    'mutation { keepHistory(on: true) { on } }',
    'mutation { askDeletion { dueAt } }',
    'mutation { cancelDeletion }',
  ]) {
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: bearer },
      body: JSON.stringify({ query }),
    })
    const { errors } = (await answer.json()) as {
      readonly errors?: readonly { readonly extensions: object }[]
    }
    codes.push(errors?.[0]?.extensions)
  }
  expect(codes).toMatchObject(Array.from({ length: 3 }, () => ({ code: 'FORBIDDEN', reason: 'age' })))
})
