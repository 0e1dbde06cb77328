/** Parts by reference: put in place, in their order, once, and never more than a page may hold. */
import { expect, it } from 'vitest'
import { parsePage } from './check.ts'
import { bounds, isPageShown, type Block, type PageDoc } from './page.ts'
import { partKey, partsOf, partsPut, withParts } from './parts.ts'

const text = (words: string, more: Partial<Block> = {}): Block => ({
  ...{ type: 'text', v: 1, fields: { words }, slots: {} },
  ...more,
})
const part = (name: string, from = 'nation', more: Partial<Block> = {}): Block => ({
  ...{ type: 'shared-part', v: 1, fields: { from, part: name }, slots: {} },
  ...more,
})
const page = (blocks: Record<string, Block>, root = Object.keys(blocks)): PageDoc => ({
  ...{ schema: 1, meta: { title: { 'zh-CN': '页' } }, root, blocks },
})
const wordsOf = (doc: PageDoc): unknown[] => doc.root.map((id) => doc.blocks[id]?.fields['words'])
const known = (parts: Record<string, PageDoc>) => new Map(Object.entries(parts))

it('are put in place of the block that names them, with what is inside of them', () => {
  const notice = page({ a: text('一', { slots: { inner: ['b'] } }), b: text('二'), c: text('三') }, [
    'a',
    'c',
  ])
  const doc = page({ x: text('前'), p: part('notice'), y: text('后') })
  const made = withParts(doc, known({ 'nation:/parts/notice': notice }))
  expect(wordsOf(made)).toEqual(['前', '一', '三', '后'])
  const [, first = ''] = made.root
  expect(made.blocks[first]?.slots['inner']?.map((id) => made.blocks[id]?.fields['words'])).toEqual(['二'])
  expect(parsePage(JSON.parse(JSON.stringify(made)))).toMatchObject({ ok: true })
  expect(Object.values(made.blocks).map(({ type }) => type)).not.toContain('shared-part')
})

it('are told apart by the block that names them', () => {
  const notice = page({ a: text('一', { slots: { inner: ['b'] } }), b: text('二') }, ['a'])
  const doc = page({ x: text('前'), p: part('notice'), q: part('notice') })
  const { doc: made, namedBy } = partsPut(doc, known({ 'nation:/parts/notice': notice }))
  expect(made.root.map((id) => namedBy.get(id) ?? null)).toEqual([null, 'p', 'q'])
  expect(Object.keys(made.blocks).map((id) => namedBy.get(id) ?? id)).toEqual(['x', 'p', 'p', 'q', 'q'])
})

it('may stand twice on a page, and ids of the page itself are never taken', () => {
  const doc = page({ p: part('n'), 'p-0': text('自己的'), q: part('n') })
  const made = withParts(doc, known({ 'nation:/parts/n': page({ a: text('共用') }) }))
  expect(wordsOf(made)).toEqual(['共用', '自己的', '共用'])
  expect(new Set(made.root).size).toBe(3)
})

it('that are not there, hold parts themselves, or are too many are left out, and the page stands', () => {
  const doc = page({ p: part('gone'), x: text('页') })
  expect(wordsOf(withParts(doc, known({})))).toEqual(['页'])
  const nested = page({ p: part('a'), x: text('内') })
  expect(wordsOf(withParts(doc, known({ 'nation:/parts/gone': nested })))).toEqual(['内', '页'])
  const large = page(
    Object.fromEntries(Array.from({ length: bounds.blocks }, (_, n) => [`b${n}`, text('多')])),
    ['b0'],
  )
  expect(wordsOf(withParts(doc, known({ 'nation:/parts/gone': large })))).toEqual(['页'])
})

it('are shown when the block that names them is, unless they say themselves', () => {
  const show = { to: '2027-01-01T00:00:00Z' }
  const own = { to: '2026-12-01T00:00:00Z' }
  const doc = page({ p: part('n', 'province', { show }) })
  const made = withParts(
    doc,
    known({ 'province:/parts/n': page({ a: text('一'), b: text('二', { show: own }) }) }),
  )
  expect(made.root.map((id) => made.blocks[id]?.show)).toEqual([show, own])
})

it('are named once, and no strange name is a path', () => {
  const doc = page({
    a: part('n'),
    b: part('n'),
    c: part('n', 'province'),
    d: part('../x'),
    e: part('n', 'elsewhere'),
  })
  expect(partsOf(doc).map(partKey)).toEqual(['nation:/parts/n', 'province:/parts/n'])
})

it('are no pages that readers find', () => {
  expect(isPageShown('/parts/notice', page({}), new Date())).toBe(false)
  expect(isPageShown('/partsx', page({}), new Date())).toBe(true)
})
