/** Whole sites from documents and answers: what is asked, what is written, and when it is no longer true. */
import { countyTemplateSite } from './testing/county-site.ts'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { hashOfBytes } from './hash.ts'
import { openSiteForPublishing, type PublishedSite } from './site.ts'

const inputs = countyTemplateSite(new Date('2026-11-22T04:00:00Z'))
const draw = (over: Partial<typeof inputs> = {}): PublishedSite =>
  openSiteForPublishing({ ...inputs, ...over }).draw(new Map())
const textOf = (site: PublishedSite, path: string, language: string | null = 'zh-CN'): string =>
  site.files.find((file) => file.path === path && file.language === language)?.text ?? ''

describe('a published site', () => {
  it('has every page in every language, its sheet, its sitemap and a page for what is not there', () => {
    const names = draw().files.map(
      ({ path, language }) => `${path.replace(/[0-9a-f]{64}/, 'HASH')} ${language}`,
    )
    const paths = [...[...inputs.pages.keys()].sort(), '*']
    expect(names).toEqual([
      ...paths.flatMap((path) => [`${path} zh-CN`, `${path} en`]),
      '/_site/HASH.css null',
      '/notices.atom null',
      '/events.ics null',
      '/sitemap.xml null',
    ])
  })

  it('has the logo in the place of the seal on every page, and the seal where there is none', () => {
    const opened = openSiteForPublishing({ ...inputs, facts: { ...inputs.facts, logo: 'a-picture' } })
    const asked = opened.queries.find(({ variables }) => JSON.stringify(variables).includes('a-picture'))
    const url = `/_files/${'ab'.repeat(32)}.webp`
    const picture = {
      ...{ id: 'a-picture', kind: 'PICTURE', described: true, decorative: true, alt: [], credit: '' },
      ...{ licence: 'OWN', focal: { x: 0.5, y: 0.5 }, width: 400, height: 200 },
      variants: [{ url, type: 'image/webp', width: 400 }],
    }
    const drawn = opened.draw(new Map([[asked?.key ?? '', { siteAssets: [picture] }]]))
    const [whole, seals] = [drawn, opened.draw(new Map())].map((site) =>
      site.files.filter(({ type }) => type.startsWith('text/html')).map(({ text }) => text),
    )
    expect(drawn.logo).toEqual({ url, width: 400, height: 200 })
    for (const text of whole ?? []) {
      expect(text).toContain(`<img class="logo" src="${url}" width="400" height="200" alt="" />`)
      expect(text.split('</header>')[0]).not.toContain('class="seal"')
    }
    for (const text of seals ?? []) expect(text.split('</header>')[0]).toContain('class="seal"')
  })

  it('asks every question once', () => {
    const { queries } = openSiteForPublishing(inputs)
    expect(new Set(queries.map(({ key }) => key)).size).toBe(queries.length)
    expect(queries.length).toBeGreaterThan(2)
  })

  it('is the same bytes for the same inputs, whatever order its pages are given in', () => {
    const turned = new Map([...inputs.pages].reverse())
    const hash = (site: PublishedSite): string => hashOfBytes(JSON.stringify(site))
    expect(hash(draw({ pages: turned }))).toBe(hash(draw()))
  })

  it('has no script, no inline style and no handler in any page', () => {
    for (const { type, text } of draw().files) {
      if (!type.startsWith('text/html')) continue
      for (const { name, attributes } of elements(parse(text))) {
        expect(name).not.toBe('script')
        expect(attributes.filter((attribute) => attribute === 'style' || attribute.startsWith('on'))).toEqual(
          [],
        )
      }
    }
  })

  it('names itself, its language and its library in its own head', () => {
    const home = textOf(draw(), '/', 'en')
    expect(home).toContain('<html lang="en">')
    expect(home).toContain('<link rel="canonical" href="http://n330110.sites.test/">')
    expect(home).toContain('hreflang="zh-CN"')
    expect(textOf(draw(), '/about')).toContain('余杭区图书馆</title>')
    expect(textOf(draw(), '*')).toContain('<meta name="robots" content="noindex">')
  })

  it('of one language offers no other, and names none in its head', () => {
    const home = textOf(draw({ languages: ['zh-CN'] }), '/')
    expect(home).not.toContain('value="en"')
    expect(home).not.toContain('hreflang="en"')
    expect(home).not.toContain('en_US')
    expect(textOf(draw(), '/')).toContain('value="en"')
  })

  it('marks the link of the menu where the reader is', () => {
    expect(textOf(draw(), '/about')).toMatch(/href="\/about" aria-current="page"/)
  })

  it('keeps what is hostile in names as words', () => {
    const site = draw({ facts: { ...inputs.facts, names: { 'zh-CN': '<script>alert(1)</script>' } } })
    expect(textOf(site, '/')).not.toContain('<script>')
  })

  it('has a page from its time on until its end, and nothing leads there before or after', () => {
    const about = inputs.pages.get('/about')
    if (!about) throw new Error('There is no page about the library.')
    const times = { from: '2026-12-01T00:00:00+08:00', until: '2026-12-08T00:00:00+08:00' }
    const pages = new Map(inputs.pages).set('/about', { ...about, meta: { ...about.meta, ...times } })
    const at = (now: string) => draw({ pages, now: new Date(now) })
    const has = (site: PublishedSite): boolean => site.files.some(({ path }) => path === '/about')
    const leadsThere = (site: PublishedSite): boolean =>
      /<nav[^]*?href="\/about"/.test(textOf(site, '/').split('<main')[0] ?? '') ||
      (textOf(site, '/').split('</main>')[1] ?? '').includes('href="/about"')
    const before = at('2026-11-30T15:59:59Z')
    expect([has(before), leadsThere(before)]).toEqual([false, false])
    expect(textOf(before, '*')).not.toContain('href="/about"')
    expect(before.files.find(({ path }) => path === '/sitemap.xml')?.text).not.toContain('/about')
    expect(before.words['/about']).toBeUndefined()
    const during = at('2026-11-30T16:00:00Z')
    expect([has(during), leadsThere(during)]).toEqual([true, true])
    const after = at('2026-12-07T16:00:00Z')
    expect([has(after), leadsThere(after)]).toEqual([false, false])
    // The clock alone has it drawn again, at the very moment.
    const quiet = new Map([
      ['/', { ...about, root: [], blocks: {} }],
      ['/about', { ...about, root: [], blocks: {}, meta: { ...about.meta, ...times } }],
    ])
    const next = (now: string) => draw({ pages: quiet, now: new Date(now) }).redrawAt?.toISOString()
    expect(next('2026-11-30T15:59:00Z')).toBe('2026-11-30T16:00:00.000Z')
    expect(next('2026-12-07T15:59:00Z')).toBe('2026-12-07T16:00:00.000Z')
  })

  it('has urgent notices of its library above the content of every page, and no others', () => {
    const notice = {
      id: 'n',
      text: [],
      pinned: false,
      changedAt: '2026-11-19T08:00:00.000Z',
      from: '2026-11-22',
      link: '/closed',
    }
    const title = (text: string) => [{ language: 'zh-CN', text }]
    const notices = [
      { ...notice, title: title('今日闭馆<script>'), urgent: true },
      { ...notice, title: title('新书到馆'), urgent: false },
    ]
    const opened = openSiteForPublishing(inputs)
    const asked = opened.queries.filter(({ operation }) => operation === 'LibraryNotices')
    const site = opened.draw(new Map(asked.map(({ key }) => [key, { here: { notices } }])))
    for (const { type, text } of site.files.filter((file) => file.type.startsWith('text/html'))) {
      const [before = '', main = ''] = text.split('<main')
      expect(before, type).toContain('href="/closed"')
      expect(before).toContain('今日闭馆&lt;script&gt;')
      expect(before).not.toContain('新书到馆')
      expect(main).not.toContain('<script>')
    }
  })

  it('tells machines in the head what its blocks show', () => {
    const opened = openSiteForPublishing({
      ...inputs,
      pages: new Map([
        [
          '/',
          {
            schema: 1,
            meta: { title: { en: 'x' } },
            root: ['b'],
            blocks: { b: { type: 'contact', v: 1, fields: { title: { en: 'x' }, rules: true }, slots: {} } },
          },
        ],
      ]),
    })
    const said = { address: [], postalCode: null, telephones: [], wechat: null, directions: [], access: [] }
    const complaints = { telephone: null, email: null, text: [] }
    const contact = { ...said, email: 'a@lib.cn', complaints }
    const here = { name: '余杭区图书馆</script>', contact, lendingRules: null }
    const site = opened.draw(new Map(opened.queries.map(({ key }) => [key, { here }])))
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(textOf(site, '/')) ?? []
    expect(JSON.parse(data)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Library',
      '@id': '#library',
      name: '余杭区图书馆</script>',
      email: 'a@lib.cn',
    })
  })

  it('has the words of its pages for search', () => {
    expect(draw().words['/about']?.['zh-CN']).toContain('检索')
  })
})

describe('the next drawing', () => {
  const page = (block: object): Partial<typeof inputs> => ({
    pages: new Map([
      [
        '/',
        {
          schema: 1 as const,
          meta: { title: { en: 'x' } },
          root: ['b'],
          blocks: { b: { type: 'rich-text', v: 1, fields: { body: { en: [] } }, slots: {}, ...block } },
        },
      ],
    ]),
  })

  it('is at midnight of the portal where a block waits for the day', () => {
    expect(draw().redrawAt).toEqual(new Date('2026-11-22T16:00:00Z'))
  })
  it('is at midnight for every site: urgent notices in the frame are those of the day', () => {
    expect(draw(page({})).redrawAt).toEqual(new Date('2026-11-22T16:00:00Z'))
  })
  it('is when a block comes or goes, whichever is first and still to come', () => {
    const show = { from: '2026-11-22T05:00:00Z', to: '2026-11-22T06:00:00Z' }
    expect(draw(page({ show })).redrawAt).toEqual(new Date(show.from))
    expect(draw({ ...page({ show }), now: new Date(show.from) }).redrawAt).toEqual(new Date(show.to))
    expect(draw({ ...page({ show }), now: new Date(show.to) }).redrawAt).toEqual(
      new Date('2026-11-22T16:00:00Z'),
    )
  })
  it('notices which parameters would make another page', () => {
    const directory = draw(page({ type: 'library-directory', fields: { title: { en: 'x' }, show: 'page' } }))
    expect(directory.files[0]?.parameters).toEqual(['after', 'q', 'region'])
    expect(draw(page({})).files[0]?.parameters).toEqual([])
  })
})

interface Element {
  readonly name: string
  readonly attributes: readonly string[]
}
function* elements(node: object): Iterable<Element> {
  if ('tagName' in node && 'attrs' in node && Array.isArray(node.attrs))
    yield { name: String(node.tagName), attributes: node.attrs.map((one: { name: string }) => one.name) }
  if ('childNodes' in node && Array.isArray(node.childNodes))
    for (const child of node.childNodes) yield* elements(child)
}
