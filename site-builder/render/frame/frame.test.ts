/** The frame says where the reader is, leads only to what exists, and lets nothing foreign in. */
import { parseFragment } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import {
  errorPage,
  errorTitle,
  footer,
  masthead,
  noticeBar,
  preferencesPanel,
  skeleton,
  unavailableBox,
} from '../index.ts'
import type { ErrorStatus, Locale } from '../index.ts'
import { locales } from './messages.ts'

type Element = DefaultTreeAdapterTypes.Element

function elements(markup: string): Element[] {
  const found: Element[] = []
  const walk = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes)
      if ('tagName' in child) {
        found.push(child)
        walk(child)
      }
  }
  walk(parseFragment(markup))
  return found
}

const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attrs.find((one) => one.name === name)?.value

const links = [
  { href: '/search?kind=poem', label: 'Poetry', current: true },
  { href: '/libraries', label: 'Libraries', current: false },
]

test('the links of the frame are those given, and one says where the reader is', () => {
  const found = elements(masthead({ locale: 'zh-CN', path: '/', links }))
  const hrefs = found.filter((one) => one.tagName === 'a').map((one) => attribute(one, 'href'))
  expect(hrefs).toEqual(['#main', '/', '/search', '/search?kind=poem', '/libraries'])
  const current = found.filter((one) => attribute(one, 'aria-current') === 'page')
  expect(current.map((one) => attribute(one, 'href'))).toEqual(['/search?kind=poem'])
  const foot = elements(footer({ locale: 'en', address: 'http://a.test/', links }))
  expect(foot.filter((one) => one.tagName === 'nav').map((one) => attribute(one, 'aria-label'))).toEqual([
    'Footer',
  ])
  expect(elements(footer({ locale: 'en', address: 'x' })).some((one) => one.tagName === 'nav')).toBe(false)
})

test('the skip link leads to the content', () => {
  expect(attribute(elements(masthead({ locale: 'en', path: '/', links }))[0], 'href')).toBe('#main')
})

test('preferences are a form without scripts that returns to the page', () => {
  const found = elements(
    preferencesPanel({
      locale: 'en',
      path: '/search?q=a&b',
      preferences: { mode: 'dark', scale: 'large', script: 'hant' },
      preferencesOpen: true,
    }),
  )
  const form = found.find((one) => one.tagName === 'form')
  expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['get', '/preferences'])
  const chosen = found
    .filter((one) => attribute(one, 'checked') !== undefined)
    .map((one) => attribute(one, 'value'))
  expect(chosen).toEqual(['dark', 'large', 'hant', 'en'])
  expect(
    attribute(
      found.find((one) => attribute(one, 'name') === 'return'),
      'value',
    ),
  ).toBe('/search?q=a&b')
  expect(attribute(found[0], 'open')).toBe('')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  `/${'a'.repeat(3000)}`,
])('preferences do not return to %s', (path) => {
  const found = elements(preferencesPanel({ locale: 'en', path }))
  expect(
    attribute(
      found.find((one) => attribute(one, 'name') === 'return'),
      'value',
    ),
  ).toBe('/')
})

test('importing says how far it is; no import, no bar', () => {
  expect(noticeBar({ locale: 'zh-CN', importing: { done: 4200, total: 20_000 } })).toContain('4,200 / 20,000')
  expect(noticeBar({ locale: 'en', importing: { done: 0, total: 0 } })).not.toContain('progress')
  expect(noticeBar({ locale: 'en', importing: null })).toBe('')
  expect(noticeBar({ locale: 'en', offline: true })).toContain('role="status"')
})

const statuses: readonly ErrorStatus[] = [404, 410, 421, 451, 500, 503]
test.each(statuses.flatMap((status) => locales.map((locale): [ErrorStatus, Locale] => [status, locale])))(
  '%i in %s has one heading that can take focus',
  (status, locale) => {
    const headings = elements(errorPage({ status, locale, path: '/x' })).filter((one) => one.tagName === 'h1')
    expect(headings.map((one) => attribute(one, 'tabindex'))).toEqual(['-1'])
    expect(errorTitle(status, locale)).not.toBe('')
  },
)

test('a foreign host gets no links into this portal', () => {
  expect(
    elements(errorPage({ status: 421, locale: 'en', path: '/' })).filter((one) => one.tagName === 'a'),
  ).toEqual([])
})

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' onmouseover='x\u202e`
test('foreign text stays text in every part of the frame', () => {
  const parts = [
    masthead({ locale: 'en', path: hostile, links: [{ href: hostile, label: hostile, current: true }] }),
    masthead({ locale: 'en', path: `/search?kind=${hostile}`, links }),
    errorPage({
      status: 410,
      locale: 'en',
      path: hostile,
      reference: hostile,
      withdrawal: { title: hostile, reason: hostile, at: hostile },
    }),
    errorPage({ status: 503, locale: 'en', path: `javascript:${hostile}`, reference: hostile }),
    unavailableBox({ locale: 'en', name: hostile, path: hostile }),
    skeleton({ locale: 'en' }),
    footer({ locale: 'en', address: `https://portal.test/${hostile}` }),
  ]
  for (const part of parts) {
    const found = elements(part)
    expect(found.filter((one) => ['script', 'img'].includes(one.tagName))).toEqual([])
    expect(found.flatMap((one) => one.attrs).filter(({ name }) => /^on|^style$/.test(name))).toEqual([])
    expect(part).not.toContain('\u202e')
    for (const one of found) expect(attribute(one, 'href') ?? '').not.toMatch(/^javascript:/i)
  }
})

const inFooter = (options: Partial<Parameters<typeof footer>[0]>): readonly (string | undefined)[] =>
  elements(footer({ locale: 'zh-CN', address: 'http://a.test/', ...options }))
    .filter(({ tagName }) => tagName === 'a')
    .map((one) => attribute(one, 'href'))

test('the footer shows the filing numbers that are set, each with its register', () => {
  const filings = { icp: '浙ICP备12345678号-1', publicSecurity: '浙公网安备 33010602010143号' }
  expect(footer({ locale: 'en', address: 'http://a.test/', filings })).toContain('>浙ICP备12345678号-1</a>')
  expect(inFooter({ filings })).toEqual([
    'https://beian.miit.gov.cn/',
    'https://beian.mps.gov.cn/#/query/webSearch?code=33010602010143',
  ])
  expect(inFooter({ filings: { icp: ' ', publicSecurity: '' } })).toEqual([])
})

test('a number that is none leads to the register and nowhere else', () => {
  const filings = { icp: '<script>', publicSecurity: '"&code=javascript:1' }
  expect(inFooter({ filings })).toEqual([
    'https://beian.miit.gov.cn/',
    'https://beian.mps.gov.cn/#/query/webSearch?code=',
  ])
})

test('a library’s site leads to its portal', () => {
  expect(inFooter({ portal: 'https://portal.test' })).toEqual(['https://portal.test/'])
  expect(inFooter({ portal: 'javascript:1' })).toEqual(['#'])
})
