/** Documents that a microfrontend declares for its own pages: one module, a policy of their own, nothing else. */
import { launch } from '@shuxiang/e2e/chromium'
import { request } from 'undici'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'

let shell: FixtureShell
beforeAll(async () => {
  shell = await startFixtureShell({}, ['framed', 'calm'])
})
afterAll(() => shell?.close())

const at = (path: string) => request(`${shell.origin}${path}`, { headers: { host: 'portal.test' } })

it('has one module by its hash, and a policy in which nobody is asked anything', async () => {
  const { statusCode, headers, body } = await at('/_frame/framed/apart')
  expect(statusCode).toBe(200)
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'none'; frame-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'",
  )
  expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  const text = await body.text()
  const module = /<script type="module" src="(\/_assets\/releases\/framed\/[^"]+)" integrity="sha384-/.exec(
    text,
  )?.[1]
  expect(text.match(/<script/g)).toHaveLength(1)
  const script = await at(module ?? '')
  expect(script.statusCode).toBe(200)
  expect(await script.body.text()).not.toMatch(/\bimport\b/)
})

it.each(['/_frame/framed/other', '/_frame/calm/apart', '/_frame/nobody/apart', '/_frame/..%2F/apart'])(
  'is not at %s',
  async (path) => {
    const { statusCode, body } = await at(path)
    expect(statusCode).toBe(404)
    await body.dump()
  },
)

it('runs, and whatever else is written into it does not', async () => {
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
          body: '<iframe src="/_frame/framed/apart"></iframe><script>window.hits = []; window.PWN = (n) => hits.push(n)</script>',
        })
      const answer = await at(url.pathname)
      return route.fulfill({
        status: answer.statusCode,
        headers: Object.fromEntries(Object.entries(answer.headers).map(([k, v]) => [k, String(v)])),
        body: Buffer.from(await answer.body.arrayBuffer()),
      })
    })
    await page.goto('http://portal.test/host')
    await page.frameLocator('iframe').getByText('apart').waitFor()
    const hits = await page.evaluate(async () => {
      const inner = document.querySelector('iframe')?.contentDocument
      if (!inner) throw new Error('no document')
      inner.body.innerHTML = `<img src="x" onerror="top.PWN(1)"><img src="http://evil.test/a"><a href="javascript:top.PWN(2)">x</a>`
      const script = inner.createElement('script')
      script.textContent = 'top.PWN(3)'
      inner.body.append(script)
      const far = inner.createElement('script')
      far.src = 'http://evil.test/s.js'
      inner.body.append(far)
      inner.querySelector('a')?.click()
      await inner.defaultView?.fetch('/host').catch(() => null)
      await new Promise((resolve) => setTimeout(resolve, 300))
      return Reflect.get(window, 'hits')
    })
    expect(hits).toEqual([])
    expect(asked).toEqual([])
  } finally {
    await browser.close()
  }
})
