import { describe, expect, it } from 'vitest'
import { testPlan } from '../testing/test-plan.ts'
import { frameLinks } from './frame-links.ts'

const entry = (path: string, order: number, change = {}) => ({
  words: { 'zh-CN': `字${path}`, en: `word ${path}` },
  path,
  order,
  place: 'masthead' as const,
  when: 'always' as const,
  ...change,
})
const plan = testPlan(
  { name: 'search', nav: [entry('/search', 30), entry('/search?kind=poem', 20)] },
  {
    name: 'reading',
    nav: [entry('/reading', 90, { when: 'signed-in' }), entry('/about', 10, { place: 'footer' })],
  },
)
const links = (path: string) =>
  frameLinks(plan, { locale: 'en', address: new URL(path, 'http://portal.test'), paths: ['/', '/libraries'] })

describe('links in the frame', () => {
  it('are those of the installed microfrontends and of builder pages, in their order', () => {
    expect(links('/search?kind=poem').masthead).toEqual([
      { href: '/search?kind=poem', label: 'word /search?kind=poem', current: true },
      { href: '/search', label: 'word /search', current: false },
      { href: '/libraries', label: 'Libraries', current: false },
    ])
    expect(links('/').footer).toEqual([{ href: '/about', label: 'word /about', current: false }])
  })
  it('lead to no builder page that is not there', () => {
    const { masthead } = frameLinks(plan, {
      locale: 'en',
      address: new URL('http://portal.test/'),
      paths: ['/'],
    })
    expect(masthead.map(({ href }) => href)).not.toContain('/libraries')
  })
  it('are for whom they are declared: what is for signed-in readers waits until a browser knows of one', () => {
    const { masthead, own } = links('/')
    expect(masthead.map(({ href }) => href)).not.toContain('/reading')
    expect(own).toEqual([{ href: '/reading', label: 'word /reading', current: false }])
  })
  it('of a branch site are its own menu, and at its foot the pages that it has of those that every site should have', () => {
    const site = {
      code: 'n33',
      origin: 'http://n33.portal.test',
      names: { 'zh-CN': '浙江图书馆' },
      seal: '浙江',
      logo: null,
      filings: {},
      theme: 'bamboo',
      languages: ['zh-CN', 'en'] as const,
      menu: [{ path: '/visit', words: { 'zh-CN': '到馆' } }],
      paths: ['/', '/visit', '/privacy'],
      edge: { emergencies: [], grey: false },
      takenDown: [],
      release: null,
    }
    const { masthead, footer } = frameLinks(plan, {
      locale: 'en',
      address: new URL('http://n33.portal.test/visit'),
      site,
      paths: site.paths,
    })
    expect(masthead).toEqual([{ href: '/visit', label: '到馆', current: true }])
    expect(footer).toEqual([
      { href: '/visit', label: 'Contact', current: true },
      { href: '/privacy', label: 'Privacy', current: false },
    ])
  })
})
