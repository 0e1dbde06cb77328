/** What another place keeps, in a real browser: nobody is asked before the press, and then that place alone, in its frame. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { launch } from '@shuxiang/e2e/chromium'
import { hashOfBytes, openSiteForPublishing } from '@shuxiang/site-publish'
import type { PageDoc } from '@shuxiang/site-model'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { request } from 'undici'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countyTemplateSite } from '../../../site-builder/publish/testing/county-site.ts'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'

const doc: PageDoc = {
  schema: 1,
  meta: { title: { 'zh-CN': '古籍修复' } },
  root: ['film'],
  blocks: {
    film: {
      type: 'embed',
      v: 1,
      fields: { title: { 'zh-CN': '书页修补' }, address: 'https://www.bilibili.com/video/BV1xx411c7mD/' },
      slots: {},
    },
  },
}
const published = openSiteForPublishing({
  ...countyTemplateSite(new Date('2026-11-22T04:00:00Z'), 'n33', '浙江图书馆'),
  pages: new Map([['/', doc]]),
  origin: 'http://n33.sites.test',
}).draw(new Map())
const texts = new Map(published.files.map(({ text }) => [hashOfBytes(text), text]))

let shell: FixtureShell
let browser: Browser
let context: BrowserContext
let page: Page
let asked: URL[]

beforeAll(async () => {
  shell = await startFixtureShell({}, ['calm'])
  browser = await launch()
  const site = {
    id: 'n33',
    names: [{ language: 'zh-CN', text: '浙江图书馆' }],
    seal: '浙江',
    filings: { icp: '', publicSecurity: '' },
    theme: 'national',
    languages: ['zh-CN', 'en'],
    menu: [],
    paths: ['/'],
    release: 1,
    edge: { emergencies: [], grey: false, takenDown: [] },
  }
  shell.answers.set('PortalPage', async () => ({
    data: { page: { rev: 1, document: JSON.stringify(doc) } },
    errors: [],
  }))
  shell.answers.set('BranchSite', async () => ({
    data: { siteAt: { origin: 'http://n33.sites.test', site } },
    errors: [],
  }))
  const routes = published.files.map(({ text, ...file }) => ({ ...file, artifact: hashOfBytes(text) }))
  shell.answers.set('SiteRelease', async () => ({
    data: { siteRelease: { number: 1, hash: 'h', routes, redirects: [] } },
    errors: [],
  }))
  shell.answers.set('SiteArtifact', async (variables) => {
    const text = texts.get(String(Object(variables)['hash'])) ?? ''
    const packed = { br: brotliCompressSync(text), gzip: gzipSync(text) }
    return {
      data: {
        siteArtifact: {
          size: Buffer.byteLength(text),
          br: packed.br.toString('base64'),
          gzip: packed.gzip.toString('base64'),
        },
      },
      errors: [],
    }
  })
})
afterAll(async () => {
  await browser?.close()
  await shell?.close()
})
beforeEach(async () => {
  asked = []
  context = await browser.newContext({ locale: 'zh-CN' })
  page = await context.newPage()
  // Every name is this machine; what is none of ours is only noted.
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (!url.hostname.endsWith('.test')) {
      asked.push(url)
      return route.fulfill({
        contentType: 'text/html',
        body: '<script>document.title = "ran"; try { top.location = "http://evil.example/" } catch {}</script><h1>film</h1>',
      })
    }
    const answer = await request(`${shell.origin}${url.pathname}${url.search}`, {
      headers: { host: url.host },
    })
    return route.fulfill({
      status: answer.statusCode,
      headers: Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: Buffer.from(await answer.body.arrayBuffer()),
    })
  })
})
afterEach(() => context.close())

describe.each([
  ['a published page', 'http://n33.sites.test/'],
  ['a page that is drawn', 'http://portal.test/'],
])('on %s', (_what, address) => {
  it('the other place is asked when the reader presses, and stays in its frame', async () => {
    await page.goto(address)
    const load = page.getByRole('link', { name: '载入视频' })
    await load.waitFor()
    expect(asked).toEqual([])
    await load.focus()
    await page.keyboard.press('Enter')
    const player = page.frameLocator('iframe[title="书页修补"]').frameLocator('iframe[title="哔哩哔哩"]')
    await player.getByRole('heading', { name: 'film' }).waitFor()
    expect(asked.map(({ href }) => href)).toEqual([
      'https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&autoplay=0&danmaku=0',
    ])
    expect(page.url()).toBe(address)
  })

  it('nothing else can be framed, by whatever gets onto the page', async () => {
    await page.goto(address)
    const attempt = (source: string) =>
      page.evaluate(async (where) => {
        const made = document.createElement('iframe')
        const refused = new Promise((said) => {
          document.addEventListener('securitypolicyviolation', (event) => said(event.effectiveDirective), {
            once: true,
          })
          made.addEventListener('load', () => setTimeout(() => said('loaded'), 50))
        })
        made.src = where
        document.body.append(made)
        return refused
      }, source)
    expect(await attempt('https://player.bilibili.com/player.html')).toBe('frame-src')
    expect(await attempt('http://evil.example/')).toBe('frame-src')
    expect(asked).toEqual([])
  })
})

describe('the document of a frame', () => {
  const get = async (path: string) => {
    const answer = await request(`${shell.origin}${path}`, { headers: { host: 'n33.sites.test' } })
    return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() }
  }
  it('frames its own place only, and only in a page of this site', async () => {
    const { status, headers } = await get('/_embed/youku/XNDA5NTQ3OTcyOA%3D%3D')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; frame-src https:\/\/player\.youku\.com; frame-ancestors 'self';/,
    )
    expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  })
  it.each([
    '/_embed/bilibili/BV1xx411c7m',
    '/_embed/bilibili/BV1xx411c7mD%22',
    '/_embed/elsewhere/BV1xx411c7mD',
    '/_embed/bilibili/..%2f..%2fx',
    '/_embed/bilibili/%00',
    '/_embed/__proto__/constructor',
  ])('%s is none', async (path) => {
    expect([400, 404]).toContain((await get(path)).status)
  })
})
