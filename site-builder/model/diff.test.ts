/** What is told of two documents of a page. */
import { describe, expect, it } from 'vitest'
import { apply } from './apply.ts'
import { diff } from './diff.ts'
import { lockedTouched } from './locked.ts'
import type { Op } from './op.ts'
import type { Block, PageDoc } from './page.ts'

const block = (fields: Block['fields'] = {}, slots: Block['slots'] = {}): Block => ({
  type: 'text',
  v: 1,
  fields,
  slots,
})
const page: PageDoc = {
  schema: 1,
  meta: { title: { 'zh-CN': '首页' } },
  root: ['a', 'b', 'c', 'd'],
  blocks: {
    a: block({ title: { 'zh-CN': '甲', en: 'A' } }),
    b: { ...block({ n: 1 }, { main: ['e'] }), locked: true },
    c: block(),
    d: block(),
    e: block({ n: 5 }),
  },
}
const after = (...edits: readonly Op[]): PageDoc =>
  edits.reduce((now, edit) => {
    const next = apply(now, edit)
    if (!next.ok) throw new Error(next.reason)
    return next.doc
  }, page)
const root = (index: number) => ({ parent: null, slot: 'root', index })

describe('changes', () => {
  it('are none of equal documents', () => expect(diff(page, structuredClone(page))).toEqual([]))

  it.each<[string, Op, object[]]>([
    [
      'a text of one language',
      { op: 'setField', id: 'a', path: ['title', 'en'], value: 'B' },
      [
        {
          kind: 'changed',
          block: 'a',
          type: 'text',
          path: ['fields', 'title', 'en'],
          before: 'A',
          after: 'B',
        },
      ],
    ],
    [
      'a field that is new',
      { op: 'setField', id: 'c', path: ['n'], value: 1 },
      [{ kind: 'changed', block: 'c', type: 'text', path: ['fields', 'n'], after: 1 }],
    ],
    [
      'the page’s own words',
      { op: 'setMeta', path: ['title', 'en'], value: 'Home' },
      [{ kind: 'changed', block: null, type: null, path: ['meta', 'title', 'en'], after: 'Home' }],
    ],
    [
      'when a page ends',
      { op: 'setMeta', path: ['until'], value: '2026-12-08T00:00:00+08:00' },
      [
        {
          ...{ kind: 'changed', block: null, type: null, path: ['meta', 'until'] },
          after: '2026-12-08T00:00:00+08:00',
        },
      ],
    ],
    [
      'a block among others',
      { op: 'move', id: 'd', to: root(0) },
      [{ kind: 'moved', block: 'd', type: 'text', from: root(3), to: root(0) }],
    ],
    [
      'a block in another slot',
      { op: 'move', id: 'e', to: root(0) },
      [
        {
          kind: 'moved',
          block: 'e',
          type: 'text',
          from: { parent: 'b', slot: 'main', index: 0 },
          to: root(0),
        },
      ],
    ],
    [
      'a block with those inside of it',
      { op: 'remove', id: 'b' },
      [
        {
          kind: 'removed',
          block: 'b',
          type: 'text',
          at: root(1),
          before: { fields: { n: 1 }, locked: true },
        },
        { kind: 'removed', block: 'e', type: 'text', before: { fields: { n: 5 } } },
      ],
    ],
    [
      'a block that came',
      { op: 'insert', id: 'f', at: root(4), blocks: { f: block({ n: 6 }) } },
      [{ kind: 'added', block: 'f', type: 'text', at: root(4), after: { fields: { n: 6 } } }],
    ],
  ])('tell of %s and of nothing else', (_, edit, wanted) => {
    const changes = diff(page, after(edit))
    expect(changes).toHaveLength(wanted.length)
    expect(changes).toMatchObject(wanted)
  })
})

describe('what a template locked', () => {
  it.each<[string, Op]>([
    ['changed', { op: 'setField', id: 'b', path: ['n'], value: 2 }],
    ['changed inside', { op: 'setField', id: 'e', path: ['n'], value: 2 }],
    ['taken away', { op: 'remove', id: 'b' }],
    ['emptied', { op: 'remove', id: 'e' }],
    ['put elsewhere', { op: 'move', id: 'b', to: { parent: 'a', slot: 'main', index: 0 } }],
    ['filled', { op: 'move', id: 'a', to: { parent: 'e', slot: 'main', index: 0 } }],
  ])('is touched when it is %s', (_, edit) => expect(lockedTouched(page, after(edit))).toEqual(['b']))

  it('is not touched by what goes on beside it', () =>
    expect(
      lockedTouched(
        page,
        after(
          { op: 'setField', id: 'a', path: ['n'], value: 2 },
          { op: 'move', id: 'd', to: root(0) },
          { op: 'remove', id: 'c' },
        ),
      ),
    ).toEqual([]))

  it('is nothing that anybody may add', () =>
    expect(
      lockedTouched(
        page,
        after({ op: 'insert', id: 'f', at: root(0), blocks: { f: { ...block(), locked: true } } }),
      ),
    ).toEqual(['f']))
})
