// The tab dies at every step of saving: before the device has the words and after, before the request goes, under way, with the
// answer lost, and with the answer stored. Opened again it has everything but what was typed in the last moment, and saves it.
import type { APIResponse, Browser, BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNewSite } from './at-work.ts'
import { launch } from './chromium.ts'
import { interactive } from './reader.ts'

const library = 'n330203'
const address = `/console/edit/${library}`
let browser: Browser
let context: BrowserContext
let page: Page
/** As it was stored before the last edit. */
let before = ''

beforeAll(async () => {
  browser = await launch()
  const reader = await openNewSite(browser, library)
  ;({ page, context } = reader)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(address)
  await opened()
  await page.getByRole('button', { name: '添加版块' }).click()
  await page.locator('dialog [data-type=quotation]').click()
  await words().waitFor()
  await saved()
  before = await words().inputValue()
}, 180_000)
afterAll(() => browser.close())

async function opened(): Promise<void> {
  await interactive(page)
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
}
const saved = () => page.locator('.saved[data-state=saved]').waitFor({ timeout: 20_000 })
const words = () => page.getByRole('textbox', { name: '引文' })
const isSaving = (route: Route) => route.request().postData()?.includes('SavePage') ?? false

/** Not a polite close: the process of the page ends, and nothing in it is told. */
async function kill(): Promise<void> {
  const protocol = await context.newCDPSession(page)
  const gone = page.waitForEvent('crash')
  protocol.send('Page.crash').catch(() => {})
  await gone
  await page.close({ runBeforeUnload: false })
}

async function openAgain(): Promise<string> {
  page = await context.newPage()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(address)
  await opened()
  await page.locator('.outline .row', { hasText: '引文' }).first().locator('.name').click()
  await saved()
  return words().inputValue()
}

/** Resolves when a request that saves is under way, and does with it what is said. */
function atSaving(does: (route: Route) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    void page.route('**/graphql', (route) => {
      if (!isSaving(route)) return route.fallback()
      does(route).then(resolve, reject)
      return undefined
    })
  })
}

/** The draft that the device keeps has this text. */
const onDevice = (text: string) =>
  page.evaluate(
    (wanted) =>
      new Promise<boolean>((resolve, reject) => {
        const request = indexedDB.open('shuxiang-editor')
        request.onerror = () => reject(request.error ?? new Error('no database'))
        request.onsuccess = () => {
          const all = request.result.transaction('drafts').objectStore('drafts').getAll()
          all.onerror = () => reject(all.error ?? new Error('no answer'))
          all.onsuccess = () => {
            request.result.close()
            resolve(all.result.some((one) => String(one).includes(wanted)))
          }
        }
      }),
    text,
  )

/** The store has taken what was sent. Errors: `Error` where it has not. */
async function taken(route: Route): Promise<APIResponse> {
  const response = await route.fetch({ headers: await route.request().allHeaders() })
  const answer: { readonly data?: { readonly savePage?: unknown } | null } = await response.json()
  if (!answer.data?.savePage) throw new Error('the store took nothing')
  return response
}

interface Step {
  /** The last edit may be gone. */
  readonly some?: true
  /** Begins to watch before the text is typed; what comes of it resolves when the tab has to die. */
  watch(text: string): () => Promise<void>
}
const atRequest = (does: (route: Route) => Promise<void>) => (): (() => Promise<void>) => {
  const reached = atSaving(does)
  return () => reached
}

const steps: Readonly<Record<string, Step>> = {
  'as the words are in memory only': { some: true, watch: () => async () => {} },
  'when the device has them and no request went': {
    watch: (text) => () => expect.poll(() => onDevice(text)).toBe(true),
  },
  'when the request has left and not arrived': { watch: atRequest((route) => route.abort()) },
  'when the request has arrived and no answer comes': {
    watch: atRequest(async (route) => void (await taken(route))),
  },
  'when the answer is under way': {
    watch: atRequest(async (route) => {
      const response = await taken(route)
      void route.fulfill({ response }).catch(() => {})
    }),
  },
  'when the answer is stored': {
    watch: () => async () => {
      await page.locator('.saved:not([data-state=saved])').waitFor()
      await saved()
    },
  },
}

for (const [name, { some, watch }] of Object.entries(steps))
  test(`a tab that dies ${name} loses ${some ? 'one edit at most' : 'nothing'}`, async () => {
    const text = `写到这里：${name}`
    const reached = watch(text)
    await words().fill(text)
    await reached()
    await kill()
    const found = await openAgain()
    if (some) expect([before, text]).toContain(found)
    else expect(found).toBe(text)
    before = found
    // The page is whole and drawn.
    await page.frameLocator('.canvas iframe').getByText(found).first().waitFor()
  })

test('after all of them the page has each block once, and the store what is seen', async () => {
  const rows = await page.locator('.outline .row', { hasText: '引文' }).count()
  expect(rows).toBe(1)
  expect(await page.locator('.cards .card').count()).toBe(0)
})
