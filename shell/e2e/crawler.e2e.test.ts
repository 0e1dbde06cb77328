// A crawler's walk: robots.txt, the sitemap, and pages that say of themselves what the sitemap says of them.
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { waitFor } from './product.ts'
import { ask } from './records.ts'

const origin = inject('origin')
const sections = new Map<string, string[]>()

const locs = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => String(loc))
const textAt = async (address: string): Promise<string> => (await fetch(address)).text()
/** The page as its server drew it: on a busy machine one that takes too long comes without its own head. */
const drawnAt = async (address: string): Promise<string> => {
  let html = ''
  await waitFor(
    async () => {
      html = await textAt(address)
      return html.includes('<link rel="canonical"')
    },
    30_000,
    () => `${address} is never drawn by the server`,
  )
  return html
}
const countOf = async (selection: string): Promise<number> => {
  const { search } = await ask<{ search: { totalCount: number } }>(
    origin,
    `{ search(query: "", first: 1${selection}) { totalCount } }`,
  )
  return search.totalCount
}
const tag = (html: string, pattern: RegExp): string | undefined =>
  pattern.exec(html)?.[1]?.replaceAll('&amp;', '&')

beforeAll(async () => {
  const robots = await textAt(`${origin}/robots.txt`)
  const [index = '', portal = ''] = [...robots.matchAll(/^Sitemap: (\S+)$/gm)].map(([, address]) => address)
  const records = await countOf('')
  // The worker looks every quarter of a minute whether the sitemap is still true.
  await waitFor(
    async () => {
      sections.clear()
      sections.set('portal', locs(await textAt(portal)))
      for (const file of locs(await textAt(index))) {
        const section = /sitemap-([a-z]+)-\d+\.xml$/.exec(file)?.[1] ?? file
        sections.set(section, [...(sections.get(section) ?? []), ...locs(await textAt(file))])
      }
      return sections.get('records')?.length === records
    },
    90_000,
    () => `the sitemap has ${sections.get('records')?.length ?? 0} of ${records} records`,
  )
})

describe('the sitemap', () => {
  test('names every record once', () => {
    const records = sections.get('records') ?? []
    expect(new Set(records).size).toBe(records.length)
    for (const address of records) expect(address.startsWith(`${origin}/item/`)).toBe(true)
  })

  test('names no address twice, in whichever of its files', () => {
    const seen = new Set<string>()
    const again = [...sections.values()].flat().filter((address) => seen.size === seen.add(address).size)
    expect(again).toEqual([])
  })

  test.each(['portal', 'regions', 'libraries', 'records', 'chapters', 'persons', 'topics', 'searches'])(
    'has pages of the section %s that are there, may be kept, and know the same address',
    async (section) => {
      const all = sections.get(section) ?? []
      expect(all.length).toBeGreaterThan(0)
      const step = Math.max(1, Math.floor(all.length / 8))
      const sample = all.filter((_, place) => place % step === 0)
      for (const address of sample) {
        const answer = await fetch(address.replaceAll('&amp;', '&'))
        const html = await answer.text()
        expect([address, answer.status]).toEqual([address, 200])
        expect(html).not.toMatch(/<meta name="robots"/)
        expect(tag(html, /<link rel="canonical" href="([^"]+)"/)).toBe(address.replaceAll('&amp;', '&'))
      }
    },
  )

  test('has a title and a description of its own for each region, author and chapter', async () => {
    const regions = (sections.get('regions') ?? []).filter((address) => /region=\d\d$/.test(address))
    const authors = sections.get('persons') ?? []
    const chapters = sections.get('chapters') ?? []
    for (const addresses of [regions.slice(0, 5), authors.slice(0, 5), chapters.slice(0, 5)]) {
      const pages: string[] = []
      for (const address of addresses) pages.push(await drawnAt(address.replaceAll('&amp;', '&')))
      for (const pattern of [/<title>([^<]+)/, /<meta name="description" content="([^"]+)"/]) {
        const words = pages.map((html) => tag(html, pattern))
        expect(words).not.toContain(undefined)
        expect(words).toEqual([...new Set(words)])
      }
    }
  })
})

describe('a page in several languages', () => {
  test('answers at each address in the language said, and all addresses tell the same', async () => {
    const [record = ''] = sections.get('records') ?? []
    const languages = (html: string): string[] =>
      [...html.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, language, to]) => `${language} ${to}`)
    const html = await textAt(record)
    expect(languages(html).map((one) => one.split(' ')[0])).toEqual(['zh-CN', 'en', 'x-default'])
    for (const one of languages(html).slice(0, 2)) {
      const [language = '', address = ''] = one.split(' ')
      // Whoever asks: the address wins over what the reader's browser would like.
      const answer = await fetch(address, { headers: { 'accept-language': 'en-GB, zh-CN;q=0.1' } })
      const text = await answer.text()
      expect(answer.headers.get('content-language')).toBe(language)
      expect(text).toContain(`<html lang="${language}"`)
      expect(languages(text)).toEqual(languages(html))
      expect(tag(text, /<link rel="canonical" href="([^"]+)"/)).toBe(address)
    }
  })
})

describe('result pages', () => {
  test.each([
    '/search?q=月',
    '/search?q=月&page=2',
    '/search?kind=poem&page=2',
    '/search?kind=poem&sort=title',
  ])('%s are for readers', async (path) => {
    expect(await textAt(origin + path)).toContain('<meta name="robots" content="noindex, follow">')
  })
})
