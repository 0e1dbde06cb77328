// The end of an account: asked for, taken back, asked for again and carried out; with a copy first, and a fresh sign-in.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '@shuxiang/embedded-store'
import { accountsById, asProvisioner } from '@shuxiang/identity/admin-client'
import { MongoClient } from 'mongodb'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { typeCredentials, type Demo } from './people.ts'
import { waitFor } from './product.ts'
import { firstFound } from './records.ts'
import { interactive, openReader, type Device, type Reader } from './reader.ts'

const origin = inject('origin')
const identity = inject('identity')
const dataDir = inject('dataDir')
let browser: Browser
let reader: Reader
let page: Page
let n = 0

beforeAll(async () => {
  browser = await launch()
})
beforeEach(() => open({ width: 360, height: 740 }))
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

const admin = asProvisioner({
  origin: identity,
  realm: 'ndl',
  secretFile: join(dataDir, 'identity', 'provisioner.secret'),
})

/** Somebody of this test alone, who may go. */
async function somebody(): Promise<Demo & { readonly id: string }> {
  const who = {
    username: `n330110/8${process.pid}${n++}`,
    password: 'seven quiet rivers',
    name: '沈青禾',
    secret: '',
  }
  const id = await (
    await admin()
  ).post('/users', {
    username: who.username,
    enabled: true,
    attributes: { display_name: [who.name], home_library: ['n330110'], age_band: ['adult'] },
    credentials: [{ type: 'password', value: who.password, temporary: false }],
  })
  if (id === null) throw new Error('the account has no id')
  return { ...who, id }
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const named = (name: string) => page.locator('[data-account] summary', { hasText: name })

async function signIn(who: Demo, path: string): Promise<void> {
  await page.goto(path)
  await interactive(page)
  await page.locator('[data-account] > a').evaluate((link: HTMLElement) => link.click())
  await page.waitForURL(`${identity}/**`)
  await typeCredentials(page, who)
  await named(who.name).waitFor()
}

/** As if the week were over. */
async function endTheWait(subject: string): Promise<void> {
  const store = await openStore({ dataDir })
  const client = new MongoClient(store.uri)
  try {
    const { matchedCount } = await client
      .db('shuxiang')
      .collection('account_deletions')
      .updateOne({ subject }, { $set: { dueAt: new Date(0) } })
    expect(matchedCount).toBe(1)
  } finally {
    await client.close()
    await store.close()
  }
}

async function askForTheEnd(): Promise<void> {
  await button('注销账户').click()
  await page.getByRole('dialog').waitFor()
  await button('确定注销').click()
  await page.getByRole('heading', { name: /账户将在 .* 删除/ }).waitFor()
}

test('a guest is asked to sign in, and finds the page again', async () => {
  const who = await somebody()
  await page.goto('/my/leave')
  await interactive(page)
  await page.locator('main').getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${identity}/**`)
  await typeCredentials(page, who)
  await page.getByText('可以撤回').first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/my/leave')
})

test('a reader takes a copy, asks, changes their mind, asks again, and is gone', async () => {
  const who = await somebody()
  await signIn(who, await firstFound(origin, '静夜思', 'poem'))
  await button('放入书架').click()
  await button('已在书架').waitFor()
  await page.goto('/my')
  await page.getByRole('link', { name: '注销账户' }).click()
  await page.getByRole('heading', { level: 1, name: '注销账户' }).waitFor()

  const [download] = await Promise.all([page.waitForEvent('download'), button('先导出一份').click()])
  const copy: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(copy).toMatchObject({
    format: 'shuxiang-account',
    login: { username: who.username, attributes: { display_name: who.name } },
    account: { lists: [{ shelf: true, records: [{ title: '靜夜思' }] }] },
    operations: { roles: [] },
  })

  await askForTheEnd()
  await page.goto('/my')
  await page.getByText(/这个账户将在 .* 删除/).waitFor()
  await page.getByRole('link', { name: '查看或撤回' }).click()
  await button('保留账户').click()
  await page.getByText('账户已经保留').waitFor()
  expect(await violations(page)).toEqual([])

  await askForTheEnd()
  // Nothing is changed meanwhile, and the reader is told so.
  await page.goto('/my')
  await page.getByRole('button', { name: /^移出/ }).click()
  await page.getByRole('alert').first().waitFor()

  await endTheWait(who.id)
  const gone = async (): Promise<boolean> => (await accountsById(admin).facts(who.id)) === null
  await waitFor(gone, 90_000, () => 'The account is still there.', 500)
  await open({ width: 360, height: 740 })
  await page.goto('/my/leave')
  await interactive(page)
  await page.locator('[data-account] > a').evaluate((link: HTMLElement) => link.click())
  await page.waitForURL(`${identity}/**`)
  await typeCredentials(page, who)
  await page.locator('[role=alert], .problem, [aria-invalid=true]').first().waitFor()
  expect(page.url()).toContain(identity)
}, 180_000)

test('whose sign-in is too old signs in again, and comes back to the button', async () => {
  const who = await somebody()
  await signIn(who, '/my/leave')
  let asked = 0
  await page.route('**/graphql', async (route) => {
    const old = (route.request().postData() ?? '').includes('AskDeletion') && asked++ === 0
    const errors = [
      { message: 'Sign in again.', path: ['askDeletion'], extensions: { code: 'SIGN_IN_AGAIN' } },
    ]
    if (old) await route.fulfill({ json: { data: null, errors } })
    else await route.continue()
  })
  await button('注销账户').click()
  await button('确定注销').click()
  await page.getByText('请重新登录一次').waitFor()
  const login = page.waitForRequest((request) => request.url().includes('/protocol/openid-connect/auth?'))
  await button('重新登录').click()
  expect(new URL((await login).url()).searchParams.get('max_age')).toBe('60')
  await named(who.name).waitFor()
  expect(new URL(page.url()).pathname).toBe('/my/leave')
  await askForTheEnd()
})

test('by keyboard alone, and back out of the question', async () => {
  const who = await somebody()
  await signIn(who, '/my/leave')
  // Who comes back from signing in begins at the heading of the page; a press before that would be nobody's.
  await page.waitForFunction(() => document.activeElement?.matches('main h1') === true)
  await button('注销账户').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.textContent?.trim() === '注销账户')
  await page.keyboard.press('Enter')
  await button('确定注销').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /账户将在/ }).waitFor()
  await button('保留账户').focus()
  await page.keyboard.press('Enter')
  // What came of it has the focus.
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('已经保留') === true)
})

describe('the page', () => {
  test.each([
    ['a phone', { width: 360, height: 740, touch: true }],
    ['a tablet in dark', { width: 768, height: 1024, dark: true }],
    ['a computer in English', { width: 1280, height: 900, locale: 'en-GB' }],
  ] as const)('on %s stands inside of its width and is accessible', async (name, device) => {
    await open(device)
    const who = await somebody()
    await signIn(who, '/my/leave')
    await page.locator('.facts').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    if (process.env['PICTURES'])
      await page.screenshot({
        path: join(process.env['PICTURES'], `leave-${name.replaceAll(' ', '-')}.png`),
        fullPage: true,
      })
  })
})
