// A reader's way into a session and out of it, with the real provider; and what must never be seen of it.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { typeCredentials } from './people.ts'
import { firstFound } from './records.ts'
import { interactive, openReader, type Device, type Reader } from './reader.ts'

const origin = inject('origin')
const identity = inject('identity')
const [lin] = inject('people')
if (!lin) throw new Error('The product has no reader to try.')
const reader = lin
let browser: Browser
let opened: Reader
let page: Page

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
beforeEach(() => open())
afterEach(() => opened.close())

async function open(device: Device = {}): Promise<void> {
  await opened?.close()
  opened = await openReader(browser, origin, device)
  page = opened.page
}

const account = (where = page) => where.locator('[data-account]')
const named = (where = page) => account(where).locator('summary', { hasText: reader.name })
const notice = (text: string, where = page) => where.locator('.notice', { hasText: text })
/** Without a pointer, which would scroll the page to its top. */
const press = (selector: string, where = page) =>
  where.locator(selector).evaluate((element: HTMLElement) => element.click())

async function signInFrom(path: string, where = page): Promise<void> {
  await where.goto(path)
  await interactive(where)
  await press('[data-account] > a', where)
  await where.waitForURL(`${identity}/**`)
  await typeCredentials(where, reader)
  await named(where).waitFor()
}

/** Everything that a page, its tab and its browser keep. */
const keeps = (context: BrowserContext): Promise<string> =>
  Promise.all([
    page.evaluate(async () => [
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href]),
      (await caches.keys()).join(),
      String((await navigator.serviceWorker.getRegistrations()).length),
      (await indexedDB.databases()).map(({ name }) => name).join(),
    ]),
    context.cookies(origin),
  ]).then((all) => JSON.stringify(all))

/** A JSON Web Token, whole or begun. */
const TOKEN = /eyJ[\w-]{10,}/

describe('a visitor', () => {
  test('asks the provider nothing and loads nothing of it', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    for (const path of ['/', '/search?q=明月', await firstFound(origin, '静夜思', 'poem')]) {
      await page.goto(path)
      await interactive(page)
      await page.waitForLoadState('networkidle')
    }
    expect(asked.filter((url) => url.startsWith(identity) || /runtime\/auth\./.test(url))).toEqual([])
    expect(await account().locator('a').getAttribute('href')).toMatch(/^\/auth\/sign-in\?to=%2Fitem%2F/)
  })

  test('without scripts is told why signing in needs them, and can read on', async () => {
    await open({ javaScript: false })
    await page.goto('/search?q=明月')
    await account().locator('a').click()
    expect(await page.locator('main').innerText()).toContain('JavaScript')
    await page.locator('main a').click()
    expect(page.url()).toBe(`${origin}/search?q=%E6%98%8E%E6%9C%88`)
  })
})

describe('by keyboard', () => {
  test.each([
    ['zh-CN', '登录', '退出登录', '您已退出登录'],
    ['en-GB', 'Sign in', 'Sign out', 'You are signed out'],
  ] as const)(
    'in %s a reader signs in from a record, comes back to it, and signs out',
    async (locale, signIn, signOut, signedOut) => {
      await open({ locale })
      const record = await firstFound(origin, '静夜思', 'poem')
      await page.goto(record)
      await interactive(page)
      const before = await page.locator('.nav').boundingBox()
      await page.getByRole('link', { name: signIn }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(`${identity}/**`)
      await typeCredentials(page, reader)
      await named().waitFor()
      expect(new URL(page.url()).pathname).toBe(new URL(record, origin).pathname)
      await page.locator('main h1').waitFor()
      // Who reads is known later than the page; nothing may have moved.
      expect(await page.locator('.nav').boundingBox()).toEqual(before)

      await account().locator('summary').focus()
      await page.keyboard.press('Enter')
      expect(await account().innerText()).toContain(reader.username)
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      expect(await account().locator('details').getAttribute('open')).toBeNull()
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: signOut }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(`${origin}/auth/signed-out`)
      expect(await page.locator('h1').innerText()).toBe(signedOut)
      expect(await violations(page)).toEqual([])
      expect(opened.errors).toEqual([])
    },
  )

  test('the session is found again after a load, without a word of the provider in between', async () => {
    await signInFrom('/')
    await page.reload()
    await named().waitFor()
    expect(page.url()).toBe(`${origin}/`)
  })
})

describe('where the reader was', () => {
  test('is where they come back to: path, height, and what they typed', async () => {
    await page.goto('/search?q=明月')
    await interactive(page)
    await page.evaluate(() => {
      const secret = Object.assign(document.createElement('input'), { name: 'secret', type: 'password' })
      document.querySelector('main')?.append(secret)
      secret.value = 'never-to-be-kept'
      scrollTo(0, 420)
    })
    await page
      .locator('form[role=search] input')
      .first()
      .evaluate((input: HTMLInputElement) => {
        input.value = '明月几时'
        input.dispatchEvent(new Event('input', { bubbles: true }))
      })
    const top = await page.evaluate(() => scrollY)
    await press('[data-account] > a')
    await page.waitForURL(`${identity}/**`)
    await page.goBack()
    await interactive(page)
    expect(await keeps(opened.context)).not.toContain('never-to-be-kept')
    await expect.poll(() => page.locator('form[role=search] input').first().inputValue()).toBe('明月几时')
    await page.evaluate((to) => scrollTo(0, to), top)
    await press('[data-account] > a')
    await page.waitForURL(`${identity}/**`)
    await typeCredentials(page, reader)
    await named().waitFor()
    expect(page.url()).toBe(`${origin}/search?q=%E6%98%8E%E6%9C%88`)
    await expect.poll(() => page.locator('form[role=search] input').first().inputValue()).toBe('明月几时')
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(top)
    // Once: the next page is not given it again.
    expect(await page.evaluate(() => sessionStorage.getItem('shuxiang.place'))).toBeNull()
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/auth/callback',
    'javascript:alert(1)',
  ])('%s is no such place: the reader comes home', async (to) => {
    await page.goto(`/auth/sign-in?to=${encodeURIComponent(to)}`)
    await page.waitForURL(`${identity}/**`)
    await typeCredentials(page, reader)
    await named().waitFor()
    expect(page.url()).toBe(`${origin}/`)
  })
})

test('a name that comes with the way to sign in is there already, and only the password is typed', async () => {
  await page.goto(`/auth/sign-in#name=${encodeURIComponent(reader.username)}`)
  await page.waitForURL(`${identity}/**`)
  const card = reader.username.split('/').at(-1) ?? ''
  expect(await page.locator('[name=card]').inputValue()).toBe(card)
  await page.locator('[name=password]').fill(reader.password)
  await page.locator('[name=password]').press('Enter')
  await named().waitFor()
  expect(page.url()).toBe(`${origin}/`)
})

describe('an answer to no question of ours', () => {
  test.each([
    ['forged', '#state=4a1f6a44-0000-4000-8000-000000000000&code=stolen'],
    ['of an error', '#state=4a1f6a44-0000-4000-8000-000000000000&error=server_error'],
    ['empty', ''],
  ])('%s signs nobody in, leaves the address clean and says what to do', async (_name, hash) => {
    await page.goto(`/auth/callback${hash}`)
    await page.getByRole('heading', { name: '登录没有完成' }).waitFor()
    expect(page.url()).toBe(`${origin}/auth/callback`)
    expect(await account().locator('a').innerText()).toBe('登录')
    expect(await violations(page)).toEqual([])
  })

  test('used a second time does not sign in again', async () => {
    let callback = ''
    page.on('request', (request) => {
      if (request.url().includes('/auth/callback')) callback = request.url()
    })
    page.on('framenavigated', (frame) => {
      if (frame.url().includes('/auth/callback#')) callback = frame.url()
    })
    await signInFrom('/')
    const other = await opened.context.newPage()
    await other.goto(callback)
    await other.getByRole('heading', { name: '登录没有完成' }).waitFor()
    expect(callback).toContain('code=')
  })
})

describe('a token', () => {
  test('is in no storage, address, referrer, cookie, log or worker', async () => {
    const seen: string[] = []
    opened.context.on('request', (request) => {
      const { referer = '' } = request.headers()
      seen.push(request.url(), referer)
    })
    page.on('framenavigated', (frame) => seen.push(frame.url()))
    await signInFrom('/search?q=明月')
    await page.reload()
    await named().waitFor()
    expect(await keeps(opened.context)).not.toMatch(TOKEN)
    await account().locator('summary').click()
    await account().locator('[data-sign-out]').click()
    await page.waitForURL(`${origin}/auth/signed-out`)
    expect(await keeps(opened.context)).not.toMatch(TOKEN)
    expect(seen.filter((text) => TOKEN.test(text))).toEqual([])
    const logs = join(inject('dataDir'), 'logs')
    for (const file of readdirSync(logs))
      expect(TOKEN.exec(readFileSync(join(logs, file), 'utf8'))?.[0]).toBeUndefined()
  })

  test('is in nothing that a microfrontend can reach', async () => {
    await page.addInitScript(() => {
      // What a page of an intruder inside the portal would try: every message, and everything global.
      const heard: unknown[] = []
      addEventListener('message', ({ data }) => heard.push(data))
      new BroadcastChannel('shuxiang.session').onmessage = ({ data }) => heard.push(data)
      Object.assign(window, { heard })
    })
    await signInFrom('/')
    await page.reload()
    await named().waitFor()
    const reach = await page.evaluate(() => {
      const found: string[] = []
      for (const name of Object.getOwnPropertyNames(window)) {
        const value: unknown = Reflect.get(window, name)
        if (typeof value === 'string') found.push(value)
        if (/keycloak/i.test(name)) found.push(`eyJ-a-global-${name}`)
      }
      return JSON.stringify([found, Reflect.get(window, 'heard'), document.documentElement.outerHTML])
    })
    expect(reach).not.toMatch(TOKEN)
  })

  test('goes with what a page asks the gateway, and nowhere else', async () => {
    await signInFrom('/')
    const carried: string[] = []
    page.on('request', (request) => {
      if (request.headers()['authorization']) carried.push(new URL(request.url()).pathname)
    })
    await interactive(page)
    const box = page.locator('form[role=search] input').first()
    await box.fill('明月')
    await box.press('Enter')
    await page.getByTestId('result-count').waitFor()
    expect(new Set(carried)).toEqual(new Set(['/graphql']))
  })
})

describe('several windows', () => {
  test('signing out in one is seen in the others, which keep what was typed', async () => {
    await signInFrom('/')
    const other = await opened.context.newPage()
    await other.goto('/search?q=明月')
    await named(other).waitFor()
    await other.locator('form[role=search] input').first().fill('明月几时有')
    await account().locator('summary').click()
    await account().locator('[data-sign-out]').click()
    await notice('您已在另一个窗口退出登录。', other).waitFor()
    expect(await account(other).locator('a').innerText()).toBe('登录')
    expect(await other.locator('form[role=search] input').first().inputValue()).toBe('明月几时有')
    expect(await violations(other)).toEqual([])
  })

  test('two that refresh at once both stay signed in', async () => {
    await signInFrom('/')
    const other = await opened.context.newPage()
    await other.goto('/')
    await named(other).waitFor()
    const refreshed: number[] = []
    for (const one of [page, other])
      one.on('response', (response) => {
        if (response.url().endsWith('/token')) refreshed.push(response.status())
      })
    await Promise.all(
      [page, other].map(async (one) => {
        await later(one)
        // Several questions at once: one refresh serves them all.
        await interactive(one)
        const box = one.locator('form[role=search] input').first()
        await box.fill('明月')
        await box.press('Enter')
        await one.getByTestId('result-count').waitFor()
      }),
    )
    expect(refreshed).toEqual([200, 200])
    expect(await Promise.all([named().count(), named(other).count()])).toEqual([1, 1])
  })
})

/** The clock of a page differs by so many milliseconds from now on. */
function shiftClock(by: number): void {
  const now = Date.now.bind(Date)
  Date.now = () => now() + by
  Date.prototype.getTime = ((time) =>
    function (this: Date) {
      return time.call(this) + by
    })(Date.prototype.getTime)
}

/** Longer than a token lives. */
const later = (where: Page): Promise<void> => where.evaluate(shiftClock, 360_000)

test.each([
  ['behind', -300_000],
  ['ahead', 300_000],
])('a reader whose clock is five minutes %s is signed in and is given what is theirs', async (_, by) => {
  await page.addInitScript(shiftClock, by)
  await signInFrom('/')
  const answered = page.waitForResponse(
    (response) =>
      response.url().includes('/graphql') && response.request().headers()['authorization'] !== undefined,
  )
  await page.goto('/my')
  expect((await answered).status()).toBe(200)
  await named().waitFor()
})

test('where frames get no cookies, one redirect finds the session, then a press does, without a password', async () => {
  await signInFrom('/')
  await page.route(`${identity}/**`, async (route) => {
    const request = route.request()
    if (request.frame() === page.mainFrame()) return route.continue()
    // As a browser that blocks cookies of other sites asks.
    const answer = await fetch(request.url(), { redirect: 'manual' })
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    })
  })
  const led: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) led.push(request.url())
  })
  await page.goto('/search?q=明月')
  await page.waitForURL(`${origin}/auth/callback**`)
  await named().waitFor()
  expect(page.url()).toBe(`${origin}/search?q=%E6%98%8E%E6%9C%88`)
  expect(led.filter((url) => url.includes('prompt=none'))).toHaveLength(1)

  // A page that is loaded again and again must come to rest.
  await page.goto('/search?q=明月')
  await interactive(page)
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('shuxiang.signed-in-here')), { timeout: 10_000 })
    .toBeNull()
  expect(await account().locator('a').innerText()).toBe('登录')
  expect(led.filter((url) => url.includes('prompt=none'))).toHaveLength(1)
  await press('[data-account] > a')
  await named().waitFor()
  expect(page.url()).toBe(`${origin}/search?q=%E6%98%8E%E6%9C%88`)
})

test('a session that ends in the middle of a form leaves what was typed, and signing in again brings it back', async () => {
  await signInFrom('/search?q=明月')
  await page.route('**/protocol/openid-connect/token', (route) =>
    route.fulfill({
      status: 400,
      json: { error: 'invalid_grant' },
      headers: { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' },
    }),
  )
  await later(page)
  await page.locator('aside input[type=checkbox]').first().check()
  await notice('登录已到期').waitFor()
  await page.getByTestId('result-count').waitFor()
  await page.unroute('**/protocol/openid-connect/token')
  await page.locator('form[role=search] input').first().fill('明月几时有')
  const here = page.url()
  await page.getByRole('button', { name: '重新登录' }).click()
  await named().waitFor()
  expect(page.url()).toBe(here)
  await expect.poll(() => page.locator('form[role=search] input').first().inputValue()).toBe('明月几时有')
})

describe('a provider that is', () => {
  const away = { 'zh-CN': '登录服务暂时没有回应', 'en-GB': 'The sign-in service does not answer' }
  const faults = {
    down: (where: Page) => where.route(`${identity}/**`, (route) => route.abort('connectionrefused')),
    silent: (where: Page) => where.route(`${identity}/**`, () => {}),
    erroring: (where: Page) =>
      where.route(`${identity}/**`, (route) =>
        route.fulfill({ status: 500, body: 'x', headers: { 'access-control-allow-origin': '*' } }),
      ),
  } as const

  test.each(
    Object.keys(away).flatMap((locale) => Object.keys(faults).map((fault) => [fault, locale] as const)),
  )('%s leaves the page as it is and says so, in %s', async (fault, locale) => {
    const language = locale === 'en-GB' ? 'en-GB' : 'zh-CN'
    await open({ locale: language })
    await page.goto('/search?q=明月')
    await interactive(page)
    const cut = Object.entries(faults).find(([name]) => name === fault)?.[1]
    await cut?.(page)
    await page.locator('form[role=search] input').first().fill('明月几时有')
    await press('[data-account] > a')
    await notice(away[language]).waitFor({ timeout: 6_000 })
    expect(await page.locator('form[role=search] input').first().inputValue()).toBe('明月几时有')
    expect(await violations(page)).toEqual([])
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.getByRole('button', { name: /再试一次|Try again/ }).click()
    await page.waitForURL(`${identity}/**`)
  })

  test.each(Object.keys(faults))(
    '%s does not keep a reader from the page who was signed in',
    async (fault) => {
      await signInFrom('/')
      const cut = Object.entries(faults).find(([name]) => name === fault)?.[1]
      await cut?.(page)
      await page.goto('/search?q=明月')
      await interactive(page)
      await notice(away['zh-CN']).waitFor({ timeout: 8_000 })
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await page.getByRole('button', { name: '再试一次' }).click()
      await named().waitFor()
    },
  )
})

describe.each(['light', 'dark', 'contrast', 'large'] as const)('in %s', (look) => {
  test.each([360, 768, 1280])('at %i pixels the masthead holds, signed out and in', async (width) => {
    await open({ width, height: 800, dark: look === 'dark' })
    const host = new URL(origin).hostname
    if (look === 'contrast' || look === 'large')
      await opened.context.addCookies([
        { name: look === 'large' ? 'sx_scale' : 'sx_mode', value: look, domain: host, path: '/' },
      ])
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    await page.goto('/search?q=明月')
    await interactive(page)
    const before = await page.locator('main').boundingBox()
    expect(await overflow()).toBeLessThanOrEqual(0)
    await signInFrom('/search?q=明月')
    await page.getByTestId('result-count').waitFor()
    expect(await page.locator('main').boundingBox()).toMatchObject({ y: before?.y })
    expect(await overflow()).toBeLessThanOrEqual(0)
    await account().locator('summary').click()
    expect(await violations(page)).toEqual([])
    expect(await overflow()).toBeLessThanOrEqual(0)
  })
})
