import { describe, expect, it } from 'vitest'
import { authoredSchema } from './microfrontend-json.ts'
import { bundleSchema, parseJson, releaseSchema } from './release.ts'

const authored = { name: 'search', contract: 1, pages: [{ path: '/search' }] }

describe('microfrontend.json', () => {
  it('needs a name, a contract and pages; the rest has defaults', () => {
    expect(parseJson(authoredSchema, JSON.stringify(authored), 'm.json')).toMatchObject({
      browser: 'browser.ts',
      server: 'server.ts',
      deadlineMs: 400,
      pages: [{ path: '/search', status: 'rendered', preload: [], slots: [] }],
      robots: { disallow: [], allow: [] },
      nav: [],
      extensions: [],
      policy: {},
      sitemap: [],
    })
  })
  it.each([
    ['another contract', { contract: 2 }],
    ['a name that is a path', { name: '../x' }],
    ['a module outside of the package', { browser: '../../shell/server/main.ts' }],
    ['a page on another host', { pages: [{ path: '//evil.example' }].concat([{ path: 'search' }]) }],
    ['an enhancement without a version', { enhancements: [{ id: 'search.box', module: 'a.ts' }] }],
    ['an unknown key', { budget: 1 }],
    ['a deadline without end', { deadlineMs: 60_000 }],
  ])('is refused with %s, naming the file', (_name, change) => {
    expect(() => parseJson(authoredSchema, JSON.stringify({ ...authored, ...change }), 'm.json')).toThrow(
      /^m\.json does not fit/,
    )
  })
  const words = { 'zh-CN': '检索', en: 'Search' }
  const offer = { name: 'shelf', label: words, about: words, on: ['portal', 'branch'] }
  it.each([
    [
      'a slot that nobody has',
      { extensions: [{ slot: 'record.top.v1', module: 'a.ts' }] },
      'one of the slots',
    ],
    [
      'kinds for a place that is about no record',
      { extensions: [{ slot: 'home.body.v1', kinds: ['poem'], module: 'a.ts' }] },
      'extensions[0].kinds',
    ],
    [
      'a place for offers without an offer',
      { extensions: [{ slot: 'page.offer.v1', module: 'a.ts' }] },
      'say in "offer" its name, label, about and on',
    ],
    [
      'an offer at a place that is filled by itself',
      { extensions: [{ slot: 'home.body.v1', module: 'a.ts', offer }] },
      'leave "offer" out',
    ],
    [
      'an offer of pages for staff',
      { signIn: 'staff', extensions: [{ slot: 'page.offer.v1', module: 'a.ts', offer }] },
      'extensions[0].offer',
    ],
    [
      'two offers of one name',
      {
        extensions: [
          { slot: 'page.offer.v1', module: 'a.ts', offer },
          { slot: 'page.offer.v1', module: 'b.ts', offer },
        ],
      },
      '"shelf" is offered twice',
    ],
    [
      'two frames of one name',
      {
        frames: [
          { name: 'canvas', module: 'a.ts' },
          { name: 'canvas', module: 'b.ts' },
        ],
      },
      '"canvas" is declared twice',
    ],
    [
      'an offer for nowhere',
      { extensions: [{ slot: 'page.offer.v1', module: 'a.ts', offer: { ...offer, on: [] } }] },
      'name at least one place',
    ],
    [
      'an offer for elsewhere',
      { extensions: [{ slot: 'page.offer.v1', module: 'a.ts', offer: { ...offer, on: ['console'] } }] },
      '"portal" or "branch"',
    ],
    [
      'an offer in one language',
      { extensions: [{ slot: 'page.offer.v1', module: 'a.ts', offer: { ...offer, about: { en: 'x' } } }] },
      'extensions[0].offer.about["zh-CN"]',
    ],
    ['a link to a foreign page', { nav: [{ words, path: '/read', order: 1 }] }, 'its pages are: /search'],
    ['a link without words', { nav: [{ words: { en: 'x' }, path: '/search', order: 1 }] }, 'nav[0].words'],
    [
      'a link in two sets of words',
      { nav: [{ words, kind: 'poem', path: '/search', order: 1 }] },
      'either "words"',
    ],
    [
      'a link for a kind that is none',
      { nav: [{ kind: 'x', path: '/search', order: 1 }] },
      'of the vocabulary',
    ],
    ['a pattern in the sitemap', { sitemap: ['/search?q=x'] }, 'sitemap[0]'],
    ['rules for pages of others', { robots: { disallow: ['/item/*'] } }, 'robots.disallow[0]'],
    ['scripts from elsewhere', { policy: { scripts: ['own'] } }, 'policy'],
    ['frames from anywhere', { policy: { frames: ['https://a.example'] } }, 'from here only: content, blob'],
    ['a page of two equal names', { pages: [{ path: '/:a/:a' }] }, 'names "a" twice'],
  ])('with %s is told where', (_name, change, sentence) => {
    const text = JSON.stringify({ ...authored, ...change })
    expect(() => parseJson(authoredSchema, text, 'm.json')).toThrow(sentence)
  })
  it('with an offer is taken as it is written', () => {
    const extensions = [{ slot: 'page.offer.v1', module: 'a.ts', offer }]
    const { extensions: read } = parseJson(
      authoredSchema,
      JSON.stringify({ ...authored, extensions }),
      'm.json',
    )
    expect(read).toMatchObject([{ offer, absence: 'silent' }])
  })
  it('that is no JSON is refused by name', () => {
    expect(() => parseJson(authoredSchema, '{', 'm.json')).toThrow(/^m\.json is not JSON/)
  })
})

describe('built files', () => {
  const facts = { integrity: `sha384-${'A'.repeat(64)}`, bytes: 1, gzip: 1 }
  it.each(['../a.js', 'a/../../b.js', '/etc/passwd', '.hidden', 'a\\b.js', 'a//b.js', ''])(
    'never leave their folder: "%s"',
    (file) => {
      expect(
        bundleSchema.safeParse({ schema: 'shuxiang.bundle/1', imports: {}, files: { [file]: facts } })
          .success,
      ).toBe(false)
      expect(
        bundleSchema.safeParse({ schema: 'shuxiang.bundle/1', imports: { x: file }, files: {} }).success,
      ).toBe(false)
    },
  )
  it('carry a whole hash', () => {
    const files = { 'a.js': { ...facts, integrity: 'sha384-short' } }
    expect(bundleSchema.safeParse({ schema: 'shuxiang.bundle/1', imports: {}, files }).success).toBe(false)
  })
  it('a release without its schema is no release', () => {
    expect(releaseSchema.safeParse({ name: 'x' }).success).toBe(false)
  })
})
