/** Edits and their inverses. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply } from './apply.ts'
import { parsePage } from './check.ts'
import { canonicalJson } from './json.ts'
import type { Json } from './json.ts'
import type { Op } from './op.ts'
import type { Block, PageDoc } from './page.ts'

const block = (fields: Block['fields'] = {}, slots: Block['slots'] = {}): Block => ({
  type: 'text',
  v: 1,
  fields,
  slots,
})
const sample = (): PageDoc => ({
  schema: 1,
  meta: { title: { 'zh-CN': '首页', en: 'Home' } },
  root: ['a', 'b', 'c'],
  blocks: {
    a: block({ title: { 'zh-CN': '甲' }, n: 1 }),
    b: block({}, { left: ['d', 'e'], right: ['f'] }),
    c: block({ list: [1, 2] }),
    d: block(),
    e: block({ text: 'e' }),
    f: block(),
  },
})

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
const place = fc.record({
  parent: fc.oneof(fc.constant(null), ids),
  slot: fc.constantFrom('root', 'left', 'right', 'main'),
  index: fc.nat(4),
})
const paths: string[][] = [
  ['title'],
  ['title', 'zh-CN'],
  ['title', 'en'],
  ['n'],
  ['new'],
  ['list'],
  ['x', 'y'],
]
const path = fc.constantFrom(...paths)
const values: Json[] = ['字', 7, null, { en: 'Home' }]
const value = fc.constantFrom(...values)
const edit: fc.Arbitrary<Op> = fc.oneof(
  fc.record({
    op: fc.constant('insert' as const),
    id: ids,
    at: place,
    blocks: fc.dictionary(ids, fc.constant(block({ k: 1 })), { minKeys: 1, maxKeys: 2 }),
  }),
  fc.record({ op: fc.constant('remove' as const), id: ids }),
  fc.record({ op: fc.constant('move' as const), id: ids, to: place }),
  fc.record(
    { op: fc.constant('setField' as const), id: ids, path, value },
    { requiredKeys: ['op', 'id', 'path'] },
  ),
  fc.record({
    op: fc.constant('setSlotOrder' as const),
    parent: fc.oneof(fc.constant(null), ids),
    slot: fc.constantFrom('root', 'left'),
    order: fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 2 }),
  }),
  fc.record(
    {
      op: fc.constant('setShow' as const),
      id: ids,
      show: fc.constantFrom({}, { from: '2026-05-01T08:00:00+08:00' }, { to: '2026-05-02T08:00:00+08:00' }),
    },
    { requiredKeys: ['op', 'id'] },
  ),
  fc.record({ op: fc.constant('setMeta' as const), path, value }, { requiredKeys: ['op', 'path'] }),
)

test(
  'an edit and then its inverse give the same document, and every document in between is sound',
  { timeout: 30_000 },
  () => {
    let applied = 0
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const begin = sample()
        let doc = begin
        const undo: Op[] = []
        for (const one of edits) {
          const next = apply(doc, one)
          if (!next.ok) {
            expect(next.reason).not.toBe('')
            continue
          }
          applied++
          const back = apply(next.doc, next.inverse)
          expect(back.ok && canonicalJson(back.doc)).toBe(canonicalJson(doc))
          expect(parsePage(next.doc)).toMatchObject({ ok: true })
          doc = next.doc
          undo.unshift(next.inverse)
        }
        for (const one of undo) {
          const back = apply(doc, one)
          if (!back.ok) throw new Error(back.reason)
          doc = back.doc
        }
        expect(canonicalJson(doc)).toBe(canonicalJson(begin))
        expect(canonicalJson(begin)).toBe(canonicalJson(sample()))
      }),
      { numRuns: 400 },
    )
    // The property would hold for edits that are all refused, too.
    expect(applied).toBeGreaterThan(400)
  },
)

test('taking a block away takes what is inside, and its inverse brings all of it back', () => {
  const gone = apply(sample(), { op: 'remove', id: 'b' })
  expect(gone.ok && Object.keys(gone.doc.blocks)).toEqual(['a', 'c'])
  expect(gone.ok && gone.inverse).toMatchObject({
    op: 'insert',
    id: 'b',
    at: { parent: null, slot: 'root', index: 1 },
  })
})

test.each<[string, Op, RegExp]>([
  [
    'into itself',
    { op: 'move', id: 'b', to: { parent: 'd', slot: 'main', index: 0 } },
    /cannot stand inside itself/,
  ],
  [
    'beyond the end',
    { op: 'move', id: 'a', to: { parent: null, slot: 'root', index: 9 } },
    /beyond the 2 blocks/,
  ],
  ['nowhere', { op: 'move', id: 'a', to: { parent: 'zz', slot: 'x', index: 0 } }, /no slot x in zz/],
])('a block does not move %s', (_, one, reason) => {
  const next = apply(sample(), one)
  expect(!next.ok && next.reason).toMatch(reason)
})

test('an order that drops or doubles a block is refused', () => {
  for (const order of [
    ['a', 'b'],
    ['a', 'a', 'b'],
    ['a', 'b', 'x'],
  ])
    expect(apply(sample(), { op: 'setSlotOrder', parent: null, slot: 'root', order }).ok).toBe(false)
})

test('a page cannot lose its title', () => {
  expect(apply(sample(), { op: 'setMeta', path: ['title'] }).ok).toBe(false)
  expect(apply(sample(), { op: 'setMeta', path: ['title', 'en'] }).ok).toBe(true)
})

test('ids and paths of the machinery change nothing', () => {
  expect(apply(sample(), { op: 'remove', id: 'constructor' }).ok).toBe(false)
  expect(apply(sample(), { op: 'setField', id: 'a', path: ['constructor', 'x'], value: 1 }).ok).toBe(false)
  expect('x' in {}).toBe(false)
})
