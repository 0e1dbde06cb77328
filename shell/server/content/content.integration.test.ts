/** Code of a library in a real browser over real connections: it runs and draws in its frame, and reaches nothing and nobody. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { launch } from '@shuxiang/e2e/chromium'
import { hashOfBytes, openSiteForPublishing } from '@shuxiang/site-publish'
import type { PageDoc } from '@shuxiang/site-model'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { request } from 'undici'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countyTemplateSite } from '../../../site-builder/publish/testing/county-site.ts'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'
import { contentListener } from './content-listener.ts'
import { endlessCode, goodCode, hostileCode, leavingCode } from './testing/hostile-code.ts'

const elsewhere = 'http://evil.example'
const portal = 'http://portal.test'
const texts: Readonly<Record<string, string>> = {
  'n33-good-code': goodCode,
  'n33-hostile-code': hostileCode(elsewhere, portal),
  'n33-leaving-code': leavingCode(elsewhere),
  'n33-endless-code': endlessCode,
  'n33-gone-code': goodCode,
  'n33-later-code': goodCode,
  'n33-large-code': `<!doctype html><p>large</p>${'<b>'.repeat(21_000)}`,
}
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const nameOf = (id: string): string => `${id}-${hashOf(texts[id] ?? '')}`
const numberOf = (id: string): number => Object.keys(texts).indexOf(id) + 1
const siteOrigin = (number: number): string => `http://n${number}.sites.test`
const pathOf = (id: string, host = 'n1.sites.test'): string => `/code/${nameOf(id)}/${host}`

const title = { 'zh-CN': '倒计时' }
const docOf = (code: string): PageDoc => ({
  ...{ schema: 1, meta: { title: { 'zh-CN': '馆庆' } }, root: ['code'] },
  blocks: { code: { type: 'custom-code', v: 1, fields: { title, code }, slots: {} } },
})
const answerTo = (id: string) => ({ pageCode: { id, sha256: hashOf(texts[id] ?? ''), height: 240 } })

function publishedWith(id: string) {
  const opened = openSiteForPublishing({
    ...countyTemplateSite(new Date('2026-11-22T04:00:00Z'), `n${numberOf(id)}`, '浙江图书馆'),
    pages: new Map([['/', docOf(id)]]),
    origin: siteOrigin(numberOf(id)),
  })
  return opened.draw(new Map(opened.queries.map(({ key }) => [key, answerTo(id)])))
}

let shell: FixtureShell
let other: Server
let browser: Browser
let context: BrowserContext
let page: Page
/** Whatever came to the other origin. */
let reached: string[]
/** Code of the page, and what is let through. */
let shown = 'n33-good-code'
let approved: ReadonlySet<string>
let away = false
/** Of the shell's clock, beside what passes. */
let time = 0

beforeAll(async () => {
  shell = await startFixtureShell({}, ['calm'], { now: () => performance.now() + time })
  reached = []
  other = createServer((asked, answer) => {
    reached.push(asked.url ?? '')
    answer.setHeader('access-control-allow-origin', '*')
    answer.setHeader('content-type', 'text/html')
    const framing = `<iframe src="http://content.test${pathOf('n33-good-code')}"></iframe>`
    answer.end(asked.url === '/framing' ? framing : '<h1>elsewhere</h1>')
  })
  other.on('connection', () => reached.push('a connection'))
  other.on('upgrade', ({ url }, socket) => {
    reached.push(url ?? '')
    socket.end()
  })
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  browser = await launch([
    `--host-resolver-rules=MAP *.test 127.0.0.1:${shell.port},MAP evil.example 127.0.0.1:${port}`,
    // As browsers on computers do; without a window this one leaves it out.
    '--site-per-process',
  ])
  const published = new Map(Object.keys(texts).map((id) => [id, publishedWith(id)]))
  const artifacts = new Map(
    [...published.values()].flatMap(({ files }) =>
      files.map(({ text }) => [hashOfBytes(text), text] as const),
    ),
  )
  shell.answers.set('PortalPage', async () => ({
    data: { page: { rev: numberOf(shown), document: JSON.stringify(docOf(shown)) } },
    errors: [],
  }))
  shell.answers.set('SiteCode', async (variables) => ({
    data: answerTo(String(Object(variables)['id'])),
    errors: [],
  }))
  shell.answers.set('ApprovedCode', async (variables) => {
    const { id, sha256 } = Object(variables)
    if (away) throw new GqlUnavailable('away', true)
    const text = texts[String(id)] ?? ''
    const approvedCode = approved.has(String(id)) && hashOf(text) === sha256 ? text : null
    return { data: { approvedCode }, errors: [] }
  })
  shell.answers.set('BranchSite', async (variables) => {
    // A site for each, for what a site serves is known for a while.
    const number = Number(/^n(\d)\./.exec(String(Object(variables)['host']))?.[1])
    const site = {
      ...{
        id: `n${number}`,
        names: [{ language: 'zh-CN', text: '浙江图书馆' }],
        seal: '浙江',
        theme: 'national',
      },
      ...{ filings: { icp: '', publicSecurity: '' }, menu: [], paths: ['/'], release: number },
      edge: { emergencies: [], grey: false, takenDown: [] },
    }
    const siteAt = number > 0 ? { origin: siteOrigin(number), site } : null
    return { data: { siteAt }, errors: [] }
  })
  shell.answers.set('SiteRelease', async (variables) => {
    const number = Number(Object(variables)['number'])
    const files = published.get(Object.keys(texts)[number - 1] ?? '')?.files ?? []
    const routes = files.map(({ text, ...file }) => ({ ...file, artifact: hashOfBytes(text) }))
    return { data: { siteRelease: { number, hash: `h${number}`, routes, redirects: [] } }, errors: [] }
  })
  shell.answers.set('SiteArtifact', async (variables) => {
    const text = artifacts.get(String(Object(variables)['hash'])) ?? ''
    return {
      data: {
        siteArtifact: {
          size: Buffer.byteLength(text),
          br: brotliCompressSync(text).toString('base64'),
          gzip: gzipSync(text).toString('base64'),
        },
      },
      errors: [],
    }
  })
})
afterAll(async () => {
  await browser?.close()
  other?.close()
  await shell?.close()
})
beforeEach(async () => {
  reached = []
  shell.logged.length = 0
  approved = new Set(Object.keys(texts))
  away = false
  context = await browser.newContext({ locale: 'zh-CN' })
  page = await context.newPage()
})
afterEach(() => context.close())

/** The document of the other origin, once it is there. */
async function contentFrame(): Promise<Frame> {
  const frame = page.frameLocator('.custom-code iframe').frameLocator('iframe')
  await frame.locator('p').first().waitFor({ state: 'attached' })
  const found = page.frames().find((one) => one.url().startsWith('http://content.test/'))
  if (!found) throw new Error('There is no frame of the other origin.')
  return found
}

type Where = (id: string) => string

async function open(where: Where, id: string): Promise<Frame> {
  shown = id
  await page.goto(where(id))
  return contentFrame()
}
const get = async (path: string, host: string, method: 'GET' | 'POST' | 'HEAD' = 'GET') => {
  const answer = await request(`${shell.origin}${path}`, { method, headers: { host } })
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() }
}
/** Paths that were asked of us. */
const askedOfUs = (): string[] =>
  shell.logged.flatMap((line) => {
    const { msg, path } = JSON.parse(line)
    return msg === 'request' ? [String(path)] : []
  })
/** The page answers a press at once, is where it was, and nothing was opened beside it. */
async function isAlive(address: string): Promise<void> {
  const began = performance.now()
  expect(await page.evaluate(() => document.querySelectorAll('.custom-code').length)).toBe(1)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(page.url().startsWith(address)).toBe(true)
  expect(context.pages()).toHaveLength(1)
}

const places: readonly (readonly [string, Where])[] = [
  ['a published page', (id) => `${siteOrigin(numberOf(id))}/`],
  ['a page that is drawn', () => `${portal}/`],
]
describe.each(places)('on %s', (what, where) => {
  it('it runs, draws and is used, under the name and with the height that were given', async () => {
    const frame = await open(where, 'n33-good-code')
    await frame.getByText('in 99 days').waitFor()
    const colour = await frame.evaluate(() =>
      [...(document.querySelector('canvas')?.getContext('2d')?.getImageData(5, 5, 1, 1).data ?? [])].join(),
    )
    expect(colour).toBe('204,0,0,255')
    expect(await frame.evaluate(() => document.images[0]?.naturalWidth)).toBe(1)
    await frame.getByRole('button', { name: 'more' }).click()
    await frame.getByRole('button', { name: 'pressed' }).waitFor()
    const outer = page.locator('iframe[title="倒计时"]')
    expect((await outer.boundingBox())?.height).toBe(240)
    expect(await page.evaluate(() => document.scripts.length === 0)).toBe(what === 'a published page')
    expect(reached).toEqual([])
  })

  it('of what it may not, it can do nothing, and the page stays as it is', { timeout: 60_000 }, async () => {
    const dialogs: string[] = []
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.type())
      void dialog.dismiss()
    })
    await context.addCookies([{ name: 'sx_mode', value: 'dark', url: where('n33-hostile-code') }])
    const frame = await open(where, 'n33-hostile-code')
    const isOver = () => document.querySelector('p')?.textContent?.includes('"over"')
    await frame.waitForFunction(isOver, undefined, { timeout: 30_000 })
    const tried: Record<string, string> = JSON.parse((await frame.locator('p').textContent()) ?? '{}')
    expect(tried).toEqual({
      ...Object.fromEntries(Object.keys(tried).map((name) => [name, 'refused'])),
      // What comes to nothing by itself: no origin, no window, no answer of anybody, a form that goes nowhere.
      ...{ origin: 'null', sibling: 'alone', popup: 'nothing', 'popup at top': 'nothing' },
      ...{ 'frame element': 'nothing', alert: 'false', form: 'sent', 'own form': 'sent' },
      // The browser takes it, and sends it to nobody.
      beacon: tried['beacon'],
      ...{ flood: 'sent', growth: 'done', over: 'yes' },
    })
    expect(Object.keys(tried).length).toBeGreaterThan(40)
    await isAlive(where('n33-hostile-code'))
    expect(dialogs).toEqual([])
    expect(reached).toEqual([])
    for (const path of askedOfUs())
      expect(path).not.toMatch(/^\/(?:_image|_script|_fetch|graphql|own|sw\.js)/)
  })

  it('it cannot lead its frame anywhere', async () => {
    shown = 'n33-leaving-code'
    await page.goto(where(shown))
    // The browser says in the frame that it was not led there.
    await expect
      .poll(() => page.frames().map((one) => one.url()))
      .toContainEqual(expect.stringMatching(/^chrome-error:/))
    await page.waitForTimeout(700)
    expect(reached).toEqual([])
    expect(page.frames().filter((one) => /evil|^data:/.test(one.url()))).toEqual([])
    await isAlive(where('n33-leaving-code'))
  })

  it('one that never ends keeps nobody from the page', async () => {
    shown = 'n33-endless-code'
    await page.goto(where(shown), { waitUntil: 'commit' })
    const runs = () => askedOfUs().some((path) => path.startsWith('/code/n33-endless-code'))
    await expect.poll(runs).toBe(true)
    await page.waitForTimeout(700)
    await isAlive(where('n33-endless-code'))
  })

  it('as much as may be given in is shown', async () => {
    const frame = await open(where, 'n33-large-code')
    expect(await frame.locator('b').count()).toBeGreaterThan(20_000)
    await isAlive(where('n33-large-code'))
  })

  it('what was withdrawn is told to be gone, without another publication', async () => {
    shown = 'n33-gone-code'
    approved = new Set()
    await page.goto(where(shown))
    const told = page.frameLocator('.custom-code iframe').locator('p')
    await told.waitFor()
    expect(await told.textContent()).toBe('这里的内容已经不再提供。')
  })
})

describe('the origin of content', () => {
  const host = 'content.test'
  it('says of a document that it may do nothing but run, and only in pages of one origin', async () => {
    const { status, headers, text } = await get(pathOf('n33-good-code'), host)
    expect([status, text]).toEqual([200, goodCode])
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:; frame-ancestors http://n1.sites.test; base-uri 'none'; form-action 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'public, max-age=20',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['x-frame-options']).toBeUndefined()
    expect(await get(pathOf('n33-good-code'), host, 'HEAD')).toMatchObject({ status: 200, text: '' })
  })

  it.each([
    ['another hash', `/code/n33-good-code-${'0'.repeat(64)}/n1.sites.test`],
    ['no host', `/code/${nameOf('n33-good-code')}`],
    ['a host of nobody', pathOf('n33-good-code', 'evil.example')],
    ['a host and more', pathOf('n33-good-code', 'n1.sites.test;%20frame-ancestors%20*')],
    ['a query', `${pathOf('n33-good-code')}?x`],
    ['a slash more', `/${pathOf('n33-good-code')}`],
    ['itself', pathOf('n33-good-code', 'content.test')],
    ...['/', '/graphql', '/console', '/search', '/health/ready', '/robots.txt', '/favicon.ico'].map(
      (path) => [path, path],
    ),
    ...['/_embed/code/x', '/_assets/x', '/auth/callback', '/preferences', '/code/', '/..%2f'].map((path) => [
      path,
      path,
    ]),
  ])('has nothing at %s', async (_, path) => {
    const { status, headers, text } = await get(path, host)
    expect([status, text, headers['content-type']]).toEqual([
      ...[404, 'There is nothing here.\n', 'text/plain; charset=utf-8'],
    ])
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('takes nothing', async () => {
    for (const path of ['/graphql', '/preferences', pathOf('n33-good-code')])
      expect((await get(path, host, 'POST')).status).toBe(404)
  })

  it('shows what was withdrawn no longer than a moment, and says when nobody knows', async () => {
    approved = new Set(['n33-later-code'])
    const path = pathOf('n33-later-code', 'n2.sites.test')
    expect((await get(path, host)).status).toBe(200)
    approved = new Set()
    time += 10_001
    expect((await get(path, host)).status).toBe(404)
    away = true
    expect((await get(path, host)).status).toBe(503)
    const frame = await get(`/_embed/code/${nameOf('n33-later-code')}`, 'n2.sites.test')
    expect([frame.status, frame.headers['cache-control']]).toEqual([503, 'no-store'])
  })

  it('has nobody else frame it, and is of no origin when it is opened by itself', async () => {
    await page.goto(`${elsewhere}/framing`)
    await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/)
    await page.goto(`http://content.test${pathOf('n33-good-code')}`)
    expect(await page.evaluate(() => self.origin)).toBe('null')
  })
})

describe('the document of the frame', () => {
  it('has no script, frames code of the other origin alone, and stands in pages of its own site', async () => {
    const { status, headers, text } = await get(`/_embed/code/${nameOf('n33-good-code')}`, 'n1.sites.test')
    expect(status).toBe(200)
    expect(text).not.toContain('<script')
    expect(text).toContain(`<iframe src="http://content.test${pathOf('n33-good-code')}"`)
    expect(text).toContain('sandbox="allow-scripts"')
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; frame-src http:\/\/content\.test\/code\/; frame-ancestors 'self';/,
    )
  })
  it('says of anything else that it is gone', async () => {
    for (const name of [`n33-good-code-${'0'.repeat(64)}`, 'x', `N33-x-${'0'.repeat(64)}`])
      expect(await get(`/_embed/code/${name}`, 'n1.sites.test')).toMatchObject({
        status: 410,
        text: expect.stringContaining('已经不再提供'),
      })
  })
})

describe('a port of its own', () => {
  it('answers the host of content, and no other', async () => {
    const server = createServer()
    const heard: string[] = []
    server.on('request', (_, answer) => {
      heard.push('asked')
      answer.end('of the shell')
    })
    const own = contentListener(server, 'http://127.0.0.1:8082').listen(0, '127.0.0.1')
    await once(own, 'listening')
    const address = own.address()
    const at = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
    const asking = async (name: string) => {
      const { statusCode, body } = await request(at, { headers: { host: name } })
      return [statusCode, await body.text()]
    }
    expect(await asking('127.0.0.1:8082')).toEqual([200, 'of the shell'])
    for (const name of ['localhost:8080', '127.0.0.1', 'evil.example'])
      expect(await asking(name)).toEqual([421, 'There is nothing of that name here.\n'])
    expect(heard).toHaveLength(1)
    own.closeAllConnections()
    own.close()
  })
})
