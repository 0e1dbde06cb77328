/** What crawlers ask for, read as they read it: robots.txt by a foreign parser, the sitemap's files in both encodings. */
import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { portalPages } from '@shuxiang/site-templates'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'

/** Its own types tell of a default export that it does not have. */
const robotsParser: (
  url: string,
  text: string,
) => { isAllowed(url: string, agent: string): boolean | undefined; getSitemaps(): string[] } = createRequire(
  import.meta.url,
)('robots-parser')

interface Answer {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Buffer
}

let shell: FixtureShell
beforeAll(async () => {
  shell = await startFixtureShell()
})
afterAll(() => shell.close())

/** The bytes as they are sent: fetch would unpack them. Null when the connection ended before the answer did. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer | null> {
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port: shell.port, path, method, headers }
    request({ ...options, headers: { host: `localhost:${shell.port}`, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', () => resolve(null))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
      .on('error', () => resolve(null))
      .end()
  })
}

describe('robots.txt', () => {
  const base = 'http://portal.test'
  it.each([
    ['/', true],
    ['/?lang=en', true],
    ['/item/p1', true],
    ['/item/p1?part=3', true],
    ['/item/p1?lang=en', true],
    ['/libraries?region=51', true],
    ['/sitemap.xml', true],
    ['/share.png', true],
    ['/calm?filter=all', true],
    ['/calm?filter=x', false],
    // Where a page without scripts leads that was late: its canonical address is the plain one.
    ['/item/p1?_wait=1', true],
    ['/graphql', false],
    ['/_fragment?path=%2F', false],
    ['/_notices', false],
    ['/preferences', false],
    ['/health', false],
  ])('%s may be asked for: %s', async (path, allowed) => {
    const text = (await ask('/robots.txt'))?.body.toString()
    const robots = robotsParser(`${base}/robots.txt`, String(text))
    expect(robots.isAllowed(`${base}${path}`, 'AnyBot')).toBe(allowed)
    expect(robots.getSitemaps()).toEqual([`${base}/sitemap.xml`, `${base}/sitemap-portal.xml`])
  })
})

describe('the sitemap of the portal', () => {
  it('has the pages that microfrontends declare, and those of the site builder', async () => {
    const text = String((await ask('/sitemap-portal.xml'))?.body)
    const places = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => place)
    expect(places).toEqual([...portalPages.keys(), '/calm'].map((path) => `http://portal.test${path}`))
  })
})

describe('the sitemap', () => {
  const xml = '<?xml version="1.0"?>\n<urlset/>\n'.padEnd(5_000, ' ')
  const file = (name: string): string => join(shell.sitemapFolder, `${name}.gz`)
  beforeEach(async () => {
    for (const name of ['sitemap.xml', 'sitemap-records-1.xml']) await writeFile(file(name), gzipSync(xml))
    await writeFile(join(shell.sitemapFolder, 'built.json'), '{"origin":"http://portal.test"}')
  })

  it.each(['/sitemap.xml', '/sitemap-records-1.xml'])(
    '%s is sent packed or plain, as it is wanted',
    async (path) => {
      const plain = await ask(path)
      expect(plain?.body.toString()).toBe(xml)
      expect(plain?.headers['content-type']).toBe('application/xml; charset=utf-8')
      expect(plain?.headers['vary']).toBe('Accept-Encoding')
      const packed = await ask(path, { 'accept-encoding': 'br, gzip' })
      expect(packed?.headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(packed?.body ?? '').toString()).toBe(xml)
      const alone = await ask(`${path}.gz`)
      expect(alone?.headers['content-type']).toBe('application/gzip')
      expect(alone?.headers['content-encoding']).toBeUndefined()
      expect(gunzipSync(alone?.body ?? '').toString()).toBe(xml)
      expect((await ask(path, {}, 'HEAD'))?.body.length).toBe(0)
    },
  )

  it('is not sent again to who has it', async () => {
    const etag = String((await ask('/sitemap.xml'))?.headers['etag'])
    expect((await ask('/sitemap.xml', { 'if-none-match': etag }))?.status).toBe(304)
    await writeFile(file('sitemap.xml'), gzipSync(`${xml}more`))
    expect((await ask('/sitemap.xml', { 'if-none-match': etag }))?.status).toBe(200)
  })

  it('is 503 until it was made for this origin', async () => {
    await writeFile(join(shell.sitemapFolder, 'built.json'), '{"origin":"http://other.test"}')
    expect((await ask('/sitemap.xml'))?.status).toBe(503)
    await rm(join(shell.sitemapFolder, 'built.json'))
    const answer = await ask('/sitemap.xml')
    expect([answer?.status, answer?.headers['retry-after']]).toEqual([503, '60'])
  })

  it.each([
    '/sitemap-records-2.xml',
    '/sitemap-records-0.xml',
    '/sitemap-../built.xml',
    '/sitemap-records-1.xml.gz.gz',
    '/sitemap.json',
  ])('has no %s', async (path) => {
    expect((await ask(path))?.status).toBe(404)
  })

  it('never sends half of a file as the whole', async () => {
    const { length } = await readFile(file('sitemap.xml'))
    await truncate(file('sitemap.xml'), length - 10)
    expect(await ask('/sitemap.xml')).toBeNull()
  })
})
