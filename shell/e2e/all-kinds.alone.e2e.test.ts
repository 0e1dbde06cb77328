// One record of every installed kind in the running product: its page and its result, in words and accessible.
import { installedKinds } from '@shuxiang/product/subgraphs'
import { connectStore } from '@shuxiang/product/store'
import { archiveFixtures } from '@shuxiang/subgraph-archive/fixtures'
import { upsertMany } from '@shuxiang/subgraph-catalogue/content'
import { kindFixtures } from '@shuxiang/subgraph-catalogue/fixtures'
import { coursesFixtures } from '@shuxiang/subgraph-courses/fixtures'
import { governmentFixtures } from '@shuxiang/subgraph-government/fixtures'
import * as vocabulary from '@shuxiang/vocabulary'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { type Product, imported, startProduct } from './product.ts'
import { type Device, interactive, openReader } from './reader.ts'

const FIRST = 50
const fixtures = [...kindFixtures, ...governmentFixtures, ...coursesFixtures, ...archiveFixtures]
const records = fixtures.map(({ record }) => record)
/** Codes that stand in records, and must not stand on pages. */
const codes = new Set<string>(
  [
    vocabulary.kinds,
    vocabulary.roles,
    vocabulary.dateRoles,
    vocabulary.relationRoles,
    vocabulary.accessPolicies,
    vocabulary.statuses,
    vocabulary.languages,
    vocabulary.frequencies,
    vocabulary.nameTypes,
    vocabulary.identifierSchemes,
    vocabulary.facets,
  ].flatMap((table) => table.map(({ id }) => id)),
)
const inWords = (text: string): boolean => text !== '' && !codes.has(text)

const phone: Device = { width: 360, height: 740, dark: true }
const computer: Device = { width: 1280, height: 900, locale: 'en-GB' }

let product: Product
let browser: Browser

beforeAll(async () => {
  product = await startProduct({ firstImport: FIRST })
  await imported(product, FIRST)
  const store = await connectStore({
    mongoUri: null,
    dataDir: product.dataDir,
    appName: 'all-kinds',
    patience: 10_000,
  })
  const { refused } = await upsertMany(store.db, await installedKinds(), fixtures, new Date())
  await store.close()
  expect(refused).toEqual([])
  await imported(product, FIRST + fixtures.length)
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await product.stop({ forget: true })
})

/** Results are judged with axe elsewhere, for the same elements; pages of records differ by kind. */
async function seen(
  device: Device,
  path: string,
  look: (page: Page) => Promise<void>,
  judged = path.startsWith(vocabulary.recordPath),
): Promise<void> {
  const reader = await openReader(browser, product.origin, device)
  try {
    await reader.page.goto(path)
    await interactive(reader.page)
    if (judged) expect(await violations(reader.page)).toEqual([])
    const overflow = await reader.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, 'pixels wider than the screen').toBeLessThanOrEqual(0)
    await look(reader.page)
    expect(reader.errors).toEqual([])
  } finally {
    await reader.close()
  }
}

const textsOf = async (page: Page, selector: string): Promise<string[]> =>
  (await page.locator(selector).allTextContents()).map((text) => text.trim())

describe.each(records.map((record) => [record.kind, record] as const))('a record of %s', (_kind, record) => {
  test.each([
    ['a phone in dark', phone],
    ['a computer in English', computer],
  ])('is told in words on %s', async (_name, device) => {
    await seen(device, vocabulary.recordAddress(record.id), async (page) => {
      expect(await page.locator('h1').textContent()).toBe(record.title)
      const labels = await textsOf(page, 'dl.facts dt')
      const values = await textsOf(page, 'dl.facts dd')
      expect(labels.length).toBeGreaterThan(4)
      expect([...labels, ...values].filter((text) => !inWords(text))).toEqual([])
      if (device.locale === 'en-GB')
        expect(labels.filter((label) => /\p{Script=Han}/u.test(label))).toEqual([])
    })
  })

  test('says to machines what it is, in the HTML of the server', async () => {
    const html = await (await fetch(`${product.origin}${vocabulary.recordAddress(record.id)}`)).text()
    const [, json = ''] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(html) ?? []
    const entry = vocabulary.entryOf(vocabulary.kinds, record.kind)
    expect(JSON.parse(json)).toMatchObject({ '@context': 'https://schema.org' })
    expect(json).toContain(`"${entry?.schemaOrg ?? ''}"`)
    expect(html).toContain('class="facts"')
  })

  test('is found under its kind, with filters in words', async () => {
    const search = vocabulary.searchAddress({ query: record.title, filters: { kind: [record.kind] } })
    await seen(computer, search, async (page) => {
      const entry = vocabulary.entryOf(vocabulary.kinds, record.kind)
      const form =
        record.form === null
          ? null
          : vocabulary.nameOf([...vocabulary.forms, ...vocabulary.genres], record.form, 'en')
      // A form of verse says that it is a poem.
      const told = new Set([record.kind === 'poem' && form ? null : entry?.words.en, form])
      expect(await textsOf(page, '.hit .kind')).toContain([...told].filter(Boolean).join(' · '))
      expect((await textsOf(page, '.tabs a')).join('\n')).toContain(entry?.plural.en)
      const legends = await textsOf(page, 'aside legend')
      expect(legends.filter((text) => !inWords(text) || /\p{Script=Han}/u.test(text))).toEqual([])
    })
  })
})

test('what is a part of a whole and the whole lead to each other', async () => {
  await seen(computer, vocabulary.recordAddress('fxcourse'), async (page) => {
    expect(await textsOf(page, '.members li a')).toEqual(['屈原与《离骚》'])
    await page.locator('.members li a').click()
    await page.waitForURL(/fxlecture/)
    await page.locator('dl.facts').getByRole('link', { name: '中国古代文学史' }).click()
    await page.waitForURL(/fxcourse/)
  })
})
