// A site as its template gives it may be published; what harms readers, or what the law asks for and is not there, holds it back.
import { openSiteForPublishing, type SiteInputs } from '@shuxiang/site-publish'
import { expect, test } from 'vitest'
import { countyTemplateSite } from '../../../site-builder/publish/testing/county-site.ts'
import { checkDrawn } from './check.ts'
import type { CheckFacts } from './ports.ts'

/** A whole site is drawn in both languages, beside other suites. */
const slow = { timeout: 30_000 }

const county = countyTemplateSite(new Date('2026-11-22T04:00:00Z'))
const known: CheckFacts = {
  visiting: { hours: true, contact: true, closures: [] },
  files: {},
  codes: new Set(),
  offers: undefined,
}
const checked = (inputs: SiteInputs, facts: CheckFacts = known) =>
  checkDrawn(inputs, openSiteForPublishing(inputs).draw(new Map()), facts)

test('nothing holds a new site back, and what is left to fill in is said with its article', slow, () => {
  const findings = checked(county)
  expect(findings.filter(({ blocking }) => blocking)).toEqual([])
  expect(findings.find(({ rule }) => rule === 'filing-number')).toMatchObject({
    page: null,
    block: null,
    words: { 'zh-CN': expect.stringContaining('（《互联网信息服务管理办法》第十二条）') },
  })
})

test('a site that does not say how one borrows is held back', slow, () => {
  const pages = new Map([...county.pages].filter(([path]) => path !== '/borrowing'))
  expect(checked({ ...county, pages }).filter(({ blocking }) => blocking)).toMatchObject([
    { rule: 'lending-rules', words: { en: expect.stringContaining('Public Library Law, article 38') } },
  ])
})

test('a block that is not known is named with its page', slow, () => {
  const [path, home] = [...county.pages][0] ?? []
  if (!path || !home) throw new Error('the template has no page')
  const strange = { type: 'video-wall', v: 1, fields: {}, slots: {} }
  const pages = new Map(county.pages).set(path, {
    ...home,
    root: [...home.root, 'strange'],
    blocks: { ...home.blocks, strange },
  })
  expect(checked({ ...county, pages }).filter(({ blocking }) => blocking)).toMatchObject([
    { rule: 'schema', page: '/', block: 'strange' },
  ])
})

test('what readers cannot be told yet is said, and a closure that is told too late', slow, () => {
  const closure = { title: { 'zh-CN': '消防检修' }, from: '2026-12-01', announced: '2026-11-30' }
  const rules = checked(county, {
    visiting: { hours: false, contact: false, closures: [closure] },
    files: {},
    codes: new Set(),
    offers: undefined,
  }).map(({ rule }) => rule)
  expect(rules).toEqual(expect.arrayContaining(['opening-hours', 'contact', 'closure-notice']))
  expect(checked(county).map(({ rule }) => rule)).not.toContain('closure-notice')
})

test('a link to a file that is gone holds a site back, but not while nobody knows', slow, () => {
  const [path, home] = [...county.pages][0] ?? []
  if (!path || !home) throw new Error('the template has no page')
  const to = 'asset:a-plan-of-the-house'
  const runs = [{ text: '平面图', marks: [{ type: 'link', to }] }]
  const fields = { body: { 'zh-CN': [{ type: 'paragraph', runs }] } }
  const block = { type: 'rich-text', v: 1, fields, slots: {} }
  const pages = new Map(county.pages).set(path, {
    ...home,
    root: [...home.root, 'plan'],
    blocks: { ...home.blocks, plan: block },
  })
  const held = (files: CheckFacts['files']) =>
    checked({ ...county, pages }, { ...known, files })
      .filter(({ blocking }) => blocking)
      .map(({ rule, page, block: at }) => [rule, page, at])
  expect(held({})).toEqual([['internal-links', '/', 'plan']])
  expect(held({ [to]: '/_files/x.pdf' })).toEqual([])
  expect(held(undefined)).toEqual([])
})
