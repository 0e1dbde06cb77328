/** What the server makes of extensions: rendered in their slots, or left out without a trace. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'

let shell: FixtureShell
beforeAll(async () => {
  shell = await startFixtureShell()
})
afterAll(() => shell.close())

async function ask(path: string): Promise<{ status: number; html: string; ms: number }> {
  const began = performance.now()
  const answer = await fetch(`${shell.origin}${path}`, { headers: { 'accept-language': 'en' } })
  const html = await answer.text()
  return { status: answer.status, html, ms: performance.now() - began }
}
/** What stands in each extension's element, by its key. */
function extensionsIn(html: string): Record<string, string> {
  const found = html.matchAll(/<div data-mfe="guest" data-extension="([^"]+)"[^>]*>(.*?)<\/div>/gs)
  return Object.fromEntries([...found].map(([, key, content]) => [key, content]))
}
const settingsIn = (html: string) => JSON.parse(/id="page-settings">([^<]*)</.exec(html)?.[1] ?? '{}')

describe('extensions of a record’s kind', () => {
  it('come rendered in their slots and order, with their styles, code and state', async () => {
    const { status, html } = await ask('/calm/poem-1')
    expect(status).toBe(200)
    expect(Object.keys(extensionsIn(html))).toEqual(['guest/0', 'guest/2', 'guest/1', 'guest/3'])
    expect(extensionsIn(html)['guest/0']).toContain('Keep Item poem-1</button>')
    expect(extensionsIn(html)['guest/1']).toContain('Notes of readers')
    expect(html).toMatch(/<link rel="stylesheet" href="\/_assets\/releases\/guest\/[^"]+" integrity="sha384-/)
    expect(html).toMatch(/<link rel="modulepreload" href="\/_assets\/releases\/guest\/\w+\/record-body-v1-1/)
    expect(settingsIn(html).extended).toHaveLength(4)
    expect(html).not.toContain('<!--portal-slot')
  })
  it('stand only on pages of that kind', async () => {
    expect(Object.keys(extensionsIn((await ask('/calm/book-1')).html))).toEqual(['guest/0', 'guest/1'])
    const { html } = await ask('/calm/bare-1')
    expect(extensionsIn(html)).toEqual({})
    expect(html).toMatch(/<div data-portal-slot="record.body.v1"[^>]*><\/div>/)
    expect(html).not.toMatch(/<link[^>]*releases\/guest/)
  })
  it('may be markup in a title and stay text', async () => {
    const { html } = await ask(`/calm/poem-${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
    expect(html).not.toContain('<img src=x')
  })
})

describe('an extension that cannot be had', () => {
  it.each([
    ['is slow', '/calm/faulty-slow-server', 'not rendered within 300 ms'],
    ['throws', '/calm/faulty-throw-server', 'render failed'],
  ])('because it %s leaves the page as it is without it', async (_how, path, reason) => {
    shell.logged.length = 0
    const { status, html, ms } = await ask(path)
    expect([status, extensionsIn(html)]).toEqual([200, { 'guest/4': '' }])
    expect(html).toContain('</h1>')
    expect(ms).toBeLessThan(1_000)
    expect(shell.logged.join()).toContain(reason)
  })
  it('and whose absence is declared to matter is told to readers without scripts', async () => {
    const { html } = await ask('/calm/told-throw-server')
    expect(extensionsIn(html)['guest/5']).toMatch(/^<noscript>.*The guest/s)
  })
  it('because it loops without end costs one deadline, and is there again', async () => {
    const { status, ms } = await ask('/calm/faulty-loop-server')
    expect(status).toBe(200)
    expect(ms).toBeLessThan(1_000)
    expect((await ask('/calm/bare-1')).status).toBe(200)
    await expect
      .poll(async () => extensionsIn((await ask('/calm/poem-1')).html)['guest/3'], { timeout: 8_000 })
      .toContain('aside of poem')
  })
  it('again and again rests, and the others of its microfrontend do not', async () => {
    for (let i = 0; i < 5; i += 1) await ask('/calm/faulty-throw-server')
    shell.logged.length = 0
    await ask('/calm/faulty-throw-server')
    expect(shell.logged.join()).toContain('resting')
    expect(extensionsIn((await ask('/calm/poem-1')).html)['guest/0']).toContain('Keep')
  })
})

describe('a page of the site builder', () => {
  it('has its extensions after its blocks', async () => {
    const { html } = await ask('/')
    expect(extensionsIn(html)['guest/6']).toContain('/ 0</button>')
    expect(html.indexOf('data-extension="guest/6"')).toBeGreaterThan(html.indexOf('class="hero'))
  })
  it('as a fragment has the slot, for the browser to fill', async () => {
    const { html } = JSON.parse((await ask('/_fragment?path=%2Flibraries')).html)
    expect(html).toContain(
      '<div data-portal-slot="page.body.v1" data-context="{&quot;path&quot;:&quot;/libraries&quot;}"></div>',
    )
  })
})
