import { headTags, linkHeader } from '@shuxiang/site-publish'
import { describe, expect, it } from 'vitest'
import { testPlan } from '../testing/test-plan.ts'
import { microfrontendSettings, pageModules, releaseSheets, UnhashedFile } from '../releases/addresses.ts'
import { jsonText } from './json-text.ts'
import { importMap } from './import-map.ts'
import { findPage } from './find-page.ts'

const plan = testPlan({
  pages: [
    { path: '/item/:id', status: 'rendered', preload: [], slots: [], documents: [] },
    { path: '/item/new', status: 'fixed', preload: [], slots: [], documents: [] },
  ],
})

describe('the import map', () => {
  it('names the shared set and has the hash of every module', () => {
    expect(importMap(plan)).toEqual({
      imports: { vue: '/_assets/shared/vue.1.js' },
      integrity: {
        '/_assets/shared/vue.1.js': 'sha384-vue',
        '/_assets/runtime/runtime.1.js': 'sha384-run',
        '/_assets/releases/search/1/e.1.js': 'sha384-e',
      },
    })
  })
  it('takes names of a development server', () => {
    expect(importMap(plan, { vue: '/dev/vue.js' }).imports).toEqual({ vue: '/dev/vue.js' })
  })
})

describe('style sheets', () => {
  it('are not linked without the hash that their release says of them', () => {
    const [live] = plan.releases
    if (!live) throw new Error('The plan has no release.')
    const { browser } = live.release
    const unhashed = { ...live, release: { ...live.release, browser: { ...browser, css: ['lost.css'] } } }
    expect(() => releaseSheets(unhashed)).toThrow(UnhashedFile)
  })
})

describe('messages', () => {
  const [live] = plan.releases
  if (!live) throw new Error('The plan has no release.')
  const { release, base } = live
  const messages = { 'zh-CN': 'zh-CN.1.js', en: 'en.1.js' }
  const inTwo = { ...live, release: { ...release, browser: { ...release.browser, messages } } }

  it.each(['zh-CN', 'en'] as const)('are on their way with a page in %s, and no others', (locale) => {
    const named = pageModules(plan, inTwo, [], locale).filter((href) => /zh-CN|en\./.test(href))
    expect(named).toEqual([`${base}/${locale}.1.js`])
    expect(microfrontendSettings(plan, inTwo, locale).messages).toBe(`${base}/${locale}.1.js`)
  })
  it('of a release that carries them in its code, or of a development server, are no file of their own', () => {
    expect(microfrontendSettings(plan, live, 'en').messages).toBeNull()
    expect(microfrontendSettings(plan, inTwo, 'en', 'http://127.0.0.1:1/browser.ts').messages).toBeNull()
  })
})

describe('pages', () => {
  it.each([
    ['/item/1', '/item/:id'],
    ['/item/new', '/item/new'],
    ['/item/', undefined],
    ['/item/1/2', undefined],
    ['/item', undefined],
    ['/__proto__', undefined],
  ])('%s belongs to %s', (path, page) => {
    expect(findPage(plan, path)?.page.path).toBe(page)
  })
})

const context = {
  portal: 'Portal',
  origin: 'http://portal.test',
  locale: 'en',
  named: null,
  found: true,
} as const
const linksOf = (html: string): string[] => [
  ...(html.match(/<link rel="(?:canonical|alternate)"[^>]*>/g) ?? []),
]

describe('the head', () => {
  it('names the page in every language, each address with itself as the canonical one', () => {
    const head = { title: 'Poem', canonical: '/item/a?part=2' }
    const others = [
      '<link rel="alternate" hreflang="zh-CN" href="http://portal.test/item/a?part=2&amp;lang=zh-CN">',
      '<link rel="alternate" hreflang="en" href="http://portal.test/item/a?part=2&amp;lang=en">',
      '<link rel="alternate" hreflang="x-default" href="http://portal.test/item/a?part=2">',
    ]
    expect(linksOf(headTags(head, context))).toEqual([
      '<link rel="canonical" href="http://portal.test/item/a?part=2">',
      ...others,
    ])
    expect(linksOf(headTags(head, { ...context, named: 'en' }))).toEqual([
      '<link rel="canonical" href="http://portal.test/item/a?part=2&amp;lang=en">',
      ...others,
    ])
  })
  it.each([
    [{ title: 'x', canonical: '/search?q=x', robots: 'noindex, follow' }, true],
    [{ title: 'x', canonical: '/item/x' }, false],
    [{ title: 'x' }, true],
  ] as const)('offers no languages of a page that machines should not keep: %j', (head, found) => {
    expect(headTags(head, { ...context, found })).not.toContain('hreflang')
  })
  it('tells what a shared link shows', () => {
    const html = headTags(
      { title: '静夜思 · 李白', description: '床前…', canonical: '/item/a', type: 'article' },
      { ...context, portal: '网络书香', locale: 'zh-CN' },
    )
    const told = [...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">/g)]
    expect(Object.fromEntries(told.map(([, name, content]) => [name, content]))).toEqual({
      'og:title': '静夜思 · 李白',
      'og:type': 'article',
      'og:site_name': '网络书香',
      'og:url': 'http://portal.test/item/a',
      'og:description': '床前…',
      'og:locale': 'zh_CN',
      'og:locale:alternate': 'en_US',
      'og:image': 'http://portal.test/share.png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': '网络书香',
      'twitter:card': 'summary_large_image',
    })
    expect(headTags({ title: 'gone' }, { ...context, found: false })).not.toContain('og:')
  })
  it('escapes everything and links only to ourselves', () => {
    const html = headTags(
      {
        title: '</title><script>',
        description: '"><img>',
        canonical: '//evil.example',
        alternates: [
          { type: 'a"b', href: '/item/1.bib' },
          { type: 'x', href: 'https://evil.example' },
        ],
        jsonLd: [{ name: '</script><script>alert(1)</script>' }],
      },
      context,
    )
    expect(html).not.toMatch(/<script>|<img>|evil/)
    expect(html).toContain('href="http://portal.test/item/1.bib"')
  })
  it('gives reference managers the facts that they read, and nothing else under that name', () => {
    const facts = [
      { name: 'citation_title', content: '静夜思"><script>' },
      { name: 'DC.type', content: 'bookSection' },
      { name: 'refresh', content: '0;url=https://evil.example' },
    ]
    const html = headTags({ title: 'x', citation: facts }, context)
    expect(html).toContain('<meta name="DC.type" content="bookSection">')
    expect(html).toContain('<meta name="citation_title" content="静夜思&quot;&gt;&lt;script&gt;">')
    expect(html).toContain('rel="schema.DC"')
    expect(html).not.toMatch(/evil|refresh/)
    expect(headTags({ title: 'x', citation: facts }, { ...context, found: false })).not.toContain('citation_')
  })
  it('names other formats in a header too, ours only', () => {
    const alternates = [
      { type: 'application/x-bibtex', href: '/item/p1.bib?part=2' },
      { type: 'application/x-research-info-systems', href: '/item/静.ris' },
      { type: 'a/b"', href: '/item/p1.x' },
      { type: 'a/b', href: '//evil.example/x' },
    ]
    expect(linkHeader({ title: 'x', alternates }, 'http://portal.test').link?.split(', ')).toEqual([
      '<http://portal.test/item/p1.bib?part=2>; rel="alternate"; type="application/x-bibtex"',
      '<http://portal.test/item/%E9%9D%99.ris>; rel="alternate"; type="application/x-research-info-systems"',
    ])
    expect(linkHeader({ title: 'x' }, 'http://portal.test')).toEqual({})
  })
  it('JSON in a script cannot end it', () => {
    const text = jsonText({ a: '</script><!--\u2028' })
    expect(text).not.toMatch(/[<>\u2028]/)
    expect(JSON.parse(text)).toEqual({ a: '</script><!--\u2028' })
  })
})
