// What the presses of the outline do fits the page, and what would not fit is not offered.
import { blockType, blockTypes, draftFaults } from '@shuxiang/site-blocks'
import { apply, parsePage, type Op, type PageDoc, type Place } from '@shuxiang/site-model'
import { expect, test } from 'vitest'
import { copied, inserted, isLocked, mayMoveTo, mayStandAt, shifted, typesFor } from './presses.ts'

const empty: PageDoc = { schema: 1, meta: { title: { 'zh-CN': '页' } }, root: [], blocks: {} }
const done = (doc: PageDoc, op: Op | null | undefined): PageDoc => {
  if (!op) throw new Error('there is no edit')
  const next = apply(doc, op)
  if (!next.ok) throw new Error(next.reason)
  return next.doc
}
const typeOf = (name: string) => {
  const type = blockType(name)
  if (!type) throw new Error(`there is no ${name}`)
  return type
}
const root = (index: number): Place => ({ parent: null, slot: 'root', index })

/** Columns with a rich text in the first of them. */
function columned(): { doc: PageDoc; columns: string; text: string; slot: string } {
  const columns = inserted(typeOf('columns'), root(0))
  const [slot = ''] = Object.keys(typeOf('columns').slots)
  const text = inserted(typeOf('rich-text'), { parent: columns.id, slot, index: 0 })
  return { doc: done(done(empty, columns.op), text.op), columns: columns.id, text: text.id, slot }
}

test.each(blockTypes.map((type) => [type.type, type] as const))(
  'a new %s may be put on the page, and is drawn as it is',
  (_name, type) => {
    const doc = done(empty, inserted(type, root(0)).op)
    expect(parsePage(JSON.parse(JSON.stringify(doc)))).toMatchObject({ ok: true })
    expect(draftFaults(empty, doc)).toEqual([])
  },
)

test('wherever a type is offered in a slot, it fits there', () => {
  const { doc, columns, slot } = columned()
  const offered = typesFor(doc, blockTypes, { parent: columns, slot })
  expect(offered.length).toBeGreaterThan(5)
  for (const type of offered)
    expect(draftFaults(doc, done(doc, inserted(type, { parent: columns, slot, index: 0 }).op))).toEqual([])
  expect(offered.map(({ type }) => type)).not.toContain('columns')
})

test('a copy has ids of its own all the way down and stands behind', () => {
  const { doc, columns } = columned()
  const made = copied(doc, columns)
  const next = done(doc, made?.op)
  expect(next.root).toEqual([columns, made?.id])
  expect(Object.keys(next.blocks)).toHaveLength(4)
  expect(parsePage(JSON.parse(JSON.stringify(next)))).toMatchObject({ ok: true })
})

test('a block goes up and down as far as there is a place', () => {
  const first = inserted(typeOf('quotation'), root(0))
  const second = inserted(typeOf('quotation'), root(1))
  const doc = done(done(empty, first.op), second.op)
  expect(shifted(doc, first.id, -1)).toBeNull()
  expect(done(doc, shifted(doc, first.id, 1)).root).toEqual([second.id, first.id])
  expect(shifted(doc, second.id, 1)).toBeNull()
})

test('nothing is moved into itself, into what is locked, or where it does not fit', () => {
  const { doc, columns, text, slot } = columned()
  expect(mayMoveTo(doc, columns, { parent: columns, slot })).toBe(false)
  expect(mayMoveTo(doc, text, { parent: null, slot: 'root' })).toBe(true)
  const own = doc.blocks[columns]
  if (!own) throw new Error('no columns')
  const locked: PageDoc = { ...doc, blocks: { ...doc.blocks, [columns]: { ...own, locked: true } } }
  expect(isLocked(locked, text)).toBe(true)
  expect(mayMoveTo(locked, text, { parent: null, slot: 'root' })).toBe(false)
  expect(mayStandAt(locked, typeOf('quotation'), { parent: columns, slot })).toBe(false)
})
