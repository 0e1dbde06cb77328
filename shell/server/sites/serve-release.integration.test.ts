/** Branch sites from their releases: whose bytes, in which language and packing, for which choices, and when not. */
import { gzipSync, brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import type { PageDoc } from '@shuxiang/site-model'
import { hashOfBytes, openSiteForPublishing, type PublishedSite } from '@shuxiang/site-publish'
import { request } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countyTemplateSite } from '../../../site-builder/publish/testing/county-site.ts'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'

let shell: FixtureShell
let clock = 0
beforeAll(async () => {
  shell = await startFixtureShell({}, ['calm', 'guest'], { now: () => clock })
})
afterAll(() => shell.close())

const inputs = countyTemplateSite(new Date('2026-11-22T04:00:00Z'), 'n33', '浙江图书馆')
/** An address as librarians like it. */
const chinese = '/关于-本馆'
const about = inputs.pages.get('/about')
/** A page with something that a microfrontend offers. */
const withPart: PageDoc = {
  schema: 1,
  meta: { title: { 'zh-CN': '书架', en: 'Shelf' } },
  root: ['part', 'lost'],
  blocks: {
    part: {
      type: 'part-of-service',
      v: 1,
      fields: { offer: 'guest/note', title: { 'zh-CN': '便条', en: 'A note' } },
      slots: {},
    },
    lost: { type: 'part-of-service', v: 1, fields: { offer: 'guest/portal-only' }, slots: {} },
  },
}
const pages = new Map([
  ...inputs.pages,
  ...(about ? [[chinese, about] as const] : []),
  ['/shelf', withPart] as const,
])
const draw = (seal: string): PublishedSite => {
  const drawn = openSiteForPublishing({
    ...inputs,
    pages,
    origin: 'http://n33.sites.test',
    facts: { ...inputs.facts, seal },
  }).draw(new Map())
  // No block asks a graph here: this is the title of a record.
  const titled = (text: string): string => text.replace('</main>', '<p lang="lzh-Hant">遊山</p></main>')
  return { ...drawn, files: drawn.files.map((file) => ({ ...file, text: titled(file.text) })) }
}
const releases = new Map([
  [1, draw('浙江')],
  [2, draw('新印')],
])
const texts = new Map(
  [...releases.values()].flatMap(({ files }) => files).map(({ text }) => [hashOfBytes(text), text] as const),
)
let live: number | null = 1
const nothing = { emergencies: [], grey: false, takenDown: [] }
let edge: object = nothing
let languages: readonly string[] = ['zh-CN', 'en']

const field = (variables: unknown, name: string): unknown => Object(variables)[name]

beforeEach(() => {
  clock += 60_000
  live = 1
  edge = nothing
  languages = ['zh-CN', 'en']
  shell.asked.length = 0
  shell.answers.set('BranchSite', async (variables) => ({
    data: {
      siteAt:
        field(variables, 'host') === 'n33.sites.test'
          ? {
              origin: 'http://n33.sites.test',
              site: {
                id: 'n33',
                names: [{ language: 'zh-CN', text: '浙江图书馆' }],
                seal: '浙江',
                filings: { icp: '', publicSecurity: '' },
                theme: 'national',
                languages,
                menu: [{ path: '/', words: [{ language: 'zh-CN', text: '首页' }] }],
                paths: [...pages.keys()],
                release: live,
                edge,
              },
            }
          : null,
    },
    errors: [],
  }))
  shell.answers.set('SiteRelease', async (variables) => {
    const number = Number(field(variables, 'number'))
    const found = releases.get(number)
    const routes = (found?.files ?? []).map(({ path, language, type, text, parameters, offers }) => ({
      path,
      language,
      type,
      artifact: hashOfBytes(text),
      parameters: path === '/about' ? ['region'] : parameters,
      perRequest: offers.length > 0,
    }))
    const redirects = [
      { from: '/us', to: '/about' },
      { from: '/旧址', to: chinese },
    ]
    return {
      data: { siteRelease: found ? { number, hash: `h${number}`, routes, redirects } : null },
      errors: [],
    }
  })
  shell.answers.set('SiteArtifact', async (variables) => {
    const text = texts.get(String(field(variables, 'hash')))
    return {
      data: {
        siteArtifact:
          text === undefined
            ? null
            : {
                size: Buffer.byteLength(text),
                br: brotliCompressSync(text).toString('base64'),
                gzip: gzipSync(text).toString('base64'),
              },
      },
      errors: [],
    }
  })
})

async function get(path: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') {
  const answer = await request(`${shell.origin}${path}`, {
    method,
    headers: { host: 'n33.sites.test', ...headers },
  })
  const body = Buffer.from(await answer.body.arrayBuffer())
  return { status: answer.statusCode, headers: answer.headers, body, text: body.toString('utf8') }
}
const textIn = (number: number, path: string, language = 'zh-CN'): string =>
  releases.get(number)?.files.find((file) => file.path === path && file.language === language)?.text ?? ''

describe('what the nation puts over a site', () => {
  const words = [{ language: 'zh-CN', text: '台风红色预警<b>' }]
  const tick = (): void => void (clock += 60_000)

  it('stands over its pages without another release, and goes as it came', async () => {
    const before = await get('/')
    edge = { ...nothing, emergencies: [words], grey: true }
    tick()
    const { text, headers, status } = await get('/', { 'if-none-match': String(before.headers['etag']) })
    expect(status).toBe(200)
    expect(text).toContain('台风红色预警&lt;b&gt;')
    expect(text).toContain('<html lang="zh-CN" data-grey>')
    expect(headers['etag']).not.toBe(before.headers['etag'])
    // Pages that are drawn for the request have it, too.
    const drawn = (await get('/calm')).text
    expect(drawn).toContain('台风红色预警&lt;b&gt;')
    expect(drawn).toMatch(/<html[^>]* data-grey>/)
    shell.answers.set('BranchSite', async () => Promise.reject(new GqlUnavailable('away', true)))
    tick()
    expect((await get('/')).text).toContain('台风红色预警')
  })

  it('takes one page down, or all of them, and says why', async () => {
    const reason = [{ language: 'zh-CN', text: '依法撤下' }]
    edge = { ...nothing, takenDown: [{ path: chinese, words: reason }] }
    tick()
    const down = await get(encodeURI(chinese))
    expect([down.status, down.headers['cache-control']]).toEqual([451, expect.stringContaining('no-')])
    expect(down.text).toContain('依法撤下')
    expect(down.text).not.toContain(textIn(1, chinese).match(/<main[^]*<\/main>/)?.[0])
    expect((await get('/')).status).toBe(200)
    edge = { ...nothing, takenDown: [{ path: null, words: reason }] }
    tick()
    for (const path of ['/', '/about', '/calm', '/sitemap.xml', '/nothing'])
      expect((await get(path)).status, path).toBe(451)
    edge = nothing
    tick()
    expect((await get('/')).status).toBe(200)
  })
})

describe('a page of a release', () => {
  it('is its bytes, without script, under a policy that allows none', async () => {
    const { status, text, headers } = await get('/')
    expect([status, text]).toEqual([200, textIn(1, '/')])
    expect(text).not.toContain('<script')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('script-src')
    expect(headers['content-language']).toBe('zh-CN')
    expect(headers['vary']).toBe('Cookie, Accept-Language, Accept-Encoding')
  })

  it.each([
    encodeURI(chinese),
    encodeURI(chinese).toLowerCase(),
    encodeURI(chinese.normalize('NFD')),
    '/%61ccessibility',
  ])('stands at its address however that is written: %s', async (address) => {
    const { status, text } = await get(`${address}?x=1`)
    const path = address.startsWith('/%61') ? '/accessibility' : chinese
    expect([status, text]).toEqual([200, textIn(1, path)])
  })

  it('says its own address as it travels', () => {
    expect(textIn(1, chinese)).toContain(
      `<link rel="canonical" href="http://n33.sites.test${encodeURI(chinese)}">`,
    )
    const sitemap = releases.get(1)?.files.find(({ path }) => path === '/sitemap.xml')?.text
    expect(sitemap).toContain(`<loc>http://n33.sites.test${encodeURI(chinese)}</loc>`)
  })

  it('is led to from where it stood before, with what was asked of it', async () => {
    const moved = await get('/us?region=33')
    expect([moved.status, moved.headers['location']]).toEqual([308, '/about?region=33'])
    const old = await get(encodeURI('/旧址'))
    expect([old.status, old.headers['location']]).toEqual([308, encodeURI(chinese)])
    // Kept by nobody: the page may go back to where it was.
    expect(old.headers['cache-control']).toBe('no-store')
  })

  it.each(['/%2Fabout', '/about%2F', '/%E5%85%B3%2F'])(
    'is not found behind an encoded slash: %s',
    async (address) => {
      expect((await get(address)).status).toBe(404)
    },
  )

  it('is asked of the graph once, however many want it', async () => {
    await Promise.all([get('/accessibility'), get('/accessibility'), get('/accessibility')])
    await get('/accessibility')
    expect(shell.asked.filter(({ name }) => name === 'SiteArtifact').length).toBeLessThanOrEqual(1)
    expect(shell.asked.filter(({ name }) => name === 'PortalPage')).toEqual([])
  })

  it.each([
    ['br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip', (body: Buffer) => gunzipSync(body)],
  ])('leaves packed by %s', async (encoding, unpacked) => {
    const { body, headers } = await get('/', { 'accept-encoding': encoding })
    expect(headers['content-encoding']).toBe(encoding)
    expect(Number(headers['content-length'])).toBe(body.length)
    expect(unpacked(body).toString('utf8')).toBe(textIn(1, '/'))
  })

  it('is not sent again to whoever has it, and HEAD gets no body', async () => {
    const { headers } = await get('/')
    const again = await get('/', { 'if-none-match': String(headers['etag']) })
    expect([again.status, again.body.length]).toEqual([304, 0])
    const head = await get('/', {}, 'HEAD')
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      headers['content-length'],
    ])
  })

  it('is in the language of the address, the cookie or the browser', async () => {
    expect((await get('/', { 'accept-language': 'en' })).text).toBe(textIn(1, '/', 'en'))
    expect((await get('/', { cookie: 'sx_locale=en' })).text).toBe(textIn(1, '/', 'en'))
    const named = await get('/about?lang=en')
    expect(named.text).toContain('<link rel="canonical" href="http://n33.sites.test/about?lang=en">')
  })

  it('has the choices of its reader from the first byte, with a tag of its own', async () => {
    const plain = await get('/')
    const dark = await get('/', { cookie: 'sx_mode=dark; sx_scale=large', 'accept-encoding': 'gzip' })
    const text = gunzipSync(dark.body).toString('utf8')
    expect(text).toContain('<html lang="zh-CN" data-mode="dark" data-scale="large">')
    expect(dark.headers['etag']).not.toBe(plain.headers['etag'])
    expect((await get('/', { cookie: 'sx_mode=dark%22onload' })).text).toBe(textIn(1, '/'))
  })

  it('has its texts in the script that its reader wants, once the words can be had', async () => {
    const cookie = 'sx_script=hans'
    const before = await get('/about', { cookie })
    expect(before.text).toContain('<p lang="lzh-Hant">遊山</p></main>')
    shell.answers.set('ScriptWords', async () => ({ data: { scriptWords: '遊游' }, errors: [] }))
    const after = await get('/about', { cookie })
    expect(after.text).toContain('<html lang="zh-CN" data-script="hans">')
    expect(after.text).toContain('<p lang="lzh-Hans" data-lang="lzh-Hant">游山</p></main>')
    expect(after.headers['etag']).not.toBe(before.headers['etag'])
    expect((await get('/about')).text).toBe(textIn(1, '/about'))
    // Not asked for again.
    shell.answers.delete('ScriptWords')
    expect((await get('/about', { cookie })).text).toBe(after.text)
  })

  it('that reads a parameter of the address is drawn for it', async () => {
    shell.answers.set('PortalPage', async () => ({ data: { page: null }, errors: [] }))
    await get('/about?region=33')
    expect(shell.asked.some(({ name }) => name === 'PortalPage')).toBe(true)
    expect((await get('/about?other=33')).text).toBe(textIn(1, '/about'))
  })
})

describe('a page with something that a microfrontend offers', () => {
  beforeEach(() => {
    shell.answers.set('PortalPage', async () => ({
      data: { page: { document: JSON.stringify(withPart) } },
      errors: [],
    }))
  })

  it('is drawn for the request, with what is offered on sites of libraries and nothing else', async () => {
    const { status, text, headers } = await get('/shelf')
    expect(status).toBe(200)
    expect(text).toContain('guest/note 0</button>')
    expect(text).not.toContain('guest/portal-only 0')
    expect(headers['content-security-policy']).toContain('script-src')
    expect(text).toContain('<link rel="canonical" href="http://n33.sites.test/shelf">')
    expect(shell.asked).toContainEqual({ name: 'PortalPage', tenant: 'n33' })
    expect(shell.asked.filter(({ name }) => name === 'SiteArtifact')).toEqual([])
  })

  it('is the one page of its site with a script', async () => {
    for (const path of inputs.pages.keys()) {
      const { text, headers } = await get(path)
      expect(text, path).toBe(textIn(1, path))
      expect(headers['content-security-policy'], path).not.toContain('script-src')
    }
  })

  it('stands as it was published while the graph is away, and is not seen to miss anything', async () => {
    await get('/shelf', { 'accept-language': 'en' })
    shell.answers.set('PortalPage', async () => {
      throw new GqlUnavailable('away', true)
    })
    const { status, text } = await get('/shelf', { 'accept-language': 'en' })
    expect([status, text]).toEqual([200, textIn(1, '/shelf', 'en')])
    expect(text).not.toContain('<script')
    // A page that is drawn for its address alone has nothing to stand in for it.
    expect((await get('/about?region=33')).status).toBe(503)
  })

  it('is in the sitemap, and its words are for search, as those of any other', () => {
    const files = releases.get(1)?.files ?? []
    expect(files.find(({ path }) => path === '/sitemap.xml')?.text).toContain('http://n33.sites.test/shelf')
    expect(releases.get(1)?.words['/shelf']).toEqual({ 'zh-CN': '便条', en: 'A note' })
  })

  it('is in the languages of its library, says of no others that they are there, and offers none', async () => {
    const both = await get('/shelf', { 'accept-language': 'en' })
    expect(both.text).toMatch(/<html lang="en"/)
    expect(both.text).toContain('hreflang="zh-CN"')
    languages = ['zh-CN']
    clock += 60_000
    for (const address of ['/shelf', '/shelf?lang=en']) {
      const { text, headers } = await get(address, { 'accept-language': 'en', cookie: 'sx_locale=en' })
      expect(text, address).toMatch(/<html lang="zh-CN"/)
      expect(headers['content-language']).toBe('zh-CN')
      expect(text).toContain('<link rel="canonical" href="http://n33.sites.test/shelf">')
      expect(text).not.toMatch(/hreflang="en"|en_US|value="en"/)
      expect(text).toContain('便条</h2>')
    }
    // What is not the library's own is there in every language; machines are told of the library's.
    const search = await get('/calm?lang=en')
    expect(search.text).toMatch(/<html lang="en"/)
    expect(search.text).not.toContain('hreflang="en"')
    expect(search.text).toContain('value="en"')
  })

  it('that was taken down is not served in any way', async () => {
    edge = { ...nothing, takenDown: [{ path: '/shelf', words: [{ language: 'zh-CN', text: '依法撤下' }] }] }
    clock += 60_000
    expect((await get('/shelf')).status).toBe(451)
  })
})

describe('beside its pages', () => {
  it('its sheet is kept for ever, and one that there is not is 404', async () => {
    const sheet = /href="(\/_site\/[0-9a-f]{64}\.css)"/.exec(textIn(1, '/'))?.[1] ?? ''
    const { status, headers } = await get(sheet)
    expect([status, headers['content-type']]).toEqual([200, 'text/css; charset=utf-8'])
    expect(headers['cache-control']).toContain('immutable')
    expect((await get(`/_site/${'0'.repeat(64)}.css`)).status).toBe(404)
  })

  it('its sitemap is its own, and addresses of the shell stay the shell’s', async () => {
    expect((await get('/sitemap.xml')).text).toContain('<loc>http://n33.sites.test/about</loc>')
    expect((await get('/robots.txt')).text).toContain('User-agent')
    expect((await get('/preferences')).status).toBe(200)
  })

  it('what is not there is its own page, without a tag', async () => {
    const { status, text, headers } = await get('/nowhere')
    expect([status, text, headers['etag']]).toEqual([404, textIn(1, '*'), undefined])
    expect((await get('/*')).status).toBe(404)
  })

  it('microfrontends are as they were, and their script takes no published page over', async () => {
    const { status, text } = await get('/calm')
    expect(status).toBe(200)
    const settings = JSON.parse(/id="page-settings">([^<]*)</.exec(text)?.[1] ?? '{}')
    expect(settings.documents).toEqual([])
  })
})

describe('another release', () => {
  it('is served after two seconds, without an answer that is none', async () => {
    expect((await get('/')).text).toBe(textIn(1, '/'))
    live = 2
    clock += 2_000
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/')))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(answers.at(-1)?.text).toBe(textIn(2, '/'))
  })

  it('that cannot be had leaves the former one', async () => {
    await get('/')
    live = 3
    clock += 2_000
    shell.answers.set('SiteRelease', async () => {
      throw new GqlUnavailable('away', true)
    })
    expect((await get('/')).text).toBe(textIn(1, '/'))
  })

  it('a site without one is drawn for the request', async () => {
    live = null
    shell.answers.set('PortalPage', async () => ({
      data: {
        page: {
          rev: 1,
          document: JSON.stringify({ schema: 1, meta: { title: { en: 'x' } }, root: [], blocks: {} }),
        },
      },
      errors: [],
    }))
    const { status, text } = await get('/')
    expect([status, text.includes('page-settings')]).toEqual([200, true])
  })
})
