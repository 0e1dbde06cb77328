// What microfrontends offer on pages of blocks, in the running product: on the portal and on a library's own published site.
import { join } from 'node:path'
import { connectStore } from '@shuxiang/product/store'
import { askPublication } from '../../graphql-gateway/subgraphs/sites/content.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'
import { demoPeople, typeCredentials, type Demo } from './people.ts'
import { type Product, imported, startProduct, waitFor } from './product.ts'
import { type Device, type Reader, interactive, openReader } from './reader.ts'

const RECORDS = 200
const code = 'n440305'
const path = '/about'
let product: Product
let browser: Browser
let people: Demo[]

/** A page with the shelf, and with what nobody offers under a librarian's title. */
const part = (offer: string, title?: object) => ({
  ...{ type: 'part-of-service', v: 1, slots: {} },
  fields: { offer, ...(title && { title }) },
})
const documentWith = (shelfTitle?: object): string =>
  JSON.stringify({
    schema: 1,
    meta: { title: { 'zh-CN': '关于', en: 'About' } },
    root: ['shelf', 'lost', 'going', 'text'],
    blocks: {
      shelf: part('account/shelf', shelfTitle),
      going: { type: 'go-on', v: 1, fields: { title: { 'zh-CN': '接着读' } }, slots: {} },
      lost: part('nobody/there', { 'zh-CN': '没有的服务', en: 'What is not there' }),
      text: {
        ...{ type: 'rich-text', v: 1, slots: {} },
        fields: { body: { 'zh-CN': [{ type: 'paragraph', runs: [{ text: '每天开放。' }] }] } },
      },
    },
  })

interface Finding {
  readonly rule: string
  readonly page: string
  readonly block: string
}
/** Of the publication with that page. */
let findings: readonly Finding[] = []

const places = [
  ['the portal', 0],
  ['a site of a library', 1],
] as const
const origin = (of: number): string =>
  of === 0 ? product.origin : product.origin.replace('//', `//${code}.`)

beforeAll(async () => {
  product = await startProduct({ firstImport: RECORDS, identityHost: '127.0.0.1' })
  await imported(product, RECORDS)
  people = await demoPeople(product)
  const { db, close } = await connectStore({
    ...{ mongoUri: null, dataDir: product.dataDir, appName: 'offered-parts', patience: 10_000 },
  })
  const at = new Date()
  await db
    .collection<{ _id: string }>('pages')
    .updateOne({ _id: path }, { $set: { rev: 1, document: documentWith(), updatedAt: at } }, { upsert: true })
  await db
    .collection('site_pages')
    .updateOne(
      { site: code, path },
      { $set: { document: documentWith({ 'zh-CN': '我的书架', en: 'My shelf' }) } },
    )
  await askPublication(db, { site: code, by: null, at })
  await waitFor(
    async () => {
      const newest = await db
        .collection<{ state: string; findings?: Finding[] }>('site_publications')
        .findOne({ site: code }, { sort: { number: -1 } })
      findings = newest?.findings ?? []
      return newest?.state === 'live'
    },
    60_000,
    () => `The site was not published: ${JSON.stringify(findings)}`,
  )
  await close()
  browser = await launch()
  // The shell keeps what it knows of a site for two seconds.
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  await waitFor(
    async () => (await page.goto(`${origin(1)}${path}`), (await shelf(page).count()) === 1),
    10_000,
    () => 'The page of the site has no shelf.',
  )
  await page.close()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop({ forget: true })
})

async function visit(of: number, device: Device, look: (page: Page, reader: Reader) => Promise<void>) {
  const reader = await openReader(browser, origin(of), device)
  try {
    await reader.page.goto(path)
    if (device.javaScript !== false) await interactive(reader.page)
    await look(reader.page, reader)
    expect(reader.errors).toEqual([])
  } finally {
    await reader.close()
  }
}
const picture = (page: Page, name: string): Promise<unknown> | undefined =>
  process.env['PICTURES']
    ? page.screenshot({ path: join(process.env['PICTURES'], `${name}.png`) })
    : undefined

/** Puts the first works of a search onto the shelf of this browser. */
async function keep(page: Page, n: number): Promise<void> {
  await page.goto('/search')
  await interactive(page)
  for (let i = 0; i < n; i++) {
    const button = page.locator('.found .corner button').nth(i)
    // A press takes off what is kept, in an account that another test used before.
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
  }
  await page.goto(path)
  await interactive(page)
}

const shelf = (page: Page) => page.locator('[data-mfe=account] .room')

describe.each(places)('on %s', (_place, of) => {
  test.each([
    [360, 'zh-CN', false],
    [360, 'en-GB', true],
    [1280, 'zh-CN', true],
    [1280, 'en-GB', false],
  ] as const)('the shelf stands at %i px in %s, empty and full', async (width, locale, dark) => {
    await visit(of, { width, locale, dark }, async (page) => {
      const say = locale === 'en-GB' ? 'Put on shelf' : '放入书架'
      const name = `${of}-${width}-${locale}`
      expect(await shelf(page).innerText()).toContain(say)
      expect(await page.locator('main').innerText()).not.toMatch(/没有的服务|What is not there/)
      expect(await violations(page)).toEqual([])
      expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
      const empty = await shelf(page).boundingBox()
      await picture(page, `empty-${name}`)
      await keep(page, 6)
      await shelf(page).locator('li').nth(5).waitFor()
      expect(await shelf(page).innerText()).not.toContain(say)
      expect((await shelf(page).boundingBox())?.height).toBe(empty?.height)
      expect(await violations(page)).toEqual([])
      expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
      await picture(page, `full-${name}`)
    })
  })

  test('what was not read to its end on this device stands there, and nowhere else', async () => {
    await visit(of, { width: 360, height: 740 }, async (page) => {
      expect(await page.locator('.go-on').boundingBox()).toMatchObject({ height: 0 })
      const chapter = { chapter: 3, chapters: 20, part: '八佾篇', anchor: 'p2', percent: 40 }
      const opened = {
        ...{ recordId: 'b1', title: '论语', by: '孔子', kind: 'book', language: 'lzh', ...chapter },
        ...{ at: '2026-11-02T08:00:00.000Z', text: null, reader: null },
      }
      await page.evaluate(
        (kept) => localStorage.setItem('shuxiang.reading-history', kept),
        JSON.stringify({ version: 1, opened: [opened], unwanted: [], like: [] }),
      )
      await page.reload()
      const link = page.locator('.go-on').getByRole('link', { name: '论语' })
      await link.waitFor()
      expect(await link.getAttribute('href')).toBe('/item/b1?part=3#p2')
      expect(await violations(page)).toEqual([])
      expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
    })
  })

  test('by keyboard the last of the shelf is reached, seen and opened', async () => {
    await visit(of, { width: 360, height: 740 }, async (page) => {
      await keep(page, 8)
      await shelf(page).locator('li').nth(7).waitFor()
      await shelf(page).locator('a').first().focus()
      for (let i = 0; i < 7; i++) await page.keyboard.press('Tab')
      const last = shelf(page).locator('li a').nth(7)
      expect(await last.evaluate((link) => link === document.activeElement)).toBe(true)
      const box = await last.boundingBox()
      expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/item/**')
    })
  })

  test('nothing moves when the shelf comes to life', async () => {
    await visit(of, { width: 360, height: 740 }, async (page) => {
      await keep(page, 3)
      await page.addInitScript(() => {
        Object.assign(window, { shift: 0 })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            Object.assign(window, { shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value') })
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.reload()
      await interactive(page)
      await shelf(page).locator('li').nth(2).waitFor()
      expect(await page.evaluate(() => Reflect.get(window, 'shift'))).toBe(0)
    })
  })

  test('it goes when the reader does, and is there again when they come back', async () => {
    await visit(of, {}, async (page) => {
      await shelf(page).locator('a').click()
      await page.waitForURL('**/search')
      await page.locator('.found .corner').first().waitFor({ state: 'attached' })
      expect(
        await page
          .locator('[data-extension]')
          .filter({ has: page.locator('.room') })
          .count(),
      ).toBe(0)
      await page.goBack()
      await shelf(page).waitFor()
    })
  })

  test('without scripts there is the sentence and the way to the search', async () => {
    await visit(of, { javaScript: false, width: 360 }, async (page) => {
      expect(await shelf(page).innerText()).toContain('放入书架')
      await shelf(page).locator('a').click()
      expect(new URL(page.url()).pathname).toBe('/search')
    })
  })

  test('of whose code nothing comes leaves what the server wrote', async () => {
    const reader = await openReader(browser, origin(of), {})
    await reader.page.route(/page-offer-v1/, (route) => route.abort())
    await reader.page.goto(path)
    await interactive(reader.page)
    expect(await shelf(reader.page).innerText()).toContain('放入书架')
    expect(await reader.page.locator('main').innerText()).toContain('每天开放')
    await reader.close()
  })

  test('of whoever signs in it is the shelf of their account', async () => {
    const [person] = people
    if (!person) throw new Error('The product has no reader to try.')
    await visit(of, {}, async (page) => {
      await page.locator('[data-account] a').first().click()
      await page.waitForURL(`${product.identity}/**`)
      await typeCredentials(page, person)
      await page.waitForURL(`${origin(of)}${path}`)
      await interactive(page)
      await page.locator('[data-account] summary', { hasText: person.name }).waitFor()
      await keep(page, 2)
      await shelf(page).locator('li').nth(1).waitFor()
      expect(await page.evaluate(() => localStorage.getItem('shuxiang.my-library'))).toBeNull()
      await shelf(page).getByRole('link', { name: '打开我的书房' }).click()
      await page.waitForURL(`${origin(of)}/my`)
    })
  })
})

test('the other pages of the site are as they were published, without a script', async () => {
  const page = await browser.newPage({ baseURL: origin(1) })
  for (const other of ['/', '/visit']) {
    const served = await page.goto(other)
    expect(served?.headers()['content-security-policy']).toMatch(/^default-src 'none'/)
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
  }
  await page.close()
})

test('before it was published, somebody was told of what nobody offers', () => {
  expect(findings.filter(({ rule }) => rule === 'offers')).toMatchObject([{ page: path, block: 'lost' }])
})
