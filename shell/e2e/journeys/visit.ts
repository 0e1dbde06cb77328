// A browser of somebody who signs in: one page for each test, and what the tests of signing in look at.
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { launch } from '../chromium.ts'
import { typeCredentials } from '../people.ts'
import { interactive, openReader, type Device, type Reader } from '../reader.ts'
import type { World } from './world.ts'

/** The page of the test that runs; `where` is another page of the same browser. */
export interface Visit {
  readonly world: World
  readonly browser: Browser
  readonly opened: Reader
  readonly page: Page
  /** Another browser in its place. */
  open(device?: Device): Promise<void>
  /** The place in the masthead that says who is signed in. */
  account(where?: Page): Locator
  /** The reader's name there. */
  named(where?: Page): Locator
  /** A sentence above the page. */
  notice(text: string, where?: Page): Locator
  /** Without a pointer, which would scroll the page to its top. */
  press(selector: string, where?: Page): Promise<void>
  /** The words of the search in the masthead. */
  words(where?: Page): Locator
  /** From the page at `path` to the provider and back. */
  signInFrom(path: string, where?: Page): Promise<void>
  signOut(where?: Page): Promise<void>
}

/** Declares the hooks of a file whose tests walk through `world`. */
export function visits(world: World): Visit {
  let browser: Browser
  let opened: Reader | null = null
  const page = (): Page => {
    if (opened === null) throw new Error('There is a page within a test only.')
    return opened.page
  }
  const visit: Visit = {
    world,
    get browser() {
      return browser
    },
    get opened() {
      if (opened === null) throw new Error('There is a browser within a test only.')
      return opened
    },
    get page() {
      return page()
    },
    async open(device = {}) {
      await opened?.close()
      opened = await openReader(browser, world.origin, device)
    },
    account: (where = page()) => where.locator('[data-account]'),
    named: (where = page()) => visit.account(where).locator('summary', { hasText: world.reader.name }),
    notice: (text, where = page()) => where.locator('.notice', { hasText: text }),
    press: (selector, where = page()) =>
      where.locator(selector).evaluate((element: HTMLElement) => element.click()),
    words: (where = page()) => where.locator('form[role=search] input').first(),
    async signInFrom(path, where = page()) {
      await where.goto(path)
      await interactive(where)
      await visit.press('[data-account] > a', where)
      await where.waitForURL(`${world.identity}/**`)
      await typeCredentials(where, world.reader)
      await visit.named(where).waitFor()
    },
    async signOut(where = page()) {
      await visit.account(where).locator('summary').click()
      await visit.account(where).locator('[data-sign-out]').click()
      await where.waitForURL(`${world.origin}/auth/signed-out`)
    },
  }
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())
  beforeEach(() => visit.open())
  afterEach(async () => {
    await opened?.close()
    opened = null
  })
  return visit
}

/** Everything that a page, its tab and its browser keep. */
export async function keeps(page: Page, context: BrowserContext): Promise<string> {
  const kept = await page.evaluate(async () => [
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href]),
    (await caches.keys()).join(),
    String((await navigator.serviceWorker.getRegistrations()).length),
    (await indexedDB.databases()).map(({ name }) => name).join(),
  ])
  return JSON.stringify([kept, await context.cookies(new URL(page.url()).origin)])
}

/** A JSON Web Token, whole or begun. */
export const TOKEN = /eyJ[\w-]{10,}/

/** The clock of the page is six minutes ahead from now on: longer than a token lives. */
export const later = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + 360_000
    Date.prototype.getTime = ((time) =>
      function (this: Date) {
        return time.call(this) + 360_000
      })(Date.prototype.getTime)
  })

/** The clock of the whole device is off by so many milliseconds, before any page is opened. */
export async function clockOff(context: BrowserContext, by: number): Promise<void> {
  await context.addInitScript(`{
    const Real = Date
    globalThis.Date = class Date extends Real {
      constructor(...given) {
        if (given.length === 0) super(Real.now() + ${by})
        else super(...given)
      }
      static now() {
        return Real.now() + ${by}
      }
    }
  }`)
}
