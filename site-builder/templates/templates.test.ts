/** Every template gives whole sites that may go live, for any name a library may have. */
import { blockFaults, siteFooterNav } from '@shuxiang/site-blocks'
import { check, type CheckedSite, type DrawnPage } from '@shuxiang/site-checks'
import { parsePage, type PageDoc } from '@shuxiang/site-model'
import { siteThemes } from '@shuxiang/themes'
import { describe, expect, it } from 'vitest'
import { templateFor, templates } from './index.ts'
import type { Template, TemplateSite } from './template.ts'
import { noAnswers, sampleAnswers } from './testing/sample-answers.ts'
import { sitePage, type Answering } from './testing/site-page.ts'

const yuhang = { code: 'n330110', name: '余杭区图书馆' }
const libraries = [
  yuhang,
  { code: 'n1', name: '馆' },
  { code: 'n2', name: `${'内蒙古自治区'.repeat(4)}图书馆<script>` },
]

/** What the installation answers on every site's host. */
const answered = [
  ...['/search', '/item/*', '/browse', '/browse/*', '/my', '/my/*', '/preferences', '/auth/*'],
  ...['/notices.atom', '/events.ics'],
]
const languages = ['zh-CN', 'en'] as const

function drawn(site: TemplateSite, answering: Answering): readonly DrawnPage[] {
  return [...site.pages.keys()].flatMap((path) =>
    languages.map((language) => ({
      path,
      language,
      html: sitePage(site, { path, locale: language }, answering),
    })),
  )
}

function checked(template: Template, answering: Answering, change: Partial<CheckedSite> = {}) {
  const site = template.siteOf(yuhang)
  const theme = siteThemes.find(({ name }) => name === site.theme)
  if (!theme) throw new Error(`there is no theme ${site.theme}`)
  return check({
    facts: { names: site.names, languages, menu: site.menu, theme },
    pages: site.pages,
    drawn: drawn(site, answering),
    answered,
    today: '2026-11-22',
    ...change,
  })
}

// Whole sites are drawn in both languages, many of them beside other suites.
describe.each(templates)('$id', { timeout: 30_000 }, (template) => {
  it.each(libraries)('is a site of known blocks for $name', (library) => {
    const { pages, names, seal, theme, menu } = template.siteOf(library)
    expect(pages.has('/')).toBe(true)
    expect(names['zh-CN']).toBe(library.name)
    expect([...seal].length).toBeLessThanOrEqual(2)
    expect(siteThemes.map((one) => one.name)).toContain(theme)
    expect(menu.length).toBeGreaterThan(4)
    expect(menu.length).toBeLessThan(7)
    for (const [path, document] of pages) {
      expect(path).toMatch(/^\/[\w/-]*$/)
      const parsed = parsePage(JSON.parse(JSON.stringify(document)))
      expect(parsed.ok ? blockFaults(parsed.value) : parsed.faults).toEqual([])
    }
  })

  it.each([
    ['with records', sampleAnswers],
    ['with nothing yet', noAnswers],
  ])('goes live %s: only what nobody can know yet is found', (_, answering) => {
    const found = checked(template, answering).map(({ rule, page, field }) => [rule, page, field])
    expect(found).toEqual([
      ['filing-number', null, undefined],
      // The library's own name, in a language in which only a librarian can know it.
      ['languages', null, undefined],
    ])
  })

  it('tells a library what is left to fill in', () => {
    const found = checked(template, noAnswers, { visiting: { hours: false, contact: false, closures: [] } })
    expect(found.map(({ rule }) => rule)).toEqual(['opening-hours', 'contact', 'filing-number', 'languages'])
  })

  it('leads to each of its pages from the frame, the home page or one of theirs', () => {
    const { pages, menu } = template.siteOf(yuhang)
    const reached = new Set(['/', ...[...menu, ...siteFooterNav([...pages.keys()])].map(({ path }) => path)])
    const leads = (document: PageDoc): string[] =>
      [...JSON.stringify(document.blocks).matchAll(/"to":"(\/[^"?#]*)/g)].flatMap(([, to]) => to ?? [])
    for (const path of reached)
      for (const to of leads(
        pages.get(path) ?? { schema: 1, meta: { title: { en: '' } }, root: [], blocks: {} },
      ))
        reached.add(to)
    expect([...pages.keys()].filter((path) => !reached.has(path))).toEqual([])
  })

  it('has the same words for a library whenever it is asked', () => {
    expect(JSON.stringify([...template.siteOf(yuhang).pages])).toBe(
      JSON.stringify([...template.siteOf(yuhang).pages]),
    )
  })
})

it('no two have one name, and no two a home page of the same order', () => {
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
  const orders = templates.map((template) => template.siteOf(yuhang).pages.get('/')?.root.join())
  expect(new Set(orders).size).toBe(templates.length)
})

describe('which template a library gets', () => {
  it.each([
    ['n33', '浙江图书馆', 'city'],
    ['n3301', '杭州图书馆', 'city'],
    ['n330111', '富阳区图书馆', 'county'],
    ['n2224', '延边朝鲜族自治州图书馆', 'two-languages'],
    ['n222401', '延吉市图书馆', 'two-languages'],
    ['n440305', '南山区少年儿童图书馆', 'children'],
  ])('%s %s: %s', (code, name, id) => {
    expect(templateFor({ code, name }).id).toBe(id)
  })
  it('counties are spread over several', () => {
    const ids = Array.from(
      { length: 60 },
      (_, n) => templateFor({ code: `n3301${n + 10}`, name: '县图书馆' }).id,
    )
    expect(new Set(ids)).toEqual(new Set(['county', 'local-history', 'university-town']))
  })
})
