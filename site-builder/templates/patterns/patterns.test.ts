/** Every ready section is drawn, says all of it in two languages and leaves a site that may go live. */
import { blockFaults, blockType } from '@shuxiang/site-blocks'
import { check } from '@shuxiang/site-checks'
import { childrenOf, parsePage, type PageDoc } from '@shuxiang/site-model'
import { siteThemes } from '@shuxiang/themes'
import { describe, expect, it } from 'vitest'
import { county } from '../county.ts'
import { templates } from '../index.ts'
import type { TemplateSite } from '../template.ts'
import { noAnswers, sampleAnswers } from '../testing/sample-answers.ts'
import { sitePage } from '../testing/site-page.ts'
import { patterns, type Pattern } from './index.ts'

const languages = ['zh-CN', 'en'] as const
const site = county.siteOf({ code: 'n330110', name: '余杭区图书馆' })
const [theme] = siteThemes.filter(({ name }) => name === site.theme)
/** Only a librarian has the picture. */
const asksFor: Readonly<Record<string, readonly string[]>> = { story: ['blocks.picture.fields.picture'] }

/** The template's site with a section on a page of its own that begins as others do. */
function withPattern(pattern: Pattern): TemplateSite {
  const opens = pattern.id === 'opening'
  const doc: PageDoc = {
    schema: 1,
    meta: { title: { ...pattern.words }, description: { ...pattern.about } },
    root: [...(opens ? [] : ['begin']), ...pattern.root],
    blocks: {
      ...(!opens && {
        begin: { type: 'hero-search', v: 1, fields: blockType('hero-search')?.defaults() ?? {}, slots: {} },
      }),
      ...pattern.blocks,
    },
  }
  return { ...site, pages: new Map([...site.pages, ['/tried', doc]]) }
}

function findings(of: TemplateSite, answering: typeof sampleAnswers): string[] {
  if (!theme) throw new Error('The template has no theme.')
  return check({
    facts: { names: of.names, languages, menu: of.menu, theme },
    pages: of.pages,
    drawn: languages.map((language) => ({
      path: '/tried',
      language,
      html: sitePage(of, { path: '/tried', locale: language }, answering),
    })),
    answered: [
      '/search',
      '/item/*',
      '/browse/*',
      '/my',
      '/my/*',
      '/preferences',
      '/auth/*',
      '/notices.atom',
      '/events.ics',
    ],
    today: '2026-11-22',
  })
    .filter(({ page }) => page === '/tried')
    .map(({ rule, field, words }) => `${rule} ${field ?? ''} ${words.en}`)
}

it('there are at least ten, each with a name of its own', () => {
  expect(patterns.length).toBeGreaterThanOrEqual(10)
  expect(new Set(patterns.map(({ id }) => id)).size).toBe(patterns.length)
  for (const language of languages)
    expect(new Set(patterns.map(({ words }) => words[language])).size).toBe(patterns.length)
})

describe.each(patterns)('$id', { timeout: 30_000 }, (pattern) => {
  const whole = withPattern(pattern)
  const doc = whole.pages.get('/tried')

  it('is of known blocks that may stand where they are, and of no other', () => {
    const parsed = parsePage(JSON.parse(JSON.stringify(doc)))
    const faults = parsed.ok ? blockFaults(parsed.value) : parsed.faults
    expect(faults.map(({ path }) => path)).toEqual(asksFor[pattern.id] ?? [])
    const named = [...pattern.root, ...Object.values(pattern.blocks).flatMap(childrenOf)]
    expect(named.toSorted()).toEqual(Object.keys(pattern.blocks).toSorted())
  })

  it.each([
    ['with records', sampleAnswers],
    ['with nothing yet', noAnswers],
  ])('leaves the check before publishing as it is, %s', (_, answering) => {
    const asked = (asksFor[pattern.id] ?? []).map((path) => path.replace('blocks.picture.fields.', ''))
    expect(
      findings(whole, answering).filter((line) => !asked.some((field) => line.includes(` ${field} `))),
    ).toEqual([])
  })

  it.each(languages)('is seen in %s', (locale) => {
    const bare = sitePage(
      withPattern({ ...pattern, root: [], blocks: {} }),
      { path: '/tried', locale },
      sampleAnswers,
    )
    const drawn = sitePage(whole, { path: '/tried', locale }, sampleAnswers)
    expect(drawn.length).toBeGreaterThan(bare.length + 100)
  })

  it('leads only to pages that every template has', () => {
    const leads = [...JSON.stringify(pattern.blocks).matchAll(/"to":"(\/[^"?#]*)/g)].flatMap(
      ([, to]) => to ?? [],
    )
    for (const template of templates) {
      const { pages } = template.siteOf({ code: 'n1', name: '馆' })
      expect(leads.filter((to) => to !== '/search' && !pages.has(to))).toEqual([])
    }
  })
})
