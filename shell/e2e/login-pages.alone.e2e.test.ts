// Every page of signing in, in a browser: accessible, by keyboard, without scripts, in each mode, language and width.
import { openStore, type Store } from '@shuxiang/embedded-store'
import { codeOf, drawSecret, stepAt } from '@shuxiang/identity/people'
import { servePages, type ServedPages } from '@shuxiang/identity/pages/testing'
import { MongoClient } from 'mongodb'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { faultsInEveryMode } from './modes.ts'
import { openReader, type Device, type Reader } from './reader.ts'

const password = 'horse battery'
const secret = drawSecret()
let folder: string
let store: Store
let client: MongoClient
let served: ServedPages
let browser: Browser
let n = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'login-pages-'))
  store = await openStore({ dataDir: folder })
  client = new MongoClient(store.uri)
  browser = await launch()
  served = await servePages(client.db('login'))
  const reader = await served.people.create({
    username: 'n330110/1001',
    password,
    attributes: { display_name: '林晚晴' },
  })
  const staff = await served.people.create({ username: 'n33/admin-1', password })
  await served.people.create({
    username: 'n33/new-1',
    password,
    requiredActions: ['UPDATE_PASSWORD', 'CONFIGURE_TOTP'],
  })
  if (reader === 'taken' || staff === 'taken') throw new Error('a name is taken')
  await served.people.enrolDevice(staff.id, secret, codeOf(secret, stepAt(served.clock.now) - 1))
  await served.people.addName(reader.id, 'ndl/2002')
})
afterAll(async () => {
  await browser.close()
  await served.close()
  await client.close()
  await store.close()
  await rm(folder, { recursive: true })
})
// Each test comes from the same address: its failures are an hour old for the next.
beforeEach(() => {
  served.clock.now += 3_600_000
})

const press = (page: Page): Promise<void> => page.locator('form.login button[value=go]').click()
const signIn = async (page: Page, username = 'n330110/1001'): Promise<void> => {
  await page.goto('/begin')
  await page.fill('#card', username)
  await page.fill('#password', password)
  await press(page)
}

/** How each page is reached, by the way a reader would. */
const ways: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'sign-in': (page) => page.goto('/begin'),
  'sign-in of a site': (page) => page.goto('/begin?client=site-n33'),
  'sign-in with faults': async (page) => {
    await page.goto('/begin')
    await page.fill('#library', '西湖')
    await press(page)
  },
  'sign-in refused': async (page) => {
    await page.goto('/begin')
    await page.fill('#card', 'n330110/4040')
    await page.fill('#password', 'wrong')
    await press(page)
  },
  'one-time code': (page) => page.goto('/begin?as=n33/admin-1&acr=2'),
  'one-time code refused': async (page) => {
    await page.goto('/begin?as=n33/admin-1&acr=2')
    await page.fill('#code', '12')
    await press(page)
  },
  'no device': (page) => page.goto('/begin?as=n330110/1001&acr=2'),
  'new password': (page) => signIn(page, 'n33/new-1'),
  activation: (page) => page.goto('/realms/ndl/login-actions/activate'),
  'activation with faults': async (page) => {
    await page.goto('/realms/ndl/login-actions/activate')
    await page.fill('#card', '1оо1')
    await page.fill('#chosen', '12345678')
    await press(page)
  },
  account: async (page) => {
    await signIn(page)
    await page.goto('/realms/ndl/account')
  },
  'change of password': async (page) => {
    await signIn(page)
    await page.goto('/realms/ndl/account/password')
  },
  device: async (page) => {
    await signIn(page)
    await page.goto('/realms/ndl/account/device')
  },
  'further card': async (page) => {
    await signIn(page)
    await page.goto('/realms/ndl/account/card')
  },
  'sign-out': (page) => page.goto('/sign-out'),
  'signed out': (page) => page.goto('/signed-out'),
  'error of the protocol': (page) => page.goto('/error'),
  'sign-in that is over': (page) => page.goto('/realms/ndl/login-actions/authenticate?uid=gone'),
}

interface Look extends Device {
  readonly mode?: string
  readonly scale?: string
}

const openAs = async (look: Look): Promise<Reader> => {
  const reader = await openReader(browser, served.origin, look)
  const kept = { sx_mode: look.mode, sx_scale: look.scale }
  for (const [name, value] of Object.entries(kept))
    if (value !== undefined) await reader.context.addCookies([{ name, value, url: served.origin }])
  return reader
}

describe.each([
  ['Chinese', 'zh-CN', true],
  ['English', 'en-GB', false],
] as const)('in %s', (_name, locale, colours) => {
  test.each(Object.keys(ways))(
    'the page "%s" is accessible, whole and large enough to press in every mode',
    async (name) => {
      const reader = await openAs({ width: 360, height: 740, locale })
      try {
        await ways[name]?.(reader.page)
        expect(await reader.page.locator('h1').count()).toBe(1)
        expect(await faultsInEveryMode(reader.page, { colours })).toEqual([])
        // A page of trouble is an error to the browser's console; nothing else may be.
        expect(reader.errors.filter((error) => !/status of (400|403)/.test(error))).toEqual([])
      } finally {
        await reader.close()
      }
    },
  )
})

test('a page comes in the mode that the device wants, or the reader has chosen', async () => {
  const paper = (page: Page): Promise<string> =>
    page.evaluate(
      () => getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color,
    )
  const seen = new Set<string>()
  for (const look of [{}, { dark: true }, { mode: 'contrast' }, { mode: 'dark', scale: 'large' }]) {
    const reader = await openAs(look)
    try {
      await reader.page.goto('/begin')
      seen.add(await paper(reader.page))
      expect(await reader.page.locator('html').getAttribute('data-scale')).toBe(look.scale ?? null)
      expect(await violations(reader.page)).toEqual([])
    } finally {
      await reader.close()
    }
  }
  // The device's dark is the dark that can be chosen.
  expect(seen.size).toBe(3)
})

/** A browser moves the focus of a new page when it first draws it, which may be after the page has loaded. */
async function focusOn(page: Page, id: string): Promise<void> {
  await page.waitForSelector(`#${id}:focus`)
}

describe('by keyboard', () => {
  /** What has the focus: its id, or its text; and whether that shows. */
  const focused = (page: Page): Promise<{ what: string; shown: boolean }> =>
    page.evaluate(`(() => {
      const element = document.activeElement
      const style = getComputedStyle(element)
      return {
        what: element.id || element.textContent.trim(),
        shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      }
    })()`)

  test.each(Object.keys(ways))(
    'the page "%s" is walked through from mark to end, and the focus shows',
    async (name) => {
      const { page, close } = await openAs({ width: 1280 })
      try {
        await ways[name]?.(page)
        // Where a reader is after the address bar: at the first thing of the page.
        await page.locator('.skip').focus()
        const wanted = await page
          .locator(
            'a[href], button:not([tabindex]), input:not([type=hidden]):not([tabindex]):not([type=radio])',
          )
          .evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).length)
        const seen = [(await focused(page)).what]
        while (seen.length < wanted) {
          await page.keyboard.press('Tab')
          const { what, shown } = await focused(page)
          expect(`${what}: ${shown}`).toBe(`${what}: true`)
          seen.push(what)
        }
        expect(seen[0]).toMatch(/跳到正文|Skip/)
        expect(new Set(seen).size).toBeGreaterThan(2)
      } finally {
        await close()
      }
    },
  )

  test('a reader signs in with Tab and Enter alone; Enter in a field signs in and changes no language', async () => {
    const { page, close } = await openAs({ javaScript: false })
    try {
      await page.goto('/begin')
      await focusOn(page, 'library')
      await page.keyboard.type('余杭')
      await page.keyboard.press('Tab')
      await page.keyboard.type('１００１')
      await page.keyboard.press('Tab')
      await page.keyboard.type(password)
      await page.keyboard.press('Enter')
      expect(await page.locator('#who').textContent()).toBe('n330110/1001')
    } finally {
      await close()
    }
  })

  test('after a fault the focus is on the summary, whose links lead to the fields', async () => {
    const { page, close } = await openAs({ javaScript: false })
    try {
      await page.goto('/begin')
      await focusOn(page, 'library')
      await page.keyboard.press('Enter')
      await focusOn(page, 'faults')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await focusOn(page, 'library')
    } finally {
      await close()
    }
  })
})

test('a screen reader hears label, hint and fault of a field', async () => {
  const { page, close } = await openAs({})
  try {
    await ways['sign-in with faults']?.(page)
    const tree = await page.locator('form.login').ariaSnapshot()
    expect(tree).toContain('textbox "密码"')
    expect(tree).toContain('group "请选一家图书馆"')
    const described = await page
      .locator('#password')
      .evaluate((input) =>
        (input.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent),
      )
    expect(described).toEqual(['请填密码。'])
    expect(await page.locator('#password').getAttribute('aria-invalid')).toBe('true')
  } finally {
    await close()
  }
})

test('names are offered while typing, a password is shown on request, and pasting works', async () => {
  const { page, context, close, errors } = await openAs({})
  try {
    await page.goto('/begin')
    await expect.poll(() => page.locator('#libraries option').count()).toBeGreaterThan(20)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin })
    await page.fill('#card', password)
    await page.locator('#card').press('Control+A')
    await page.locator('#card').press('Control+X')
    await page.locator('#password').press('Control+V')
    expect(await page.inputValue('#password')).toBe(password)
    await page.getByLabel('显示密码').check()
    expect(await page.getAttribute('#password', 'type')).toBe('text')
    expect(errors).toEqual([])
  } finally {
    await close()
  }
})

test('with the sheet and the script away the page still signs in', async () => {
  const { page, close } = await openAs({})
  try {
    await page.route(/resources/, (route) => route.abort())
    await signIn(page)
    expect(await page.locator('#who').textContent()).toBe('n330110/1001')
  } finally {
    await close()
  }
})

test('a reader with a card but no account opens one in the midst of signing in', async () => {
  const card = `77${n++}`
  await served.cards.put([{ library: 'n330110', card, holder: '周小禾', ageBand: '14-17' }])
  const code = (await served.cards.issueCode(`n330110/${card}`)) ?? ''
  const { page, close } = await openAs({ javaScript: false })
  try {
    await page.goto('/begin')
    await page.getByRole('link', { name: '用激活码开通读者证' }).click()
    await page.fill('#library', '余杭区')
    await page.fill('#card', card)
    await page.fill('#activation', code.toLowerCase())
    await page.fill('#chosen', '半亩方塘，一鉴开')
    await page.fill('#repeat', '半亩方塘，一鉴开')
    await press(page)
    expect(await page.locator('#who').textContent()).toBe(`n330110/${card}`)
  } finally {
    await close()
  }
})
