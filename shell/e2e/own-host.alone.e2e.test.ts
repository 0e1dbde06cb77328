// A library's own host in a browser: proved by a name server, served, led to from the other address, and signed in at.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  openNameServer,
  type NameServer,
} from '../../graphql-gateway/subgraphs/sites/domains/name-server.fixture.ts'
import { launch } from './chromium.ts'
import { demoPeople, typeCredentials } from './people.ts'
import { startProduct, waitFor, type Product } from './product.ts'
import { interactive, openReader } from './reader.ts'
import { sitesCommand } from './sites-command.ts'

const host = 'yuhang-library.localhost'
let names: NameServer
let product: Product
let browser: Browser
let port = 0
const environment = (at: number): Readonly<Record<string, string>> => ({
  PUBLIC_ORIGIN: `http://portal.localhost:${at}`,
  SITES_ORIGIN: `http://sites.localhost:${at}`,
  DNS_SERVERS: names.address,
})

beforeAll(async () => {
  names = await openNameServer()
  const env = (at: number): Readonly<Record<string, string>> => {
    port = at
    return environment(at)
  }
  ;[product, browser] = await Promise.all([
    startProduct({ firstImport: 50, identityHost: '127.0.0.1', env }),
    launch([`--host-resolver-rules=MAP ${host} 127.0.0.1`]),
  ])
})
afterAll(async () => {
  await browser?.close()
  await product?.stop({ forget: true })
  await names?.close()
})

test(
  'a reader comes by the old address, is led to the library’s own, and signs in there',
  { timeout: 300_000 },
  async () => {
    const domain = (...args: readonly string[]): Promise<string> =>
      sitesCommand(product, ['domain', 'n330110', ...args], environment(port))
    const own = `http://${host}:${port}`
    const reader = await openReader(browser, own)
    const { page } = reader
    try {
      // The first sites are opened while the product serves already.
      await waitFor(
        async () => (await page.goto(`http://n330110.sites.localhost:${port}/`))?.status() === 200,
        120_000,
        () => 'the site of the library is not served',
      )
      const [, record = '', text = ''] =
        /TXT record +(\S+) +"([^"]+)"/.exec(await domain('claim', host)) ?? []
      names.records.set(record, [text])
      expect(await domain('prove', host)).toMatch(/active/)
      // Proved, it leads to the address that the site has; made the primary, it is the address.
      await page.goto('/')
      expect(new URL(page.url()).host).toBe(`n330110.sites.localhost:${port}`)
      expect(await domain('primary', host)).toMatch(/primary/)
      await waitFor(
        async () => {
          await page.goto(`http://n330110.sites.localhost:${port}/`)
          return page.url() === `${own}/`
        },
        30_000,
        () => `the old address does not lead to the new one, but to ${page.url()}`,
      )
      const answer = await page.goto('/search?q=明月')
      expect(answer?.status()).toBe(200)
      await interactive(page)
      const [person] = await demoPeople(product)
      if (!person) throw new Error('The product has no reader to try.')
      await page.locator('[data-account] > a').click()
      await page.waitForURL(`${product.identity}/**`)
      await typeCredentials(page, person)
      await page.locator('[data-account] summary', { hasText: person.name }).waitFor()
      expect(new URL(page.url()).host).toBe(`${host}:${port}`)
      expect(reader.errors.filter((error) => !/status of (?:404|421|503)/.test(error))).toEqual([])
      // Given up, it is nobody's: a page of it that is still loading may say so in any words.
      await page.goto('about:blank')
      expect(await domain('retire', host)).toMatch(/retired/)
      await waitFor(
        async () => (await page.goto('/'))?.status() === 421,
        30_000,
        () => 'the host that was given up still answers',
      )
    } finally {
      await reader.close()
    }
  },
)
