/** Branch sites on their own hosts: who answers where, in whose name, and for which library the graph is asked. */
import { request as send } from 'node:http'
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { request } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'

let shell: FixtureShell
let clock = 0
beforeAll(async () => {
  shell = await startFixtureShell({ identity: { url: 'http://identity.test', realm: 'ndl' } }, ['calm'], {
    now: () => clock,
  })
})
afterAll(() => shell.close())

const document = (title: string): string =>
  JSON.stringify({ schema: 1, meta: { title: { 'zh-CN': title } }, root: [], blocks: {} })

beforeEach(() => {
  clock += 60_000
  shell.asked.length = 0
  shell.answers.set('BranchSite', async (variables) => ({
    data: { siteAt: places[hostIn(variables)] ?? null },
    errors: [],
  }))
  shell.answers.set('PortalPage', async (variables) => ({
    data: { page: pathIn(variables) === '/' ? { rev: 1, document: document('首页') } : null },
    errors: [],
  }))
})
const site = {
  id: 'n33',
  names: [{ language: 'zh-CN', text: '浙江图书馆' }],
  seal: '浙江',
  filings: { icp: '浙ICP备12345678号', publicSecurity: '' },
  theme: 'national',
  languages: ['zh-CN', 'en'],
  menu: [{ path: '/', words: [{ language: 'zh-CN', text: '本馆首页' }] }],
  paths: ['/'],
  release: null,
  edge: { emergencies: [], grey: false, takenDown: [] },
}
/** Of a library with an address below the host of all sites, and of one with a host of its own. */
const own = { ...site, id: 'n32' }
const places: Readonly<Record<string, { origin: string; site: typeof site }>> = {
  'n33.sites.test': { origin: 'http://n33.sites.test', site },
  'n31.sites.test': {
    origin: 'http://n31.sites.test',
    site: { ...site, id: 'n31', paths: ['/', '/libraries'] },
  },
  'n32.sites.test': { origin: 'http://www.jslib.test', site: own },
  'www.jslib.test': { origin: 'http://www.jslib.test', site: own },
  'jslib.test': { origin: 'http://www.jslib.test', site: own },
}
const hostIn = (variables: unknown): string => String(Object(variables)['host'])
const pathIn = (variables: unknown): unknown => Object(variables)['path']

interface Answer {
  readonly status: number
  readonly text: string
  readonly headers: Record<string, string | string[] | undefined>
}
async function get(
  path: string,
  host = 'n33.sites.test',
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await request(`${shell.origin}${path}`, { headers: { host, ...headers } })
  return { status: answer.statusCode, text: await answer.body.text(), headers: answer.headers }
}

describe('the host of a branch', () => {
  it('shows the library’s page in its name, and asks for that library only', async () => {
    const { status, text } = await get('/')
    expect(status).toBe(200)
    expect(text).toContain('<title>浙江图书馆</title>')
    expect(text).toContain('本馆首页')
    expect(text).toContain('浙ICP备12345678号')
    expect(text).toContain('http://n33.sites.test/')
    expect(text).not.toContain('http://portal.test')
    expect(shell.asked.filter(({ name }) => name !== 'BranchSite')).toEqual([
      // Of the frame: urgent notices.
      { name: 'LibraryNotices', tenant: 'n33' },
      { name: 'PortalPage', tenant: 'n33' },
    ])
  })

  it('has the microfrontends of the portal, and what they ask is asked for the library', async () => {
    const { status, text } = await get('/calm')
    expect(status).toBe(200)
    expect(text).toContain('浙江图书馆')
    const own = shell.asked.filter(({ name }) => name !== 'BranchSite')
    expect(own.length).toBeGreaterThan(0)
    expect(new Set(own.map(({ tenant }) => tenant))).toEqual(new Set(['n33']))
  })

  it('asks the gateway for the library, whatever a reader says', async () => {
    const answer = await request(`${shell.origin}/graphql`, {
      method: 'POST',
      headers: { host: 'n33.sites.test', 'content-type': 'application/json', 'x-shuxiang-tenant': 'n11' },
      body: JSON.stringify({ operationName: 'CalmItems', variables: { id: 'x' } }),
    })
    await answer.body.text()
    expect(shell.asked.at(-1)).toEqual({ name: 'CalmItems', tenant: 'n33' })
  })

  it('signs in as a client of its own', async () => {
    const { text } = await get('/calm')
    const settings = JSON.parse(/id="page-settings">([^<]*)</.exec(text)?.[1] ?? '{}')
    expect(settings.identity.clients).toEqual({ reader: 'site-n33', staff: 'ndl-console' })
    expect(settings.origin).toBe('http://n33.sites.test')
    const portal = await get('/calm', `localhost:${shell.port}`)
    expect(portal.text).toContain('"reader":"ndl-portal"')
  })

  it('has the pictures that every host has, asked for nobody', async () => {
    const hash = '5f'.repeat(32)
    const assetFile = { type: 'image/webp', bytes: 3, pieceBytes: 8, piece: 'YWJj' }
    shell.answers.set('AssetFile', async () => ({ data: { assetFile }, errors: [] }))
    for (const host of ['n33.sites.test', `localhost:${shell.port}`]) {
      const { status, text, headers } = await get(`/_files/${hash}.webp`, host)
      expect([status, text, headers['content-type']]).toEqual([200, 'abc', 'image/webp'])
    }
    expect(shell.asked.filter(({ name }) => name === 'AssetFile')).toEqual([
      { name: 'AssetFile', tenant: null },
    ])
    expect((await get('/_files/..%2fx.webp')).status).toBe(404)
  })

  it('leads to the directory of all libraries, which is the nation’s', async () => {
    const { status, headers } = await get('/libraries?region=33&lang=en')
    expect([status, headers['location']]).toEqual([307, 'http://portal.test/libraries?region=33&lang=en'])
  })

  it('keeps a page that its library has at the address of the directory', async () => {
    shell.answers.set('PortalPage', async () => ({
      data: { page: { rev: 1, document: document('友馆') } },
      errors: [],
    }))
    const { status, text } = await get('/libraries', 'n31.sites.test')
    expect([status, text.includes('友馆')]).toEqual([200, true])
  })

  it('has no page that its library does not have', async () => {
    expect((await get('/school')).status).toBe(404)
    expect((await get('/sitemap-portal.xml')).text).not.toContain('/libraries')
    const own = await get('/sitemap.xml')
    expect([own.status, own.text.includes('<loc>http://n33.sites.test/</loc>')]).toEqual([200, true])
    expect((await get('/robots.txt')).text).toContain('Sitemap: http://n33.sites.test/sitemap-portal.xml')
  })
})

describe('a host of a library’s own', () => {
  it('is the site, and every address in its pages is below it', async () => {
    const { status, text } = await get('/', 'www.jslib.test')
    expect(status).toBe(200)
    expect(text).toContain('http://www.jslib.test/')
    expect(text).not.toContain('sites.test')
    expect((await get('/sitemap.xml', 'www.jslib.test')).text).toContain('<loc>http://www.jslib.test/</loc>')
    expect(shell.asked.at(-1)?.tenant).toBe('n32')
  })

  it.each(['n32.sites.test', 'jslib.test', 'JSLIB.test'])('is where %s leads, page by page', async (host) => {
    const { status, headers } = await get('/search?q=%E6%98%8E', host)
    expect([status, headers['location']]).toEqual([308, 'http://www.jslib.test/search?q=%E6%98%8E'])
    for (const path of ['//evil.example/x', '/\\evil.example', '/@evil.example'])
      expect(new URL(String((await get(path, host)).headers['location'])).host).toBe('www.jslib.test')
  })
})

it('a page at a Chinese address is asked of the graph in its letters', async () => {
  const paths: unknown[] = []
  shell.answers.set('PortalPage', async (variables) => {
    paths.push(variables)
    return { data: { page: null }, errors: [] }
  })
  expect((await get(encodeURI('/关于-本馆'), 'n33.sites.test')).status).toBe(404)
  expect((await get(encodeURI('/关于-本馆').toLowerCase(), 'n33.sites.test')).status).toBe(404)
  expect(paths).toEqual([{ path: '/关于-本馆' }, { path: '/关于-本馆' }])
})

describe('what a library has to say at once', () => {
  const notice = (title: string, urgent = true) => ({
    ...{
      id: 'n',
      urgent,
      pinned: false,
      changedAt: '2026-11-19T08:00:00.000Z',
      link: '/notices',
      from: '2026-11-01',
      until: null,
    },
    ...{ title: [{ language: 'zh-CN', text: title }], text: [], changedAt: '2026-11-01T00:00:00Z' },
  })
  const say = (...notices: readonly object[]): void =>
    void shell.answers.set('LibraryNotices', async () => ({ data: { here: { notices } }, errors: [] }))
  const bars = async (path = '/search', host = 'n33.sites.test') =>
    (await get(path, host)).text.match(/<aside class="notice warn"[^]*?<\/aside>/g) ?? []

  it('stands above each page that is drawn for the request, and is asked for now and then', async () => {
    say(notice('暴雨闭馆<b>'), notice('新书', false))
    clock += 60_000
    const [bar, ...more] = await bars()
    expect(more).toEqual([])
    expect(bar).toContain('暴雨闭馆&lt;b&gt;')
    expect(bar).toContain('href="/notices"')
    shell.asked.length = 0
    for (const path of ['/calm', '/nothing-here', '/_notices'])
      expect((await get(path, 'n33.sites.test')).text).toContain('暴雨闭馆')
    expect(shell.asked.filter(({ name }) => name === 'LibraryNotices')).toEqual([])
  })

  it('stays while the gateway is away, and goes when it was withdrawn', async () => {
    say(notice('停电'))
    clock += 60_000
    await bars()
    await vi.waitFor(async () => expect((await bars())[0]).toContain('停电'))
    shell.answers.set('LibraryNotices', async () => Promise.reject(new GqlUnavailable('away', true)))
    clock += 60_000
    await bars()
    expect((await bars())[0]).toContain('停电')
    say()
    clock += 60_000
    await bars()
    await vi.waitFor(async () => expect(await bars()).toEqual([]))
  })

  it('is not on the portal, and a gateway that is slow keeps no page', async () => {
    say(notice('停电'))
    expect(await bars('/', 'portal.test')).toEqual([])
    shell.answers.set('LibraryNotices', () => new Promise(() => {}))
    expect(await bars('/search', 'www.jslib.test')).toEqual([])
  })
})

describe('an address as no client writes it', () => {
  /** As it is given: fetch would mend it. */
  const rawAnswer = (path: string, host: string) =>
    new Promise<{ readonly status: number; readonly location: string | undefined }>((resolve, reject) => {
      const { hostname, port } = new URL(shell.origin)
      const asked = send({ hostname, port, path, headers: { host } }, (answer) => {
        answer.resume()
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location })
      })
      asked.on('error', reject).end()
    })

  it.each([
    '/\\evil.example/x',
    '\\\\evil.example',
    '/\\/evil.example',
    '\\/evil.example/',
    '//\\evil.example',
  ])('is of the host that was asked or of none: %s', async (path) => {
    for (const host of ['n32.sites.test', 'www.jslib.test']) {
      const { status, location } = await rawAnswer(path, host)
      if (location !== undefined)
        expect(new URL(location, 'http://www.jslib.test').host).toBe('www.jslib.test')
      else expect([400, 404]).toContain(status)
    }
    const canonical = await get(encodeURI(path.replace(/^[^/]/, '/')), 'www.jslib.test')
    expect(canonical.text).not.toMatch(/https?:\/\/evil\.example/)
  })
})

it('of two that lead to each other, as one answer was kept longer than the other, the second serves', async () => {
  const origins = { 'n32.sites.test': 'http://www.jslib.test', 'www.jslib.test': 'http://n32.sites.test' }
  shell.answers.set('BranchSite', async (variables) => {
    const host: unknown = Object(variables).host
    const origin = host === 'www.jslib.test' ? origins['www.jslib.test'] : origins['n32.sites.test']
    return { data: { siteAt: { origin, site: own } }, errors: [] }
  })
  expect((await get('/', 'n32.sites.test')).headers['location']).toBe('http://www.jslib.test/')
  expect((await get('/', 'www.jslib.test')).headers['location']).toBeUndefined()
  // What is left of it after a while is believed again.
  clock += 60_000
  expect((await get('/', 'www.jslib.test')).headers['location']).toBe('http://n32.sites.test/')
})

describe('a host that is nobody’s', () => {
  it.each([
    'n34.sites.test',
    'sites.test',
    'n33.sites.test.',
    'n33.sites.test:8080',
    'n33.sites.test.evil.example',
    'a.n33.sites.test',
    '.sites.test',
    'n33-.sites.test',
    'xn--33-.sites.test',
    'n33.sites.test@evil.example',
    'n33%2e.sites.test',
  ])('%s answers 421', async (host) => {
    const { status, text } = await get('/', host)
    expect(status).toBe(421)
    expect(text).not.toContain('浙江图书馆')
  })

  it('is not asked about again and again', async () => {
    for (let n = 0; n < 5; n++) await get('/', 'n35.sites.test')
    expect(shell.asked.filter(({ name }) => name === 'BranchSite')).toHaveLength(1)
  })
})

describe('a gateway that does not answer', () => {
  const away = (): void => {
    shell.answers.set('BranchSite', async () => {
      throw new GqlUnavailable('away', true)
    })
  }
  it('leaves a site that was known as it was', async () => {
    await get('/')
    clock += 60_000
    away()
    expect((await get('/')).status).toBe(200)
  })
  it('cannot say of an unknown one whether there is such a site', async () => {
    away()
    const { status, headers } = await get('/', 'n36.sites.test')
    expect([status, headers['retry-after']]).toEqual([503, '2'])
  })
})

it('a site that was closed answers 421 after two seconds', async () => {
  expect((await get('/')).status).toBe(200)
  shell.answers.set('BranchSite', async () => ({ data: { siteAt: null }, errors: [] }))
  clock += 1_000
  expect((await get('/')).status).toBe(200)
  clock += 1_000
  expect((await get('/')).status).toBe(421)
})
