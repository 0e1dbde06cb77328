// @vitest-environment happy-dom
// The picture of a draft is the published page, block by block, and changes where the draft did.
import { blockType, openPage, type RenderContext } from '@shuxiang/site-blocks'
import { withParts, type PageDoc } from '@shuxiang/site-model'
import { afterEach, describe, expect, test } from 'vitest'
import { everyBlock } from '../../blocks/testing/every-block.ts'
import { answersOfState, pageOfState, statesOf } from '../../blocks/testing/fixture.ts'
import { openAnswerBook } from './answers.ts'
import { blockAround, blockNodes } from './block-nodes.ts'
import { site as siteToEdit } from '../testing/pages.ts'
import { framedSite } from '../site/framed-site.ts'
import { openDraftView } from './draw.ts'
import { patch } from './patch.ts'

const context: RenderContext = {
  locale: 'zh-CN',
  today: '2026-11-22',
  now: '2026-11-22T12:00:00Z',
  parameters: {},
}
const states = everyBlock.flatMap(({ type, fixtures }) =>
  Object.entries(statesOf(fixtures)).map(([name, state]) => ({ type, name: `${type.type} ${name}`, state })),
)
const withoutMarks = (text: string): string => text.replace(/<!--(?:block [^>]*|\/block)-->/g, '')
const element = (html: string): HTMLElement => {
  const made = document.createElement('div')
  made.innerHTML = html
  return made
}
afterEach(() => document.body.replaceChildren())

test.each(states)('$name is drawn for the editor as it is published', ({ type, state }) => {
  const doc = pageOfState(type, state)
  const answers = answersOfState(doc, state)
  const page = openPage(doc, context)
  const drawn = page.render(answers, { marked: true })
  expect(withoutMarks(drawn)).toBe(page.render(answers))
})

/** Elements, attributes and texts, without the comments around blocks. */
function bare(root: Element): string {
  const copy = root.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  const found = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (found.nextNode()) comments.push(found.currentNode)
  for (const one of comments)
    if (/^(?:block |\/block)/.test(one.nodeValue ?? '')) one.parentNode?.removeChild(one)
  copy.normalize()
  return copy.innerHTML
}

describe.each(['zh-CN', 'en'] as const)(
  'canvas, preview and published page are the same elements, whatever stood there before (%s)',
  (locale) => {
    const canvas = element('')
    const site = framedSite(siteToEdit, 'https://portal.test')
    test.each(everyBlock.map(({ type }) => type.type))('in every state of %s', (block) => {
      for (const { type, name, state } of states.filter((one) => one.type.type === block)) {
        const doc = pageOfState(type, state)
        const answers = answersOfState(doc, state)
        // As an edit is drawn: over what the page was, touching only what is other.
        const view = openDraftView({ site, doc, path: '/', locale, now: new Date(context.now) })
        patch(canvas, element(view.draw(answers)))
        const main = canvas.querySelector('main')
        const whole = withParts(doc, new Map())
        const published = element(openPage(whole, { ...context, locale, path: '/' }).render(answers))
        expect(main && bare(main), name).toBe(bare(published))
      }
    })
  },
)

const columns = blockType('columns')
if (!columns) throw new Error('there are no columns')
const [first = ''] = Object.keys(columns.slots)
const columned: PageDoc = {
  schema: 1,
  meta: { title: { 'zh-CN': '页' } },
  root: ['c', 'q'],
  blocks: {
    c: { type: 'columns', v: columns.v, fields: columns.defaults(), slots: { [first]: ['r'] } },
    r: {
      ...{ type: 'rich-text', v: 1, slots: {} },
      fields: { body: { 'zh-CN': [{ type: 'paragraph', runs: [{ text: '里面' }] }] } },
    },
    q: { type: 'quotation', v: 1, fields: { text: { 'zh-CN': '外面' } }, slots: {} },
  },
}

test('a block is found by a press on its words, the innermost one', () => {
  const root = element(openPage(columned, context).render(new Map(), { marked: true }))
  const nodes = blockNodes(root)
  const at = (words: string): Element | undefined =>
    [...root.querySelectorAll('*')].findLast(({ textContent }) => textContent?.includes(words))
  expect(blockAround(nodes, at('里面') ?? null)).toBe('r')
  expect(blockAround(nodes, at('外面') ?? null)).toBe('q')
  expect(blockAround(nodes, root)).toBeNull()
})

test('a part that others keep is drawn as it will be published, and found as the block that names it', () => {
  const quotation = (words: string) => ({
    ...{ type: 'quotation', v: 1, slots: {} },
    fields: { text: { 'zh-CN': words } },
  })
  const meta = { title: { 'zh-CN': '页' } }
  const law: PageDoc = {
    schema: 1,
    meta,
    root: ['a', 'b'],
    blocks: { a: quotation('法一'), b: quotation('法二') },
  }
  const doc: PageDoc = {
    ...{ schema: 1, meta, root: ['own', 'named'] },
    blocks: {
      own: quotation('自己的'),
      named: { type: 'shared-part', v: 1, fields: { from: 'nation', part: 'law' }, slots: {} },
    },
  }
  const parts = new Map([['nation:/parts/law', law]])
  const site = framedSite(siteToEdit, 'https://portal.test')
  const drawn = openDraftView({
    site,
    doc,
    parts,
    path: '/',
    locale: 'zh-CN',
    now: new Date(context.now),
  }).draw(new Map())
  const root = element(drawn)
  const nodes = blockNodes(root)
  expect([...nodes.keys()]).toEqual(['own', 'named'])
  expect(nodes.get('named')?.map((one) => one.textContent?.trim())).toEqual([
    expect.stringContaining('法一'),
    expect.stringContaining('法二'),
  ])
  const main = openPage(withParts(doc, parts), { ...context, path: '/' }).render(new Map())
  expect(withoutMarks(drawn)).toContain(main)
})

test.each([
  ['<p>一</p><p>二</p>', '<p>一</p><p>新</p><p>二</p>'],
  ['<p>一</p><!--block a--><p class="x">二</p><!--/block-->', '<p>一</p><!--block b--><p id="y">三</p>'],
  ['<ul><li>一</li><li>二</li></ul>', '<ol><li>一</li></ol>'],
  ['字', '<b>字</b>'],
  ['<p>一</p>', ''],
])('%s becomes %s', (before, after) => {
  const now = element(before)
  patch(now, element(after))
  expect(now.innerHTML).toBe(element(after).innerHTML)
})

test('what stays the same stays the same element', () => {
  const now = element('<p>一</p><img alt="二"><p>三</p>')
  const picture = now.querySelector('img')
  patch(now, element('<p>改</p><p>新</p><img alt="二"><p>三</p>'))
  expect(now.querySelector('img')).toBe(picture)
})

test('answers are asked once, once more when somebody knows of another one, and stand until then', async () => {
  const asked: string[][] = []
  let round = 0
  const book = openAnswerBook('n33', async (_, init) => {
    const { queries }: { queries: { key: string }[] } = JSON.parse(String(init?.body))
    asked.push(queries.map(({ key }) => key))
    round += 1
    return Response.json({ answers: queries.map(({ key }) => [key, { round }]) })
  })
  const queries = [{ key: 'a', operation: 'A', variables: {} }] as unknown as Parameters<typeof book.fetch>[0]
  expect(await book.fetch(queries)).toBe(true)
  expect(await book.fetch(queries)).toBe(false)
  book.askAnew()
  expect(book.turn.value).toBe(1)
  expect(book.known.get('a')).toEqual({ round: 1 })
  expect(await book.fetch(queries)).toBe(true)
  expect(book.known.get('a')).toEqual({ round: 2 })
  expect(await book.fetch(queries)).toBe(false)
  expect(asked).toEqual([['a'], ['a']])
})
