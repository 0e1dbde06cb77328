// Ready sections on a page: put as one step under ids of their own, never where they may not stand, drawn small as they come.
import { draftFaults, openPage } from '@shuxiang/site-blocks'
import type { PageDoc } from '@shuxiang/site-model'
import { patterns } from '@shuxiang/site-templates/patterns'
import { describe, expect, it } from 'vitest'
import { edit, openDraft, undo } from '../../draft/draft.ts'
import { inserted, mayPutPattern, patternPut } from '../../draft/presses.ts'
import { letGo, placesTaking } from '../../draft/wishes.ts'
import { blockType } from '@shuxiang/site-blocks'
import { drawnBoxes, namesIn } from './drawn.ts'

const typeOf = (name: string) => {
  const found = blockType(name)
  if (!found) throw new Error(`there is no ${name}`)
  return found
}
const empty: PageDoc = { schema: 1, meta: { title: { 'zh-CN': '页' } }, root: [], blocks: {} }
const root = (index: number) => ({ parent: null, slot: 'root', index })
let drawn = 0
const newId = () => `op-${(drawn += 1)}`
const page = (() => {
  const { op } = inserted(typeOf('quotation'), root(0))
  const done = edit(openDraft(1, empty), [op], { newId, now: 0 })
  if (!done.ok) throw new Error(done.reason)
  return openDraft(1, done.draft.doc)
})()

describe.each(patterns)('$id', (pattern) => {
  it('is put twice, each time as one step, and is gone when it is taken back', () => {
    let now = page
    for (const time of [1, 2]) {
      const made = patternPut(pattern, root(1))
      const done = edit(now, made?.ops ?? [], { newId, now: time })
      if (!done.ok) throw new Error(done.reason)
      expect(draftFaults(now.doc, done.draft.doc)).toEqual([])
      expect(done.draft.doc.root).toHaveLength(now.doc.root.length + pattern.root.length)
      expect(done.draft.doc.root[1]).toBe(made?.id)
      expect(done.draft.undo).toHaveLength(time)
      now = done.draft
    }
    const types = now.doc.root.slice(1, 1 + pattern.root.length).map((id) => now.doc.blocks[id]?.type)
    expect(types).toEqual(pattern.root.map((id) => pattern.blocks[id]?.type))
    const back = undo(now, newId)
    expect(back && undo(back.draft, newId)?.draft.doc).toEqual(page.doc)
  })

  it('is put where it is let go', () => {
    expect(letGo(page.doc, { pattern }, root(0))?.ops).toHaveLength(pattern.root.length)
    expect(placesTaking(page.doc, { pattern }, 'en')[0]).toEqual({ parent: null, slot: 'root', empty: null })
  })

  it('is drawn small with each block that readers see', () => {
    const leaves = Object.values(pattern.blocks).filter(
      ({ slots }) => Object.values(slots).flat().length === 0,
    )
    const names = namesIn(drawnBoxes(pattern, 'en'))
    expect(names.toSorted()).toEqual(leaves.map(({ type }) => typeOf(type).label.en).toSorted())
  })
})

it('nothing is put where it may not stand, or where there is no more room', () => {
  const visiting = patterns.find(({ id }) => id === 'visiting')
  const poetry = patterns.find(({ id }) => id === 'poetry')
  if (!visiting || !poetry) throw new Error('They are not there.')
  const columns = inserted(typeOf('columns'), root(0))
  const done = edit(page, [columns.op], { newId, now: 0 })
  if (!done.ok) throw new Error(done.reason)
  const column = { parent: columns.id, slot: 'first' }
  expect(mayPutPattern(done.draft.doc, visiting, column)).toBe(false)
  expect(letGo(done.draft.doc, { pattern: visiting }, { ...column, index: 0 })).toBeNull()
  expect(mayPutPattern(done.draft.doc, poetry, column)).toBe(true)
  const five = Array.from({ length: 5 }, (_, index) => inserted(typeOf('quotation'), { ...column, index }).op)
  const filled = edit(done.draft, five, { newId, now: 1 })
  if (!filled.ok) throw new Error(filled.reason)
  expect(mayPutPattern(filled.draft.doc, poetry, column)).toBe(false)
  expect(mayPutPattern(done.draft.doc, poetry, { parent: 'nobody', slot: 'body' })).toBe(false)
})

it('two of one kind on a page have no id in common', () => {
  const [pattern] = patterns
  if (!pattern) throw new Error('There is none.')
  const [one, other] = [patternPut(pattern, root(0)), patternPut(pattern, root(0))]
  const both = edit(openDraft(1, empty), [...(one?.ops ?? []), ...(other?.ops ?? [])], { newId, now: 0 })
  expect(both.ok && Object.keys(both.draft.doc.blocks)).toHaveLength(2 * Object.keys(pattern.blocks).length)
  const context = {
    locale: 'en',
    today: '2026-11-22',
    now: '2026-11-22T12:00:00Z',
    path: '/',
    parameters: {},
  } as const
  expect(both.ok && openPage(both.draft.doc, context).queries.length).toBeGreaterThan(0)
})
