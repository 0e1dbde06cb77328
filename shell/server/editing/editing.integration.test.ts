/** What the editor of a site draws with: a document in which nothing runs, and answers as readers of the site get them. */
import { launch } from '@shuxiang/e2e/chromium'
import { request } from 'undici'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'

let shell: FixtureShell
beforeAll(async () => {
  shell = await startFixtureShell({}, ['calm'])
  shell.answers.set('ShelfRecords', async (variables) => ({
    data: { search: { totalCount: 7, edges: [], asked: variables } },
    errors: [],
  }))
})
afterAll(() => shell?.close())

const at = (path: string, options: Parameters<typeof request>[1] = {}) =>
  request(`${shell.origin}${path}`, { ...options, headers: { host: 'portal.test', ...options?.headers } })
const ask = (site: string, body: unknown) =>
  at(`/_answers/${site}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const shelf = (key: string, operation = 'ShelfRecords') => ({
  ...{ key, operation },
  variables: { query: '月', filter: [], sort: 'POPULAR', first: 12 },
})

it('the empty document wears the theme that is asked for, and only pages of this origin may frame it', async () => {
  const { statusCode, headers, body } = await at('/_canvas/national')
  expect(statusCode).toBe(200)
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'/)
  expect(headers['content-security-policy']).not.toMatch(/script|unsafe/)
  expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  expect(await body.text()).toMatch(/<link rel="stylesheet" href="[^"]+" integrity="sha/)
  const unknown = await at('/_canvas/%3Cscript%3E')
  expect(unknown.statusCode).toBe(404)
  expect(await unknown.body.text()).not.toContain('<script>')
})

it('whatever is written into it, nothing runs and nothing is sent for', async () => {
  const browser = await launch()
  try {
    const page = await browser.newPage()
    const asked: string[] = []
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url())
      if (url.hostname !== 'portal.test') {
        asked.push(url.href)
        return route.abort()
      }
      if (url.pathname === '/host')
        return route.fulfill({
          contentType: 'text/html',
          body: '<iframe src="/_canvas/national"></iframe><script>window.hits = []; window.PWN = (n) => hits.push(n)</script>',
        })
      const answer = await at(url.pathname)
      return route.fulfill({
        status: answer.statusCode,
        headers: Object.fromEntries(Object.entries(answer.headers).map(([k, v]) => [k, String(v)])),
        body: Buffer.from(await answer.body.arrayBuffer()),
      })
    })
    await page.goto('http://portal.test/host')
    await page.frameLocator('iframe').locator('body').waitFor({ state: 'attached' })
    const hits = await page.evaluate(async () => {
      const inner = document.querySelector('iframe')?.contentDocument
      if (!inner) throw new Error('no document')
      inner.body.innerHTML =
        `<img src="x" onerror="top.PWN(1)"><svg onload="top.PWN(2)"></svg>
        <a href="javascript:top.PWN(3)">x</a><iframe srcdoc="<script>top.PWN(4)</scr` +
        `ipt>"></iframe>
        <form action="http://evil.test/"><button>x</button></form><img src="http://evil.test/beacon">`
      const script = inner.createElement('script')
      script.textContent = 'top.PWN(5)'
      inner.body.append(script)
      inner.querySelector('a')?.click()
      inner.querySelector('button')?.click()
      await new Promise((resolve) => setTimeout(resolve, 300))
      return Reflect.get(window, 'hits')
    })
    expect(hits).toEqual([])
    expect(asked).toEqual([])
  } finally {
    await browser.close()
  }
})

it('what blocks ask is answered for the library of the site, as for anybody', async () => {
  const before = shell.asked.length
  const { statusCode, headers, body } = await ask('n33', { queries: [shelf('a'), shelf('b')] })
  expect(statusCode).toBe(200)
  expect(headers['cache-control']).toBe('no-store')
  expect(await body.json()).toMatchObject({
    answers: [
      ['a', { search: { totalCount: 7 } }],
      ['b', {}],
    ],
  })
  expect(shell.asked.slice(before)).toEqual([
    { name: 'ShelfRecords', tenant: 'n33' },
    { name: 'ShelfRecords', tenant: 'n33' },
  ])
})

it('nothing but questions of blocks is passed on', async () => {
  const before = shell.asked.length
  const answered = await ask('n33', {
    queries: ['BranchSite', 'SendFeedback', 'SiteArtifact', 'nothing'].map((name) => shelf(name, name)),
  })
  expect(await answered.body.json()).toEqual({
    answers: ['BranchSite', 'SendFeedback', 'SiteArtifact', 'nothing'].map((name) => [name, null]),
  })
  expect(shell.asked.length).toBe(before)
})

it.each([
  ['no list', 'x', 400],
  ['a field more', JSON.stringify({ queries: [], token: 'x' }), 400],
  ['too many', JSON.stringify({ queries: Array.from({ length: 100 }, (_, n) => shelf(String(n))) }), 400],
  ['too long', JSON.stringify({ queries: [shelf('x'.repeat(300_000))] }), 413],
])('%s is refused', async (_what, body, status) => {
  expect((await ask('n33', body)).statusCode).toBe(status)
})

it('pages of other sites ask nothing', async () => {
  const answered = await at('/_answers/n33', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    body: JSON.stringify({ queries: [] }),
  })
  expect(answered.statusCode).toBe(403)
})

it('only so many are answered at once, and then the others', async () => {
  let letGo = (): void => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  shell.answers.set('ShelfRecord', async () => {
    await gate
    return { data: { record: null }, errors: [] }
  })
  const body = { queries: [{ key: 'a', operation: 'ShelfRecord', variables: { id: 'x' } }] }
  const many = Array.from({ length: 8 }, () => ask('n33', body))
  await expect.poll(async () => (await ask('n33', { queries: [] })).statusCode).toBe(503)
  letGo()
  expect((await Promise.all(many)).map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200))
  expect((await ask('n33', { queries: [] })).statusCode).toBe(200)
})

it('a site is named by a code and by nothing else', async () => {
  expect((await ask('n33%2F..%2Fx', { queries: [] })).statusCode).toBe(404)
  expect((await at('/_answers/n33')).statusCode).toBe(405)
})
