/** Every rule lets through what is right and finds what is not, where it is. */
import { nationalTheme } from '@shuxiang/themes'
import { describe, expect, test } from 'vitest'
import {
  block,
  drawn,
  findings,
  found,
  page,
  paragraph,
  site,
  soundPages,
  text,
  withBlocks,
} from '../testing/site.ts'
import type { CheckedSite } from '../site.ts'
import { closureLead } from './closure-notice.ts'
import { sizeBudget } from './size-budget.ts'

const without = (path: string): CheckedSite => {
  const pages = soundPages()
  pages.delete(path)
  return site({ pages })
}

/** The sound site, the home page of which is this markup. */
const markup = (body: string, language = 'zh-CN'): CheckedSite =>
  site({
    drawn: [
      {
        path: '/',
        language: 'zh-CN',
        html: `<!doctype html><html lang="${language}"><body><main><h1>馆</h1>${body}</main></body></html>`,
      },
    ],
  })

const quotation = (zh: string, en: string) => block('quotation', { text: { 'zh-CN': zh, en } })
const navigation = (to: string) =>
  block('navigation-list', {
    title: { 'zh-CN': '常用', en: 'Often used' },
    items: [{ words: { 'zh-CN': '去处', en: 'A place' }, to }],
    look: 'list',
  })

describe('schema', () => {
  test('known blocks that fit pass', () => {
    expect(found('schema', withBlocks({ a: quotation('读书', 'Read') }))).toEqual([])
  })
  test.each([
    ['an unknown type', block('video-wall', {}), 'blocks /more a'],
    ['a newer version', { ...quotation('读书', 'Read'), v: 99 }, 'blocks /more a'],
    [
      'a field that does not fit',
      block('quotation', { text: { 'zh-CN': 'x'.repeat(500) } }),
      'blocks /more a text.zh-CN',
    ],
    [
      'a field that is needed',
      block('reading-highlight', { label: { 'zh-CN': '荐读', en: 'Read' } }),
      'blocks /more a record',
    ],
  ])('%s is found', (_, one, place) => {
    expect(found('schema', withBlocks({ a: one }))).toEqual([place])
  })
})

describe('alt-text', () => {
  test('a description and a decoration pass', () => {
    expect(found('alt-text', markup('<img src="/a" alt="阅览室的长桌"><img src="/b" alt="">'))).toEqual([])
  })
  test('a picture without either is found', () => {
    expect(found('alt-text', markup('<img src="/a">'))).toEqual(['blocks /'])
  })
  test.each(['IMG_2034', 'photo.jpeg', '微信图片_20260101', 'mmexport17000000'])(
    'the name of a file, %s, is found',
    (alt) => {
      expect(found('alt-text', markup(`<img src="/a" alt="${alt}">`))).toEqual(['warns /'])
    },
  )
})

describe('heading-order', () => {
  test('steps down by one and back up by any number pass', () => {
    expect(found('heading-order', markup('<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2>'))).toEqual([])
  })
  test.each([
    ['a level left out', '<h3>b</h3>'],
    ['an empty heading', '<h2> </h2>'],
    ['two of the first level', '<h1>b</h1>'],
  ])('%s is found', (_, body) => {
    expect(found('heading-order', markup(body))).toEqual(['blocks /'])
  })
  test('the block is named by its ids', () => {
    const pages = soundPages().set('/more', page(['更多', 'More'], { shelf: quotation('读书', 'Read') }))
    const html =
      '<html lang="en"><h1>a</h1><section aria-labelledby="shelf-t"><h3 id="shelf-t">b</h3></section></html>'
    expect(found('heading-order', site({ pages, drawn: [{ path: '/more', language: 'en', html }] }))).toEqual(
      ['blocks /more shelf'],
    )
  })
})

describe('link-text', () => {
  test.each([
    '<a href="/">借阅规则</a>',
    '<a href="/" aria-label="首页"></a>',
    '<a href="/"><img src="/a" alt="首页"></a>',
    '<button>检索</button>',
  ])('%s passes', (body) => {
    expect(found('link-text', markup(body))).toEqual([])
  })
  test.each([
    ['<a href="/"></a>', 'blocks /'],
    ['<a href="/"><img src="/a" alt=""></a>', 'blocks /'],
    ['<a href="/"><span aria-hidden="true">x</span></a>', 'blocks /'],
    ['<button> </button>', 'blocks /'],
    ['<a href="/">点击这里</a>', 'warns /'],
    ['<a href="/">Read more…</a>', 'warns /'],
    ['<a href="/">https://example.org/a/very/long/way/to/a/page</a>', 'warns /'],
  ])('%s is found', (body, place) => {
    expect(found('link-text', markup(body))).toEqual([place])
  })
})

describe('contrast', () => {
  const themed = (ink: `#${string}`): CheckedSite => {
    const { palettes } = nationalTheme
    const theme = { ...nationalTheme, palettes: { ...palettes, light: { ...palettes.light, ink } } }
    return site({ facts: { ...site().facts, theme } })
  }
  test('a theme that can be read passes', () => {
    expect(found('contrast', themed('#1d1c1a'))).toEqual([])
  })
  test('pale ink is found, with the mode and the ratio', () => {
    expect(findings('contrast', themed('#b0b0b0'))[0]?.words.en).toMatch(
      /light, ink on paper has a contrast of 2\.\d+/,
    )
  })
})

describe('languages', () => {
  test('texts in both languages pass', () => {
    expect(found('languages', withBlocks({ a: quotation('读书破万卷', 'Ten thousand books') }))).toEqual([])
  })
  test('a missing translation warns, a missing main language blocks', () => {
    const only = (language: string, words: string) => block('quotation', { text: { [language]: words } })
    expect(found('languages', withBlocks({ a: only('zh-CN', '读书') }))).toEqual(['warns /more a text'])
    expect(found('languages', withBlocks({ a: only('en', 'Reading') }))).toEqual(['blocks /more a text'])
  })
  test('a text under the wrong language is found', () => {
    expect(
      found('languages', withBlocks({ a: quotation('A book is a garden', 'A book is a garden') })),
    ).toEqual(['warns /more a text.zh-CN'])
    expect(found('languages', withBlocks({ a: quotation('读书破万卷', '读书破万卷') }))).toEqual([
      'warns /more a text.en',
    ])
  })
  test('a document that says another language, or none, is found', () => {
    expect(found('languages', markup('', 'en'))).toEqual(['blocks /'])
    expect(found('languages', site({ drawn: [{ path: '/', language: 'en', html: '<h1>a</h1>' }] }))).toEqual([
      'blocks /',
    ])
  })
})

describe('internal-links', () => {
  test.each([
    '/borrowing',
    '/borrowing#cards',
    '/search?q=a',
    '/item/poem',
    'https://example.org/',
    'mailto:a@example.org',
  ])('%s passes', (to) => {
    expect(found('internal-links', withBlocks({ a: text([paragraph('去处', to)]) }))).toEqual([])
  })
  test('a picture that opens by itself passes, what is only called alike does not', () => {
    const file = `/_files/${'0a'.repeat(32)}.webp`
    expect(found('internal-links', markup(`<a href="${file}">馆舍</a>`))).toEqual([])
    for (const to of ['/_files/馆舍.webp', `/other${file}`, `${file}/more`])
      expect(found('internal-links', markup(`<a href="${to}">馆舍</a>`))).toHaveLength(1)
  })
  test('a page that is not there is found, once a page and language', () => {
    expect(found('internal-links', withBlocks({ a: navigation('/nowhere') }))).toEqual([
      'blocks /more a',
      'blocks /more a',
    ])
  })
  test('the beginning of an address that is answered is not the address', () => {
    expect(found('internal-links', withBlocks({ a: text([paragraph('去处', '/searching')]) }))).toHaveLength(
      2,
    )
  })
  test('a place on the page that is not there is found', () => {
    expect(found('internal-links', markup('<a href="#a">甲</a><p id="a"></p>'))).toEqual([])
    expect(found('internal-links', markup('<a href="#b">乙</a><a href="#%">丙</a>'))).toEqual([
      'blocks /',
      'blocks /',
    ])
  })
  test('a page by its id is found when it is gone', () => {
    const linked = { a: navigation('page:about') }
    expect(found('internal-links', withBlocks(linked, { addresses: { 'page:about': '/visit' } }))).toEqual([])
    expect(found('internal-links', withBlocks(linked, { addresses: {} }))).toEqual([
      'blocks /more a items.0.to',
    ])
    expect(found('internal-links', withBlocks(linked))).toEqual([])
  })
  test('where more may be answered than is known, a path without a page only warns', () => {
    const more = { mayAnswerMore: true }
    expect(found('internal-links', withBlocks({ a: text([paragraph('去处', '/ours')]) }, more))).toEqual([
      'warns /more',
      'warns /more',
    ])
    expect(found('internal-links', { ...markup('<a href="#b">乙</a>'), ...more })).toEqual(['blocks /'])
  })
  test('the menu is looked at, too', () => {
    const facts = { ...site().facts, menu: [{ path: '/gone', words: { 'zh-CN': '旧页' } }] }
    expect(found('internal-links', site({ facts }))).toEqual(['blocks site'])
  })
})

describe('custom-code', () => {
  const code = (id: string) =>
    block('custom-code', { title: { 'zh-CN': '倒计时', en: 'Countdown' }, code: id })
  const codes = new Set(['n33-3f2a9b1c'])
  test('what is approved passes, and so does anything while nobody knows', () => {
    expect(found('custom-code', withBlocks({ a: code(' n33-3f2a9b1c ') }, { codes }))).toEqual([])
    expect(found('custom-code', withBlocks({ a: code('n33-00000000') }))).toEqual([])
  })
  test('what is not, or is not any more, is found', () => {
    expect(found('custom-code', withBlocks({ a: code('n33-00000000') }, { codes }))).toEqual([
      'blocks /more a code',
    ])
  })
  test('a number that is not filled in is told once, as what is to be filled in', () => {
    const empty = withBlocks({ a: code('') }, { codes })
    expect([...found('custom-code', empty), ...found('schema', empty)]).toEqual(['blocks /more a code'])
  })
})

describe('offers', () => {
  const part = (offer: string) => withBlocks({ a: block('part-of-service', { offer }) })
  const offers = new Set(['account/shelf'])
  test('what is offered for pages of sites passes, and nothing is said while nobody knows', () => {
    expect(found('offers', { ...part('account/shelf'), offers })).toEqual([])
    expect(found('offers', part('nobody/shelf'))).toEqual([])
  })
  test('what is not offered is told, and holds nothing back', () => {
    expect(found('offers', { ...part('nobody/shelf'), offers })).toEqual(['warns /more a offer'])
  })
  test('what is no name is told as a field that is wrong, and only once', () => {
    expect(found('schema', { ...part('shelf'), offers })).toEqual(['blocks /more a offer'])
    expect(found('offers', { ...part('shelf'), offers })).toEqual([])
  })
})

describe('unsafe-addresses', () => {
  test.each(['https://example.org/', '/visit', 'tel:+8657112345678', 'record:shi'])('%s passes', (to) => {
    expect(found('unsafe-addresses', withBlocks({ a: text([paragraph('去处', to)]) }))).toEqual([])
  })
  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'https://a:b@evil.example/'])(
    '%s is found',
    (to) => {
      const [first] = findings('unsafe-addresses', withBlocks({ a: text([paragraph('去处', to)]) }))
      expect(first).toMatchObject({ severity: 'blocks', page: '/more', block: 'a', field: 'body.zh-CN' })
    },
  )
  test('an address in the open warns', () => {
    expect(found('unsafe-addresses', withBlocks({ a: navigation('http://example.org/') }))).toEqual([
      'warns /more a items.0.to',
    ])
  })
  test('markup with such an address is found whoever wrote it', () => {
    expect(found('unsafe-addresses', markup('<img src="javascript:1" alt="">'))).toEqual(['blocks /'])
    expect(found('unsafe-addresses', markup('<form action="//evil.example"></form>'))).toEqual(['blocks /'])
  })
})

describe('bidi-controls', () => {
  test('letters from right to left and their marks pass', () => {
    expect(found('bidi-controls', withBlocks({ a: quotation('书', '\u200fكىتاب') }))).toEqual([])
  })
  test.each(['\u202e', '\u2066', '\u202a'])('%j is found', (sign) => {
    expect(found('bidi-controls', withBlocks({ a: quotation(`书${sign}馆`, 'Book') }))).toEqual([
      'warns /more a text.zh-CN',
    ])
  })
})

describe('size-budget', () => {
  const weighing = (gzip: number, css = 0): CheckedSite =>
    site({
      css,
      drawn: drawn(soundPages())
        .map((one) => ({ ...one, gzip }))
        .slice(0, 1),
    })
  test('a page and a sheet of the whole budget pass', () => {
    expect(found('size-budget', weighing(sizeBudget.html, sizeBudget.css))).toEqual([])
  })
  test('a byte more is found', () => {
    expect(found('size-budget', weighing(sizeBudget.html + 1, sizeBudget.css + 1))).toEqual([
      'blocks /',
      'blocks site',
    ])
  })
})

describe('what the law asks for', () => {
  test.each([
    ['opening-hours', '/visit'],
    ['contact', '/visit'],
    ['lending-rules', '/borrowing'],
    ['complaints', '/feedback'],
    ['statements', '/accessibility'],
    ['statements', '/privacy'],
  ])('%s is found when %s is not there, with its article', (rule, path) => {
    expect(findings(rule, site())).toEqual([])
    const [one, ...more] = findings(rule, without(path))
    expect(more).toEqual([])
    expect(one?.article?.['zh-CN']).toMatch(/^《.+》第.+条$/)
    expect(one?.severity).toBe(rule === 'statements' ? 'warns' : 'blocks')
  })
  test('hours and contacts that are not filled in warn, and say where to do it', () => {
    const empty = site({ visiting: { hours: false, contact: false, closures: [] } })
    expect(found('opening-hours', empty)).toEqual(['warns site'])
    expect(found('contact', empty)).toEqual(['warns site'])
  })
  test('nothing is said of what is not known', () => {
    const { visiting: _, ...unknown } = site()
    expect([...found('opening-hours', unknown), ...found('contact', unknown)]).toEqual([])
  })
})

describe('closure-notice', () => {
  const closing = (from: string, announced: string): CheckedSite =>
    site({
      visiting: {
        hours: true,
        contact: true,
        closures: [{ title: { 'zh-CN': '盘点闭馆' }, from, announced }],
      },
    })
  test(`${closureLead} days ahead pass, and so does what is past`, () => {
    expect(found('closure-notice', closing('2026-11-25', '2026-11-22'))).toEqual([])
    expect(found('closure-notice', closing('2026-11-20', '2026-11-20'))).toEqual([])
  })
  test('a notice that comes too late is found', () => {
    expect(found('closure-notice', closing('2026-11-24', '2026-11-22'))).toEqual(['warns site'])
    expect(findings('closure-notice', closing('2026-11-23', '2026-11-24'))[0]?.words.en).toContain('0 days')
  })
})

describe('filing-number', () => {
  const filed = (icp?: string, publicSecurity?: string): CheckedSite =>
    site({ facts: { ...site().facts, filings: { icp, publicSecurity } } })
  test('the numbers as they are written pass', () => {
    expect(found('filing-number', filed('京ICP备12345678号-1', '京公网安备 11010502030143号'))).toEqual([])
    expect(found('filing-number', filed('粤ICP备2021012345号'))).toEqual([])
  })
  test('a site without one may be tried, and is told', () => {
    expect(found('filing-number', filed())).toEqual(['warns site'])
  })
  test.each([
    ['12345678', undefined],
    ['京ICP备12345678号-1', '11010502030143'],
    ['<b>京ICP备12345678号', undefined],
  ])('%s %s is found', (icp, publicSecurity) => {
    expect(found('filing-number', filed(icp, publicSecurity))).toEqual(['warns site'])
  })
})

describe('sensitive-words', () => {
  const table = (word: string): Partial<CheckedSite> => ({ sensitive: [{ word, severity: 'warns' }] })
  test('without a table nothing is found', () => {
    expect(found('sensitive-words', withBlocks({ a: quotation('读书', 'Read') }))).toEqual([])
  })
  test('width, case and spaces hide nothing, and a text is told once', () => {
    expect(
      found('sensitive-words', withBlocks({ a: quotation('最 高 级ＡＢＣ', 'Read') }, table('高级abc'))),
    ).toEqual(['warns /more a text.zh-CN'])
  })
  test('the reason of the table is told', () => {
    const sensitive = [
      { word: '第一', severity: 'blocks' as const, why: { 'zh-CN': '请写出依据。', en: 'Give a source.' } },
    ]
    expect(
      findings('sensitive-words', withBlocks({ a: quotation('全国第一', 'x') }, { sensitive }))[0],
    ).toMatchObject({
      severity: 'blocks',
      words: { 'zh-CN': '“引文”里有“第一”。请写出依据。' },
    })
  })
})

describe('page-times', () => {
  const timed = (path: string, times: object): CheckedSite => {
    const made = page(['春节活动', 'Spring Festival'])
    return site({ pages: soundPages().set(path, { ...made, meta: { ...made.meta, ...times } }) })
  }
  test('a page that stands now or later passes', () => {
    expect(found('page-times', timed('/spring', { from: '2027-01-01T00:00:00+08:00' }))).toEqual([])
    expect(found('page-times', timed('/spring', { until: '2026-11-22T18:00:00+08:00' }))).toEqual([])
  })
  test('one that never stands, one that has ended, and times of the home page are found', () => {
    const never = { from: '2027-02-01T00:00:00+08:00', until: '2027-01-31T17:00:00Z' }
    expect(found('page-times', timed('/spring', { ...never, until: never.from }))).toEqual(['blocks /spring'])
    // Half past midnight on the first in China, still the thirty-first elsewhere.
    expect(found('page-times', timed('/spring', never))).toEqual([])
    expect(found('page-times', timed('/spring', { until: '2026-11-21T15:59:00Z' }))).toEqual([
      'warns /spring',
    ])
    expect(found('page-times', timed('/', { until: '2027-01-01T00:00:00Z' }))).toEqual(['warns /'])
  })
})
