// What a reader's phone must fetch for the first result page, for the home page and for a person: budgets in bytes, counted from what really arrives.
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { interactive, openReader } from './reader.ts'
import { ask } from './records.ts'

const origin = inject('origin')
const KB = 1024
/** Releases that add something to a page of results: decision 0068. */
const added = /\/account\//
let browser: Browser
const scripts = new Map<string, number>()
const styles = new Map<string, number>()

beforeAll(async () => {
  browser = await launch()
  const reader = await openReader(browser, origin, { width: 360, height: 740 })
  const bodies: Promise<void>[] = []
  reader.page.on('response', (response) => {
    const kind = response.request().resourceType()
    const sizes = kind === 'script' ? scripts : kind === 'stylesheet' ? styles : null
    if (sizes !== null)
      bodies.push(
        response
          .body()
          .then(
            (body) => void sizes.set(new URL(response.url()).pathname, gzipSync(body, { level: 9 }).length),
          ),
      )
  })
  await reader.page.goto('/search?q=明月')
  await interactive(reader.page)
  await reader.page.waitForLoadState('networkidle')
  await Promise.all(bodies)
  await reader.close()
})
afterAll(() => browser.close())

const total = (sizes: Map<string, number>, part: RegExp) =>
  [...sizes].filter(([path]) => part.test(path)).reduce((sum, [, size]) => sum + size, 0)

// Titles beside titles took half a kilobyte, whose reading a result shows another, and so did the script of texts on every
// page: decisions 0124, 0120 and 0128.
test('the scripts of the route are at most 112.5 KB gzip in all', () => {
  expect(scripts.size).toBeGreaterThan(3)
  expect(total(scripts, /./) - total(scripts, added)).toBeLessThanOrEqual(112.5 * KB)
})
test('what others add to a page that can be used already is at most 20.5 KB of script', () => {
  const size = total(scripts, added)
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(20.5 * KB)
})

test.each([
  ['the shared set', /\/shared\//, 60],
  // 0.4 KB to follow the script that a reader wants on every page: decision 0128.
  ['the runtime', /\/runtime\/runtime\./, 17.5],
  // A text in either script, witnesses, what is meant, and many ways to search: decisions 0114, 0116, 0117 and 0120.
  ['the microfrontend search', /\/search\//, 35.2],
] as const)('%s stays inside its share', (_name, part, budget) => {
  const size = total(scripts, part)
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(budget * KB)
})

// The sheet of all blocks is one for every page; that of browsing has 0.6 KB, and poems set as a scroll 0.3: decision 0122.
// Rows of a phone without drawn covers are half as high and take 0.1 KB more.
test('the styles are at most 21.6 KB gzip', () => {
  expect(total(styles, /./)).toBeLessThanOrEqual(21.6 * KB)
})

describe('what comes before anything of the home page is seen', () => {
  const home = new Map<string, { readonly whole: number; readonly packed: number }>()
  beforeAll(async () => {
    const page = await (await fetch(`${origin}/`, { headers: { 'accept-language': 'zh-CN' } })).text()
    const needed = [...page.matchAll(/<link rel="(?:stylesheet|modulepreload)" href="([^"]+)"/g)].map(
      ([, path = '']) => path,
    )
    const measure = (path: string, body: string): void =>
      void home.set(path, { whole: Buffer.byteLength(body), packed: gzipSync(body, { level: 9 }).length })
    measure('/', page)
    await Promise.all(
      needed.map(async (path) => measure(path, await (await fetch(`${origin}${path}`)).text())),
    )
  })
  test('the document is at most 90 KB, and 20 KB gzip: it names no module of pages for staff', () => {
    expect(home.get('/')?.whole).toBeGreaterThan(10 * KB)
    expect(home.get('/')?.whole).toBeLessThanOrEqual(90 * KB)
    expect(home.get('/')?.packed).toBeLessThanOrEqual(20 * KB)
  })
  test('with its styles and the runtime it is at most 60 KB gzip', () => {
    expect(home.size).toBeGreaterThan(2)
    expect([...home.values()].reduce((sum, { packed }) => sum + packed, 0)).toBeLessThanOrEqual(60 * KB)
  })
})

describe('what comes before the name of a person is seen', () => {
  let page = ''
  let styles = 0
  beforeAll(async () => {
    const { search } = await ask<{
      search: { edges: { node: { agents: { person: { url: string } | null }[] } }[] }
    }>(origin, '{ search(query: "李白", first: 5) { edges { node { agents { person { url } } } } } }')
    const [person = ''] = search.edges.flatMap(({ node }) =>
      node.agents.flatMap(({ person: found }) => found?.url ?? []),
    )
    page = await (await fetch(`${origin}${person}`, { headers: { 'accept-language': 'zh-CN' } })).text()
    const sheets = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, path = '']) => path)
    const sizes = sheets.map(async (path) => packed(await (await fetch(`${origin}${path}`)).text()))
    styles = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  })
  const packed = (body: string): number => gzipSync(body, { level: 9 }).length

  test('the document is at most 25 KB gzip', () => {
    expect(packed(page)).toBeGreaterThan(10 * KB)
    expect(packed(page)).toBeLessThanOrEqual(25 * KB)
  })
  test('what stands before the name, with the styles, is at most 19 KB gzip: hashes of modules come later', () => {
    expect(page).toContain('</h1>')
    expect(styles).toBeGreaterThan(5 * KB)
    expect(packed(page.slice(0, page.indexOf('</h1>'))) + styles).toBeLessThanOrEqual(19 * KB)
  })
})
