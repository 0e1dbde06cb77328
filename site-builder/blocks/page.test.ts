/** Pages of blocks: which queries they ask and what they show, also when answers are missing or wrong. */
import type { PageDoc } from '@shuxiang/site-model'
import { expect, test } from 'vitest'
import type { RenderContext } from './contract.ts'
import { blockFaults } from './faults.ts'
import {
  answersFor,
  context,
  headOf,
  missesItsSubject,
  queriesOf,
  renderPage,
  textOf,
} from './testing/pages.ts'
import { answersWith, homeAnswers } from './testing/portal-answers.ts'
import { portalHome, portalLibraries } from './testing/portal-pages.ts'

test('the home page asks for each thing once', () => {
  expect(queriesOf(portalHome(), context).map((query) => query.operation)).toEqual([
    'HomeKinds',
    'DailyPoem',
    'ShelfRecords',
    'ShelfRecords',
    'LibraryRegions',
  ])
  const twice = portalHome()
  twice.root.push('again')
  const { books } = twice.blocks
  if (books) twice.blocks.again = books
  expect(queriesOf(twice, context)).toHaveLength(5)
})

test('the home page shows what came', () => {
  const page = renderPage(portalHome(), answersFor(portalHome(), homeAnswers), context)
  expect(page).toContain('<b>391,206</b>')
  expect(page).toContain('<span class="clause">空山新雨后，</span><span class="clause">天气晚来秋。</span>')
  expect(page).toContain('href="/item/b0"')
  expect(page).toContain('href="/search?kind=book&amp;sort=popular"')
  expect(page).toContain('href="/libraries?region=33"')
  expect(page).toContain('data-enhance="search.box.v1"')
})

test('kinds have the names that the graph gives, whatever they are', () => {
  const values = [{ value: 'map', label: '地图', count: 7 }]
  const answers = {
    ...homeAnswers,
    HomeKinds: { search: { totalCount: 7, facets: [{ name: 'kind', values }] } },
  }
  const page = renderPage(portalHome(), answersFor(portalHome(), answers), context)
  expect(page).toContain('<span>地图</span> <b>7</b>')
})

test('neighbours on a shelf never share a colour, whichever records stand there', () => {
  for (let first = 0; first < 60; first++) {
    const page = renderPage(
      portalHome(),
      answersFor(
        portalHome(),
        answersWith((usual) => (/^b\d$/.test(usual) ? `${usual}${first}` : usual)),
      ),
      context,
    )
    const shelf = /<ul class="shelf">[\s\S]*?<\/ul>/.exec(page)?.[0] ?? ''
    const tones = [...shelf.matchAll(/tone-(\d)/g)].map((match) => match[1])
    expect(tones).toHaveLength(3)
    expect(tones.filter((tone, n) => tone === tones[n - 1])).toEqual([])
  }
})

test('the poem of the day is a heading that leads to it and then its text, not one long link', () => {
  const page = renderPage(portalHome(), answersFor(portalHome(), homeAnswers), context)
  const daily = /<section class="daily"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
  expect([...daily.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map((match) => match[1])).toEqual(['山居秋暝'])
  expect(daily).toMatch(/<h2 id="hero-daily">[\s\S]*每日一诗[\s\S]*<a href="\/item\/p1">/)
  expect(daily.indexOf('</h2>')).toBeLessThan(daily.indexOf('空山新雨后'))
})

test('without answers the page is whole: title and search stand, shelves and tiles are left out', () => {
  const page = renderPage(portalHome(), new Map(), context)
  expect(page).toContain('<h1')
  expect(page).toContain('action="/search"')
  expect(page).toContain('hero alone')
  expect(page).not.toMatch(/class="shelf"|class="tiles"|class="daily"|class="kinds"|undefined|null/)
})

test('an answer of the wrong shape counts as none', () => {
  const wrong = Object.fromEntries(
    Object.keys(homeAnswers).map((name) => [name, { search: 7, regions: [{}], dailyPoem: [] }]),
  )
  expect(renderPage(portalHome(), answersFor(portalHome(), wrong), context)).toBe(
    renderPage(portalHome(), new Map(), context),
  )
})

test('rendering is pure', () => {
  const answers = answersFor(portalHome(), homeAnswers)
  expect(renderPage(portalHome(), answers, context)).toBe(renderPage(portalHome(), answers, context))
})

test('an unknown block, a newer one and one with wrong fields are left out, and named for publishing', () => {
  const doc = portalHome()
  doc.root.unshift('x', 'y', 'z')
  doc.blocks.x = { type: 'from-the-future', v: 1, fields: {}, slots: {} }
  doc.blocks.y = { type: 'hero-search', v: 9, fields: {}, slots: {} }
  doc.blocks.z = { type: 'resource-shelf', v: 1, fields: { title: 'no locales' }, slots: {} }
  expect(renderPage(doc, new Map(), context)).toBe(renderPage(portalHome(), new Map(), context))
  expect(blockFaults(doc).map((fault) => fault.path)).toEqual(
    expect.arrayContaining(['blocks.x', 'blocks.y', 'blocks.z.fields.title']),
  )
})

test('a block is shown from and until its times', () => {
  const at = (now: string, show: NonNullable<PageDoc['blocks'][string]['show']>): boolean => {
    const doc = portalHome()
    const { hero } = doc.blocks
    if (hero) hero.show = show
    return renderPage(doc, new Map(), { ...context, now }).includes('class="hero')
  }
  expect(at('2026-11-22T12:00:00Z', { from: '2026-11-22T20:00:00+08:00' })).toBe(true)
  expect(at('2026-11-22T11:59:59Z', { from: '2026-11-22T20:00:00+08:00' })).toBe(false)
  expect(at('2026-11-22T12:00:00Z', { to: '2026-11-22T20:00:00+08:00' })).toBe(false)
})

test('a hand-picked shelf keeps its order and bears a record that is gone', () => {
  const doc = portalHome()
  doc.blocks.books = {
    type: 'resource-shelf',
    v: 1,
    slots: {},
    fields: {
      title: { en: 'Picks' },
      source: { from: 'picked', ids: ['r2', 'gone', 'r1'] },
      whenEmpty: 'say',
    },
  }
  const card = (id: string) => ({
    record: {
      id,
      kind: 'book',
      title: id,
      language: 'zh-Hans',
      url: `/item/${id}`,
      titleBeside: null,
      agents: [],
      period: null,
    },
  })
  const answers = new Map(
    queriesOf(doc, context)
      .filter((query) => query.operation === 'ShelfRecord' && query.variables.id !== 'gone')
      .map((query) => [query.key, card(String(query.variables.id))]),
  )
  expect([...renderPage(doc, answers, context).matchAll(/\/item\/(\w+)/g)].map((match) => match[1])).toEqual([
    'r2',
    'r1',
  ])
})

test.each(['33', '3301', '330110'])('the directory opens region %s', (region) => {
  const [query] = queriesOf(portalLibraries(), { ...context, parameters: { region } })
  expect(query).toMatchObject({ operation: 'LibraryRegion', variables: { region } })
})

test('without a region the directory shows the nation', () => {
  const there = { ...context, parameters: { region: '' } }
  expect(queriesOf(portalLibraries(), there)[0]?.operation).toBe('LibraryRegions')
  expect(missesItsSubject(portalLibraries(), new Map(), there)).toBe(false)
})

test.each(['x', '3', '33011', '1e9', '33 or 1=1', '９９', '__proto__'])(
  '%j cannot be a region: nobody is asked, and the page is not found',
  (region) => {
    const there = { ...context, parameters: { region } }
    expect(queriesOf(portalLibraries(), there)).toEqual([])
    expect(missesItsSubject(portalLibraries(), new Map(), there)).toBe(true)
    expect(renderPage(portalLibraries(), new Map(), there)).toContain('没有这个地区')
  },
)

test('a list of libraries longer than a page goes on by its cursor', () => {
  const there: RenderContext = { ...context, parameters: { region: '13' } }
  const doc = portalLibraries()
  const [query] = queriesOf(doc, there)
  const libraries = {
    totalCount: 179,
    pageInfo: { hasNextPage: true, endCursor: 'WyJh_-8' },
    edges: [],
  }
  const answer = {
    region: { id: '13', name: '河北省', label: '河北省', parent: null },
    regions: [],
    libraries,
  }
  const page = renderPage(doc, new Map([[query?.key ?? '', answer]]), there)
  expect(page).toContain('共 179 座，每页列出 100 座')
  expect(page).toContain('href="/libraries?region=13&amp;after=WyJh_-8"')
  const further = { ...there, parameters: { region: '13', after: 'WyJh_-8' } }
  expect(queriesOf(doc, further)[0]?.variables).toMatchObject({ region: '13', after: 'WyJh_-8' })
  const wrong = { ...there, parameters: { region: '13', after: '"><x' } }
  expect(queriesOf(doc, wrong)[0]?.variables).toMatchObject({ after: null })
})

test('a region that is not there and a directory that is away are told apart', () => {
  const there: RenderContext = { ...context, parameters: { region: '99' } }
  const doc = portalLibraries()
  const key = queriesOf(doc, there)[0]?.key ?? ''
  const none = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] }
  const answers = new Map([[key, { region: null, regions: [], libraries: none }]])
  expect(renderPage(doc, answers, there)).toContain('没有这个地区')
  expect(renderPage(doc, new Map(), there)).toContain('暂时取不到')
  expect(missesItsSubject(doc, answers, there)).toBe(true)
  expect(missesItsSubject(doc, new Map(), there)).toBe(false)
})

test.each([
  ['zh-CN', '四川省 · 各地图书馆', '四川省的公共图书馆：205 馆，按地区列出。'],
  ['en', 'Sichuan · Libraries', 'Public libraries of Sichuan: 205 libraries, listed by region.'],
] as const)('an opened region has a head of its own in %s', (locale, title, description) => {
  const there: RenderContext = { ...context, locale, parameters: { utm: 'x', region: '51' } }
  const doc = portalLibraries()
  const key = queriesOf(doc, there)[0]?.key ?? ''
  const region = { id: '51', name: '四川省', label: locale === 'en' ? 'Sichuan' : '四川省', parent: null }
  const answers = new Map([
    [
      key,
      {
        region,
        regions: [],
        libraries: { totalCount: 205, pageInfo: { hasNextPage: true, endCursor: 'x' }, edges: [] },
      },
    ],
  ])
  expect(headOf(doc, answers, there)).toEqual({ title, description, parameters: { region: '51' } })
  // What is not known is not said: the directory's own words stand.
  expect(headOf(doc, new Map(), there).parameters).toEqual({})
})

test('libraries of a name are asked for as they were typed, in a line and no longer than the graph takes', () => {
  const doc = portalLibraries()
  const asked = (q: string) => queriesOf(doc, { ...context, parameters: { q, region: '51' } })[0]
  expect(asked(' 余杭\n\u0000 区 ')).toMatchObject({
    operation: 'LibrariesNamed',
    variables: { name: '余杭 区' },
  })
  expect(asked('𠮷'.repeat(300))?.variables).toMatchObject({ name: '𠮷'.repeat(100) })
  expect(asked(' \t')?.operation).toBe('LibraryRegion')
  const there: RenderContext = { ...context, parameters: { q: '余杭' } }
  expect(headOf(doc, new Map(), there)).toMatchObject({ title: '“余杭”的图书馆', parameters: {} })
  expect(missesItsSubject(doc, new Map(), there)).toBe(false)
  expect(renderPage(doc, new Map(), there)).toContain('暂时取不到')
})

test('every province stands in the directory, those without a library too', () => {
  const doc = portalLibraries()
  const key = queriesOf(doc, context)[0]?.key ?? ''
  const regions = [{ id: '33', name: '浙江省', label: '浙江省', libraryCount: 102 }]
  const page = renderPage(doc, new Map([[key, { regions, libraries: { totalCount: 102 } }]]), context)
  expect(page.match(/<li class="at-/g)).toHaveLength(34)
  expect(page).toContain('href="/libraries?region=33"')
  expect(page).not.toContain('href="/libraries?region=71"')
  expect(page).toContain('<span>台湾</span>')
})

test('the head and the words of a page are in the reader’s language', () => {
  const english = headOf(portalLibraries(), new Map(), { ...context, locale: 'en' })
  expect(english).toEqual({ title: 'Libraries', description: 'Public libraries by region.', parameters: {} })
  expect(headOf(portalLibraries(), new Map(), context).title).toBe('各地图书馆')
  expect(textOf(portalHome(), context)).toContain('遍览天下书')
})
