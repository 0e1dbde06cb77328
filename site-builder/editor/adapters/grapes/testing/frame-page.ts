/// <reference lib="dom" />
/**
 * The built frame of the canvas in a browser, with a host that plays the editor. `policies`: whether its documents have the
 * policies that the shell gives them.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launch } from '@shuxiang/e2e/chromium'
import type { BuiltRelease } from '@shuxiang/vite'
import type { Page } from 'playwright-core'
import { CANVAS_POLICY, FRAME_POLICY } from '../../../../../shell/server/http/security-headers.ts'
import type { DrawnBlock, Intent, OpenPlace } from '../messages.ts'

export interface FramePage {
  readonly page: Page
  /** Requests to any other place. */
  readonly asked: readonly string[]
  /** Errors of scripts. */
  readonly errors: readonly string[]
  /** What was heard since it was asked for last. */
  heard(): Promise<Intent[]>
  draw(html: string, blocks: readonly DrawnBlock[]): Promise<void>
  tell(told: object): Promise<void>
  /** Content of the document, and what it would be had nobody touched it. */
  content(html: string): Promise<{ readonly is: string; readonly wanted: string }>
  /** Calls of `PWN`. */
  hits(): Promise<number>
  /** From now on each lift is answered with these places. */
  answer(places: readonly OpenPlace[]): Promise<void>
  close(): Promise<void>
}

const host = `<!doctype html><body style="margin:0"><iframe src="/_frame/editor/canvas" style="width:1000px;height:700px;border:0"></iframe><script>
window.hits = []; window.PWN = (n) => hits.push(n)
window.heard = []; window.places = []
const frame = document.querySelector('iframe')
const { port1, port2 } = new MessageChannel()
window.port = port1
port1.onmessage = ({ data }) => {
  heard.push(data)
  if (data.intent === 'lift') port1.postMessage({ tell: 'places', places })
}
window.page = () => frame.contentDocument.querySelector('iframe[src]').contentDocument
frame.onload = () => {
  frame.contentWindow.PWN = window.PWN
  frame.contentWindow.postMessage(null, location.origin, [port2])
  port1.postMessage({ tell: 'open', canvas: '/_canvas/national', title: 'page' })
}
</script>`

export async function openFramePage(
  { release, folder }: BuiltRelease,
  policies: boolean,
): Promise<FramePage> {
  const browser = await launch()
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } })
  const asked: string[] = []
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  const entry = release.frames[0]?.entry ?? ''
  const policed = (policy: string): Record<string, string> =>
    policies ? { 'content-security-policy': policy } : {}
  const html = { contentType: 'text/html; charset=utf-8' }
  await page.route('**/*', async (route) => {
    const { hostname, pathname, href } = new URL(route.request().url())
    if (hostname !== 'portal.test') {
      asked.push(href)
      return route.abort()
    }
    if (pathname === '/host') return route.fulfill({ ...html, body: host })
    if (pathname === '/_frame/editor/canvas')
      return route.fulfill({
        ...html,
        headers: policed(FRAME_POLICY),
        body: `<!doctype html><script type="module" src="/${entry}"></script><body>`,
      })
    if (pathname === '/_canvas/national')
      return route.fulfill({ ...html, headers: policed(CANVAS_POLICY), body: '<!doctype html><body>' })
    if (pathname === `/${entry}`)
      return route.fulfill({
        contentType: 'text/javascript',
        body: await readFile(join(folder, 'browser', entry)),
      })
    return route.fulfill({ status: 404, body: '' })
  })
  await page.goto('http://portal.test/host')
  await page.waitForFunction(() =>
    Reflect.get(window, 'heard').some(({ intent }: Intent) => intent === 'ready'),
  )
  await page.evaluate(() => {
    const { PWN, page } = window as unknown as { PWN: unknown; page: () => Document }
    Object.assign(page().defaultView ?? {}, { PWN })
  })

  return {
    page,
    asked,
    errors,
    heard: () => page.evaluate(() => Reflect.get(window, 'heard').splice(0)),
    async draw(text, blocks) {
      await page.evaluate(
        async ([inner, drawn]) => {
          const { page, port } = window as unknown as { page: () => Document; port: MessagePort }
          page().body.innerHTML = inner
          port.postMessage({ tell: 'drawn', blocks: drawn })
          await new Promise((resolve) => setTimeout(resolve, 20))
        },
        [text, blocks] as const,
      )
    },
    async tell(told) {
      await page.evaluate(async (message) => {
        Reflect.get(window, 'port').postMessage(message)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }, told)
    },
    content: (text) =>
      page.evaluate((inner) => {
        const wanted = document.implementation.createHTMLDocument('').body
        wanted.innerHTML = inner
        const { page } = window as unknown as { page: () => Document }
        return { is: page().body.innerHTML, wanted: wanted.innerHTML }
      }, text),
    hits: () => page.evaluate(() => Reflect.get(window, 'hits').length),
    answer: (places) => page.evaluate((given) => void Object.assign(window, { places: given }), places),
    close: () => browser.close(),
  }
}
