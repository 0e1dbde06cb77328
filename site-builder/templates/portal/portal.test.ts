/** The pages of a new portal are held to what is asked of every library's site. */
import { createHash } from 'node:crypto'
import { blockFaults } from '@shuxiang/site-blocks'
import { check } from '@shuxiang/site-checks'
import { parsePage } from '@shuxiang/site-model'
import { siteThemes } from '@shuxiang/themes'
import { portalName, portalSeal } from '@shuxiang/vocabulary'
import { expect, it } from 'vitest'
import { noAnswers, sampleAnswers } from '../testing/sample-answers.ts'
import { sitePage, type Answering } from '../testing/site-page.ts'
import { portalNav, portalPages } from './index.ts'
import { madePages } from './made-pages.ts'

const names = { ...portalName }
const languages = ['zh-CN', 'en'] as const
const pages = new Map([...portalPages].map(([path, page]) => [path, page()]))
/** What a library is asked and a portal is not, and the number of its registration, which its operator knows. */
const ofALibrary = ['opening-hours', 'lending-rules', 'contact', 'complaints', 'filing-number']
/** What stands at an address without a page of the builder. */
const answered = [
  '/search',
  '/item/*',
  '/person/*',
  '/browse',
  '/browse/*',
  '/random',
  '/my',
  '/my/*',
  '/preferences',
  '/auth/*',
  '/console',
]

it.each([...pages])('%s is a page of known blocks', (_, page) => {
  const parsed = parsePage(JSON.parse(JSON.stringify(page)))
  expect(parsed.ok ? blockFaults(parsed.value) : parsed.faults).toEqual([])
})

it.each([
  ['with records', sampleAnswers],
  ['with nothing yet', noAnswers],
] as [string, Answering][])('all may go live %s', (_, answering) => {
  const [theme] = siteThemes
  const menu = portalNav.map(({ path, words }) => ({ path, words }))
  const site = { names, seal: portalSeal, theme: theme?.name ?? '', menu, pages }
  const drawn = [...pages.keys()].flatMap((path) =>
    languages.map((language) => ({
      ...{ path, language },
      html: sitePage(site, { path, locale: language }, answering),
    })),
  )
  if (!theme) throw new Error('There is no theme.')
  const facts = { names, languages, menu, theme }
  const found = check({ facts, pages, drawn, answered, today: '2026-11-22' })
  expect(found.filter(({ rule }) => !ofALibrary.includes(rule))).toEqual([])
})

it('every page is reached from the frame of every other', () => {
  expect(new Set(['/', ...portalNav.map(({ path }) => path)])).toEqual(new Set(pages.keys()))
})

it.each([...portalPages.keys()])(
  'the document of %s is the last of those that portals began with: add its hash when it changes',
  (path) => {
    const document = JSON.stringify(portalPages.get(path)?.())
    expect(madePages[path]?.at(-1)).toBe(createHash('sha256').update(document).digest('hex'))
  },
)
