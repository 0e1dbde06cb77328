/** Pages of blocks with what microfrontends offer: filled where it is offered, and whole without it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'

let shell: FixtureShell
beforeAll(async () => {
  shell = await startFixtureShell()
})
afterAll(() => shell.close())

const titled = { 'zh-CN': '便条', en: 'A note' }
/** The published home page, with a text and these offers. */
function publish(...offers: readonly { readonly offer: string; readonly title?: object }[]): void {
  const blocks = Object.fromEntries(
    offers.map((fields, n) => [`b${n}`, { type: 'part-of-service', v: 1, fields, slots: {} }]),
  )
  const body = { en: [{ type: 'paragraph', runs: [{ text: 'Words of <div data-offer="guest/note">' }] }] }
  const text = { type: 'rich-text', v: 1, fields: { body }, slots: {} }
  const document = JSON.stringify({
    schema: 1,
    meta: { title: { en: 'Home' } },
    root: ['text', ...Object.keys(blocks)],
    blocks: { text, ...blocks },
  })
  shell.answers.set('PortalPage', async () => ({ data: { page: { document } }, errors: [] }))
}
beforeEach(() => publish({ offer: 'guest/note', title: titled }))

async function ask(path = '/') {
  const answer = await fetch(`${shell.origin}${path}`, { headers: { 'accept-language': 'en' } })
  return { status: answer.status, type: answer.headers.get('content-type'), html: await answer.text() }
}
const slots = (html: string): string[] =>
  [...html.matchAll(/<div data-portal-slot="page.offer.v1" data-context="([^"]*)">/g)].map(([, text = '']) =>
    text.replaceAll('&quot;', '"'),
  )
const elements = (html: string): string[] =>
  [...html.matchAll(/data-extension="([^"]+)"/g)].map(([, key = '']) => key)

describe('a block for what a microfrontend offers', () => {
  it('is filled by that offer alone, with its code and state, below the librarian’s heading', async () => {
    const { status, html } = await ask()
    expect(status).toBe(200)
    expect(slots(html).map((text) => JSON.parse(text))).toEqual([
      { path: '/', offer: 'guest/note', named: true, level: 3 },
    ])
    expect(elements(html)).toEqual(['guest/8', 'guest/6'])
    expect(html).toMatch(/<h2 id="b0-t">A note<\/h2>[^]*guest\/note 0<\/button>/)
    expect(html).not.toContain('Its own title')
    expect(html).toMatch(/<link rel="modulepreload" href="\/_assets\/releases\/guest\/\w+\/page-offer-v1-8/)
    expect(html).toContain('Words of &lt;div data-offer=&quot;guest/note&quot;&gt;')
  })

  it('has its own heading where the librarian gave none', async () => {
    publish({ offer: 'guest/note' })
    expect((await ask()).html).toMatch(/<h2[^>]*>Its own title<\/h2>/)
  })

  it('may stand on a page more than once', async () => {
    publish({ offer: 'guest/note' }, { offer: 'guest/note' }, { offer: 'guest/portal-only' })
    expect(elements((await ask()).html)).toEqual(['guest/8', 'guest/8', 'guest/10', 'guest/6'])
  })

  it.each([
    ['that nobody offers', 'nobody/note'],
    ['of another name', 'guest/notes'],
    ['that is an extension’s key', 'guest/8'],
    ['that is no name', '../guest'],
  ])('of an offer %s leaves the page as it is without it', async (_how, offer) => {
    publish({ offer, title: titled }, { offer: 'guest/note' })
    const { status, html } = await ask()
    expect([status, elements(html)]).toEqual([200, ['guest/8', 'guest/6']])
  })

  it('of an offer that fails leaves the others, and the page is in time', async () => {
    publish({ offer: 'guest/faulty', title: titled }, { offer: 'guest/note' })
    const began = performance.now()
    const { status, html } = await ask()
    expect([status, performance.now() - began < 1_000]).toEqual([200, true])
    expect(html).toContain('data-extension="guest/9"></div>')
    expect(html).toContain('guest/note 0</button>')
  })

  it('is left to the browser in a fragment', async () => {
    const { html } = JSON.parse((await ask('/_fragment?path=%2F')).html)
    expect(html).toMatch(/data-portal-slot="page\.offer\.v1" data-context="[^"]+"><\/div>/)
  })
})

describe('what is offered', () => {
  it('is told to whoever edits or checks pages', async () => {
    const { status, type, html } = await ask('/_offers')
    expect([status, type]).toEqual([200, expect.stringContaining('json')])
    expect(JSON.parse(html)).toEqual({
      offers: [
        expect.objectContaining({ offer: 'guest/faulty' }),
        {
          offer: 'guest/note',
          label: { 'zh-CN': '便条', en: 'Note' },
          about: { 'zh-CN': '数一数按了几次。', en: 'Counts presses.' },
          on: ['portal', 'branch'],
        },
        expect.objectContaining({ offer: 'guest/portal-only', on: ['portal'] }),
      ],
    })
  })
})
