// GrapesJS over a drawn page, in a browser: the page stays what was drawn, nothing runs, and what comes out are wishes.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPage } from '@shuxiang/site-blocks'
import type { PageDoc } from '@shuxiang/site-model'
import { buildMicrofrontend, type BuiltRelease } from '@shuxiang/vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { everyBlock } from '../../../blocks/testing/every-block.ts'
import { answersOfState, pageOf, pageOfState, statesOf } from '../../../blocks/testing/fixture.ts'
import { context } from '../../../blocks/testing/pages.ts'
import { payloads } from '../../../blocks/testing/payloads.ts'
import { placedBlocks } from '../../draft/wishes.ts'
import type { DrawnBlock, Intent } from './messages.ts'
import { openFramePage, type FramePage } from './testing/frame-page.ts'

let outDir = ''
let built: BuiltRelease
let frame: FramePage
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'editor-frame-'))
  built = await buildMicrofrontend(join(import.meta.dirname, '../..'), { outDir })
})
afterAll(() => rm(outDir, { recursive: true, force: true }))
afterEach(() => frame?.close())

const blocksOf = (doc: PageDoc, name = (id: string): string => id): DrawnBlock[] =>
  placedBlocks(doc).map((block) => ({ ...block, name: name(block.id), movable: true }))
const drawnMain = (doc: PageDoc, answers: Parameters<ReturnType<typeof openPage>['render']>[0] = new Map()) =>
  `<header>馆</header><main>${openPage(doc, context).render(answers, { marked: true })}</main><footer>尾</footer>`
const at = (selector: string, n = 0) =>
  frame.page.frameLocator('iframe').frameLocator('iframe.gjs-frame').locator(selector).nth(n)
const words = (text: string) => ({ 'zh-CN': text })
const quotation = (text: string) => ({ type: 'quotation', fields: { text: words(text) } })

/** `to` is looked for after it was lifted: places may open then. `part` of its height is where it is let go. */
async function drag(from: string, to: string, part = 0.5): Promise<void> {
  const start = await at(from).boundingBox()
  if (!start) throw new Error(`${from} is not to be seen`)
  const { mouse } = frame.page
  await mouse.move(start.x + 20, start.y + start.height / 2)
  await mouse.down()
  await mouse.move(start.x + 30, start.y + start.height / 2 + 10)
  await frame.page.waitForTimeout(100)
  const aim = await at(to).boundingBox()
  if (!aim) throw new Error(`${to} is not to be seen`)
  for (let i = 0; i <= 8; i++) {
    await mouse.move(aim.x + 60 + i, aim.y + aim.height * part)
    await frame.page.waitForTimeout(30)
  }
  await mouse.up()
  await frame.page.waitForTimeout(300)
}

describe('with the policies of the shell', () => {
  beforeEach(async () => {
    frame = await openFramePage(built, true)
  })

  it('every block in every state stays as it was drawn: chosen, dragged over and left', async () => {
    for (const { type, fixtures } of everyBlock)
      for (const [name, state] of Object.entries(statesOf(fixtures))) {
        const doc = pageOfState(type, state)
        const html = drawnMain(doc, answersOfState(doc, state))
        await frame.draw(html, blocksOf(doc))
        await frame.tell({ tell: 'chosen', id: doc.root[0] })
        await frame.tell({ tell: 'bring', places: [{ parent: null, slot: 'root', empty: null }] })
        await frame.tell({ tell: 'put down' })
        const { is, wanted } = await frame.content(html)
        expect(is, `${type.type} ${name}`).toBe(wanted)
      }
    expect(frame.errors).toEqual([])
    expect(frame.asked).toEqual([])
    expect(await frame.heard()).toEqual([{ intent: 'ready' }])
  }, 240_000)

  it('what is pressed is chosen, the innermost block of it; links lead nowhere', async () => {
    const doc = pageOf([
      quotation('外面'),
      { type: 'columns', fields: { share: 'halves' }, slots: { first: [quotation('里面')] } },
    ])
    await frame.draw(`<a href="/elsewhere">链接</a>${drawnMain(doc)}`, blocksOf(doc))
    await frame.heard()
    await at('blockquote').click()
    await at('blockquote', 1).click()
    await at('a').click()
    const heard: Intent[] = []
    await expect
      .poll(async () => {
        heard.push(...(await frame.heard()))
        return heard
      })
      .toEqual([
        { intent: 'choose', id: 'b0' },
        { intent: 'choose', id: 'b2' },
        { intent: 'choose', id: null },
      ])
    await at('blockquote').click()
    await frame.page.keyboard.press('Delete')
    await expect.poll(async () => (await frame.heard()).at(-1)).toEqual({ intent: 'remove', id: 'b0' })
  })

  it('a block is dragged before another, behind it, and into a column; the page is the editor’s to change', async () => {
    const doc = pageOf([
      quotation('一'),
      quotation('二'),
      { type: 'columns', fields: { share: 'halves' }, slots: { first: [quotation('三')] } },
    ])
    const html = drawnMain(doc)
    await frame.draw(html, blocksOf(doc))
    const root = { parent: null, slot: 'root', empty: null }
    await frame.answer([
      root,
      { parent: 'b2', slot: 'first', empty: null },
      { parent: 'b2', slot: 'second', empty: '第二栏' },
    ])
    await frame.heard()
    await drag('main > .band >> nth=1', 'main > .band >> nth=0', 0.2)
    const wishes = async () => (await frame.heard()).filter(({ intent }) => intent !== 'choose')
    expect(await wishes()).toEqual([
      { intent: 'lift', id: 'b1' },
      { intent: 'move', id: 'b1', to: { parent: null, slot: 'root', index: 0 } },
    ])
    await drag('main > .band >> nth=0', 'main > .band >> nth=1', 0.8)
    expect((await wishes()).at(-1)).toEqual({
      ...{ intent: 'move', id: 'b0', to: { parent: null, slot: 'root', index: 1 } },
    })
    await drag('main > .band >> nth=0', '.stack', 0.8)
    expect((await wishes()).at(-1)).toEqual({
      ...{ intent: 'move', id: 'b0', to: { parent: 'b2', slot: 'first', index: 1 } },
    })
    // The empty one can be aimed at while something is dragged.
    await drag('main > .band >> nth=0', '.editor-empty-place')
    expect((await wishes()).at(-1)).toEqual({
      ...{ intent: 'move', id: 'b0', to: { parent: 'b2', slot: 'second', index: 0 } },
    })
    expect(await frame.content(html)).toMatchObject({ is: (await frame.content(html)).wanted })
  })

  it('what nothing takes is refused, and what is let go where it stood is nothing', async () => {
    const doc = pageOf([quotation('一'), quotation('二')])
    await frame.draw(drawnMain(doc), blocksOf(doc))
    await frame.heard()
    await drag('main > .band >> nth=1', 'main > .band >> nth=0', 0.2)
    const wishes = async () => (await frame.heard()).filter(({ intent }) => intent !== 'choose')
    expect(await wishes()).toEqual([{ intent: 'lift', id: 'b1' }, { intent: 'refused' }])
    await frame.answer([{ parent: null, slot: 'root', empty: null }])
    await drag('main > .band >> nth=1', 'main > .band >> nth=1', 0.6)
    expect(await wishes()).toEqual([{ intent: 'lift', id: 'b1' }])
  })
})

/** Those that ran in GrapesJS as it comes, beside those that broke pages of others. */
const hostile = [
  ...payloads,
  '<div data-gjs-script="top.PWN(1)">x</div>',
  '<div data-gjs-type="script">top.PWN(2)</div>',
  '<img src=x onerror=top.PWN(3)>',
  '<a href="jav&#x09;ascript:top.PWN(4)">x</a>',
  '<iframe srcdoc="<script>top.PWN(5)</script>"></iframe>',
  '<script>top.PWN(6)</script>',
  '<svg><script>top.PWN(7)</script></svg>',
  '#a{}</style><script>top.PWN(8)</script>',
  '{"type":"script","content":"top.PWN(9)"}',
  '"><img src=http://evil.test/x onerror=top.PWN(10)>',
]

describe('with no policy at all', () => {
  beforeEach(async () => {
    frame = await openFramePage(built, false)
  })

  it('hostile words, names and ids run nowhere and send for nothing', async () => {
    for (const payload of hostile) {
      const doc = pageOf([
        quotation(payload),
        {
          type: 'section',
          fields: { title: words(payload.slice(0, 60)), ground: 'paper' },
          slots: { body: [quotation(payload)] },
        },
      ])
      const html = drawnMain(doc)
      await frame.draw(html, [
        ...blocksOf(doc, () => payload),
        { id: payload, parent: payload, slot: payload, index: 0, name: payload, movable: true },
      ])
      await frame.answer([
        { parent: null, slot: 'root', empty: null },
        { parent: 'b0', slot: payload, empty: payload },
      ])
      await at('blockquote').hover()
      await frame.page.waitForTimeout(30)
      await drag('main > .band >> nth=0', 'main > .band >> nth=1', 0.8)
      expect(await frame.hits(), payload).toBe(0)
      const { is, wanted } = await frame.content(html)
      expect(is, payload).toBe(wanted)
    }
    expect(frame.asked).toEqual([])
    expect((await frame.heard()).filter(({ intent }) => intent === 'failed')).toEqual([])
  }, 180_000)

  it('what a hostile page put on the clipboard, or is dragged in from there, goes nowhere', async () => {
    const doc = pageOf([quotation('一')])
    const html = drawnMain(doc)
    await frame.draw(html, blocksOf(doc))
    await at('blockquote').click()
    await frame.page.evaluate((markup) => {
      const { page } = window as unknown as { page: () => Document }
      const target = page().querySelector('blockquote')
      const data = new DataTransfer()
      data.setData('text/html', markup)
      data.setData('text/plain', markup)
      const inside = { bubbles: true, cancelable: true }
      target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, ...inside }))
      for (const name of ['dragenter', 'dragover', 'drop'])
        target?.dispatchEvent(
          new DragEvent(name, { dataTransfer: data, clientX: 200, clientY: 100, ...inside }),
        )
    }, hostile.join(''))
    await frame.page.waitForTimeout(200)
    expect(await frame.hits()).toBe(0)
    const { is, wanted } = await frame.content(html)
    expect(is).toBe(wanted)
    expect((await frame.heard()).map(({ intent }) => intent)).not.toContain('insert')
  })
})
