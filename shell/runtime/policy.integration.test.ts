/** What a page may load is what it declares, in a real browser: everything else stays blocked, wherever one came from. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch } from '@shuxiang/e2e/chromium'
import { startFixtureShell, type FixtureShell } from '@shuxiang/shell-server/testing'

let shell: FixtureShell
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  shell = await startFixtureShell()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await shell?.close()
})
beforeEach(async () => {
  context = await browser.newContext({ baseURL: shell.origin, locale: 'en-GB', reducedMotion: 'reduce' })
  page = await context.newPage()
  await page.route(/content\.test|evil\.example/, (route) =>
    route.fulfill({ contentType: 'text/html', body: 'foreign' }),
  )
  await page.addInitScript(() => {
    const refused: string[] = []
    Object.assign(window, { refused })
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
  })
})
afterEach(() => context.close())

async function open(path: string): Promise<void> {
  await page.goto(path)
  await page.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined)
}
const follow = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click()
const sameDocument = (): Promise<boolean> => page.evaluate(() => 'sameDocument' in window)
const markDocument = (): Promise<unknown> =>
  page.evaluate(() => Object.assign(window, { sameDocument: true }))

/** What an intruder's script would put on the page; answers the directive that refused it, or `loaded`. */
function attempt(element: 'iframe' | 'video', source: string): Promise<string> {
  return page.evaluate(
    async ([name, address]) => {
      const refused: string[] = Reflect.get(window, 'refused')
      refused.length = 0
      const made = document.createElement(name)
      made.setAttribute(
        'src',
        address === 'blob' ? URL.createObjectURL(new Blob(['x'], { type: 'text/html' })) : address,
      )
      // The event of a refusal comes as a task of its own; what is allowed ends in a load or an error.
      const ended = new Promise((done) => {
        for (const event of ['load', 'error', 'loadstart'])
          made.addEventListener(event, () => requestAnimationFrame(() => requestAnimationFrame(done)))
        document.addEventListener('securitypolicyviolation', done, { once: true })
      })
      document.body.append(made)
      await ended
      made.remove()
      return refused[0] ?? 'loaded'
    },
    [element, source] as const,
  )
}

describe('a page that declares nothing', () => {
  it.each([
    ['iframe', 'http://content.test/', 'frame-src'],
    ['iframe', 'blob', 'frame-src'],
    ['iframe', '/favicon.svg', 'frame-src'],
    ['video', '/share.png', 'media-src'],
    ['video', 'blob', 'media-src'],
  ] as const)('gets no %s from %s', async (element, source, directive) => {
    await open('/calm/bare-1')
    expect(await attempt(element, source)).toBe(directive)
  })
  it('gets no worker, by address or by a script that it makes', async () => {
    await open('/calm/bare-1')
    const refused = await page.evaluate(() =>
      ['/_assets/x.js', URL.createObjectURL(new Blob(['1']))].map((address) => {
        try {
          return String(new Worker(address))
        } catch (error) {
          return error instanceof Error ? error.name : String(error)
        }
      }),
    )
    expect(refused).toEqual(['TypeError', 'TypeError'])
    const answer = await context.request.get('/calm/bare-1')
    expect(answer.headers()['content-security-policy']).toContain("worker-src 'none'")
  })
})

describe('a page that declares frames, media and workers', () => {
  it('gets them from where it says and from nowhere else', async () => {
    await open('/framed')
    expect(await attempt('iframe', 'http://content.test/')).toBe('loaded')
    expect(await attempt('video', '/share.png')).toBe('loaded')
    expect(await attempt('iframe', 'http://evil.example/')).toBe('frame-src')
    expect(await attempt('iframe', 'blob')).toBe('frame-src')
    expect(await attempt('video', 'http://content.test/a.mp4')).toBe('media-src')
    await expect.poll(() => page.locator('.answer').textContent()).toBe('heard word')
  })
  it('is loaded anew from a page that was given less, and not on the way back', async () => {
    await open('/calm/bare-1')
    await markDocument()
    await follow('framed')
    await page.getByRole('heading', { name: 'Framed' }).waitFor()
    expect(await sameDocument()).toBe(false)
    await expect.poll(() => page.locator('.answer').textContent()).toBe('heard word')
    await markDocument()
    await follow('bare-1')
    await page.getByRole('heading', { name: 'Item bare-1' }).waitFor()
    expect(await sameDocument()).toBe(true)
  })
  it('is loaded anew when the reader goes back to it from a page that was given less', async () => {
    await open('/framed')
    await follow('bare-1')
    await page.getByRole('heading', { name: 'Item bare-1' }).waitFor()
    await page.reload()
    await page.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined)
    expect(await attempt('iframe', 'http://content.test/')).toBe('frame-src')
    await page.goBack()
    await page.getByRole('heading', { name: 'Framed' }).waitFor()
    await expect.poll(() => page.locator('.answer').textContent()).toBe('heard word')
    expect(await attempt('iframe', 'http://content.test/')).toBe('loaded')
  })
})
