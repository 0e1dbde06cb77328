// Where what is dragged on the page may be let go, and what it becomes.
import { blockType } from '@shuxiang/site-blocks'
import { apply, type PageDoc } from '@shuxiang/site-model'
import { describe, expect, it } from 'vitest'
import { letGo, placedBlocks, placesTaking } from './wishes.ts'

const type = (name: string) => {
  const found = blockType(name)
  if (!found) throw new Error(`there is no ${name}`)
  return found
}
const block = (name: string, slots: Record<string, string[]> = {}) => ({
  ...{ type: name, v: type(name).v, fields: type(name).defaults(), slots },
})
const doc: PageDoc = {
  schema: 1,
  meta: { title: { 'zh-CN': '页' } },
  root: ['q', 'c', 's'],
  blocks: {
    q: block('quotation'),
    c: block('columns', { first: ['r'] }),
    r: block('rich-text'),
    s: { ...block('section'), locked: true },
  },
}
const places = (dragged: Parameters<typeof placesTaking>[1]) =>
  placesTaking(doc, dragged, 'zh-CN').map(({ parent, slot, empty }) => [parent, slot, empty])

describe('places that take what is dragged', () => {
  it('are the page and the columns for a quotation, the empty ones with what they are called', () => {
    expect(places({ id: 'q' })).toEqual([
      [null, 'root', null],
      ['c', 'first', null],
      ['c', 'second', '第二栏'],
      ['c', 'third', '第三栏（三栏等宽时）'],
    ])
  })
  it('are the page alone for what stands in nothing', () => {
    expect(places({ type: type('section') })).toEqual([[null, 'root', null]])
    expect(places({ id: 'c' })).toEqual([[null, 'root', null]])
  })
  it('are none for what is locked, and for what is not there', () => {
    expect(places({ id: 's' })).toEqual([])
    expect(places({ id: 'nobody' })).toEqual([])
  })
})

describe('what is let go', () => {
  it('is moved', () => {
    const edit = letGo(doc, { id: 'q' }, { parent: 'c', slot: 'first', index: 1 })
    const done = edit?.ops[0] && apply(doc, edit.ops[0])
    expect(done?.ok && done.doc.blocks['c']?.slots['first']).toEqual(['r', 'q'])
  })
  it('is made, where it comes from the palette', () => {
    const edit = letGo(doc, { type: type('quotation') }, { parent: null, slot: 'root', index: 1 })
    const done = edit?.ops[0] && apply(doc, edit.ops[0])
    expect(done?.ok && done.doc.root).toEqual(['q', edit?.id, 'c', 's'])
  })
  it('is nothing where it may not stand', () => {
    expect(letGo(doc, { id: 'c' }, { parent: 'c', slot: 'first', index: 0 })).toBeNull()
    expect(letGo(doc, { id: 'q' }, { parent: 's', slot: 'body', index: 0 })).toBeNull()
    expect(letGo(doc, { id: 'q' }, { parent: 'q', slot: '__proto__', index: 0 })).toBeNull()
    expect(letGo(doc, { type: type('section') }, { parent: 'c', slot: 'first', index: 0 })).toBeNull()
  })
})

it('every block of a page is told with its place, in order', () => {
  expect(placedBlocks(doc)).toEqual([
    { id: 'q', parent: null, slot: 'root', index: 0 },
    { id: 'c', parent: null, slot: 'root', index: 1 },
    { id: 'r', parent: 'c', slot: 'first', index: 0 },
    { id: 's', parent: null, slot: 'root', index: 2 },
  ])
})
