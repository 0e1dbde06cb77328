// The sitemap as another program reads it: every page of the store once, in files within the protocol's bounds.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import type { PublicRecord } from '@shuxiang/subgraph-catalogue/content'
import { parseSitemap, parseSitemapIndex } from 'sitemap'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildSitemap } from './build.ts'
import { protocolBounds, sectionFiles } from './files.ts'

const origin = 'https://book.example'
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuxiang-sitemap-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const day = (n: number): Date => new Date(Date.UTC(2026, 10, n))
const record = (n: number, more: Partial<PublicRecord> = {}): PublicRecord => ({
  id: `p${n}`,
  kind: 'poem',
  changed: day(n),
  chapters: [],
  persons: ['plibai'],
  bodies: [],
  topics: [
    { facet: 'period', value: 'tang' },
    { facet: 'collection', value: 'tangshi' },
  ],
  libraries: [],
  ...more,
})

const textOf = async (name: string): Promise<string> =>
  gunzipSync(await readFile(join(folder, `${name}.gz`))).toString('utf8')

/** Addresses with their dates in a file, read by the npm package `sitemap`. */
async function placesIn(name: string): Promise<[string, string | undefined][]> {
  const items = await parseSitemap(Readable.from([await textOf(name)]))
  return items.map(({ url, lastmod }) => [url.replace(origin, ''), lastmod?.slice(0, 10)])
}

async function* from<T>(...items: T[]): AsyncGenerator<T> {
  yield* items
}

describe('the sitemap', () => {
  it('names every page that is made of the store with the date of what it shows, and no other', async () => {
    const records = from(
      record(1, { chapters: [1] }),
      record(2, { libraries: ['lib33'], persons: ['plibai', 'pdufu'], bodies: ['bpress'] }),
      record(3, {
        id: 'lunyu',
        kind: 'book',
        chapters: [1, 2],
        persons: [],
        topics: [{ facet: 'form', value: '词' }],
      }),
    )
    await buildSitemap(
      { records, regions: from('33', '3301'), libraries: from('n33', 'ndl') },
      { folder, origin },
    )
    const index = await parseSitemapIndex(Readable.from([await textOf('sitemap.xml')]))
    expect(index.map(({ url, lastmod }) => [url.replace(`${origin}/`, ''), lastmod?.slice(0, 10)])).toEqual([
      ['sitemap-regions-1.xml', undefined],
      ['sitemap-libraries-1.xml', undefined],
      ['sitemap-records-1.xml', '2026-11-03'],
      ['sitemap-chapters-1.xml', '2026-11-03'],
      ['sitemap-persons-1.xml', '2026-11-02'],
      ['sitemap-topics-1.xml', '2026-11-03'],
      ['sitemap-searches-1.xml', '2026-11-03'],
    ])
    expect(await placesIn('sitemap-regions-1.xml')).toEqual([
      ['/libraries?region=33', undefined],
      ['/libraries?region=3301', undefined],
    ])
    expect(await placesIn('sitemap-libraries-1.xml')).toEqual([
      ['/library/n33', undefined],
      ['/library/ndl', undefined],
    ])
    expect(await placesIn('sitemap-records-1.xml')).toEqual([
      ['/item/p1', '2026-11-01'],
      ['/item/p2', '2026-11-02'],
      ['/item/lunyu', '2026-11-03'],
    ])
    expect(await placesIn('sitemap-chapters-1.xml')).toEqual([
      ['/item/lunyu?part=1', '2026-11-03'],
      ['/item/lunyu?part=2', '2026-11-03'],
    ])
    expect(await placesIn('sitemap-persons-1.xml')).toEqual([
      ['/person/pdufu', '2026-11-02'],
      ['/person/plibai', '2026-11-02'],
    ])
    expect(await placesIn('sitemap-topics-1.xml')).toEqual([
      ['/browse/collection/tangshi', '2026-11-02'],
      ['/browse/period/tang', '2026-11-02'],
      ['/browse/form/%E8%AF%8D', '2026-11-03'],
    ])
    expect(await placesIn('sitemap-searches-1.xml')).toEqual([
      ['/search?author=bpress', '2026-11-02'],
      ['/search?kind=book', '2026-11-03'],
      ['/search?kind=poem', '2026-11-02'],
      ['/search?library=lib33', '2026-11-02'],
    ])
  })

  it('begins another file where the bound of addresses is, and loses none', async () => {
    const many = Array.from({ length: 11 }, (_, n) => record(n + 1))
    const bounds = { urls: 5, bytes: protocolBounds.bytes }
    await buildSitemap(
      { records: from(...many), regions: from(), libraries: from() },
      { folder, origin, bounds },
    )
    const files = (await readdir(folder)).filter((name) => name.includes('records')).sort()
    expect(files).toEqual([
      'sitemap-records-1.xml.gz',
      'sitemap-records-2.xml.gz',
      'sitemap-records-3.xml.gz',
    ])
    const places = await Promise.all([1, 2, 3].map((n) => placesIn(`sitemap-records-${n}.xml`)))
    expect(places.map((file) => file.length)).toEqual([5, 5, 1])
    expect(new Set(places.flat().map(([path]) => path)).size).toBe(11)
  })

  it('begins another file where the bound of bytes is', async () => {
    const bytes = 1_000
    const files = sectionFiles({ folder, origin, bounds: { urls: 50_000, bytes } }, 'records')
    for (let n = 0; n < 40; n += 1) await files.add({ path: `/item/p${n}`, changed: day(1) })
    const written = await files.close()
    expect(written.length).toBeGreaterThan(3)
    expect(written.reduce((sum, { urls }) => sum + urls, 0)).toBe(40)
    for (const { name } of written) expect(Buffer.byteLength(await textOf(name))).toBeLessThanOrEqual(bytes)
  })

  it('leaves the files of the former build as they are when it fails in the middle', async () => {
    await buildSitemap({ records: from(record(1)), regions: from(), libraries: from() }, { folder, origin })
    const before = await placesIn('sitemap-records-1.xml')
    async function* failing(): AsyncGenerator<PublicRecord> {
      yield record(2)
      throw new Error('the store is away')
    }
    const built = buildSitemap({ records: failing(), regions: from(), libraries: from() }, { folder, origin })
    await expect(built).rejects.toThrow('the store is away')
    expect(await placesIn('sitemap-records-1.xml')).toEqual(before)
  })

  it('fails when a file cannot be written', async () => {
    const nowhere = join(folder, 'nowhere')
    const many = Array.from({ length: 3_000 }, (_, n) => record(n))
    const built = buildSitemap(
      { records: from(...many), regions: from(), libraries: from() },
      { folder: nowhere, origin },
    )
    await expect(built).rejects.toThrow('ENOENT')
  })

  it('writes addresses as XML wants them', async () => {
    const files = sectionFiles({ folder, origin, bounds: protocolBounds }, 'odd')
    await files.add({ path: `/search?a='"<&>`, changed: null })
    await files.close()
    expect(await textOf('sitemap-odd-1.xml')).toContain('/search?a=&apos;&quot;&lt;&amp;&gt;</loc></url>')
    expect(await placesIn('sitemap-odd-1.xml')).toEqual([[`/search?a='"<&>`, undefined]])
  })
})
