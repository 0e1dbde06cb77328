/** Two documents that began as one are put together, and nothing that anybody typed is lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply } from './apply.ts'
import { parsePage } from './check.ts'
import { canonicalJson } from './json.ts'
import type { Json } from './json.ts'
import { keepTheirs, merge } from './merge.ts'
import type { Op } from './op.ts'
import type { Block, PageDoc } from './page.ts'

const block = (fields: Block['fields'] = {}, slots: Block['slots'] = {}): Block => ({
  type: 'text',
  v: 1,
  fields,
  slots,
})
/** Two halves that have nothing to do with each other, and a block of both. */
const sample = (): PageDoc => ({
  schema: 1,
  meta: { title: { 'zh-CN': '首页', en: 'Home' } },
  root: ['l', 'both', 'r'],
  blocks: {
    l: block({ title: { 'zh-CN': '左' } }, { main: ['l1', 'l2'] }),
    l1: block({ title: { 'zh-CN': '甲' } }),
    l2: block({ n: 1 }, { main: ['l3'] }),
    l3: block({ title: { en: 'Three' } }),
    both: block({ title: { 'zh-CN': '中', en: 'Middle' }, n: 1 }),
    r: block({ title: { 'zh-CN': '右' } }, { main: ['r1', 'r2'] }),
    r1: block({ title: { 'zh-CN': '乙' } }),
    r2: block({ n: 2 }, { main: ['r3'] }),
    r3: block({ title: { en: 'Drei' } }),
  },
})

const after = (doc: PageDoc, ...edits: readonly Op[]): PageDoc =>
  edits.reduce((now, edit) => {
    const next = apply(now, edit)
    return next.ok ? next.doc : now
  }, doc)
const set = (id: string, path: string[], value?: Json): Op => ({
  op: 'setField',
  id,
  path,
  ...(value === undefined ? {} : { value }),
})

/** Edits of blocks of those ids, within those parents; `typed` makes texts that stand nowhere else. */
function editsOf(ids: readonly string[], parents: readonly (string | null)[], typed: string) {
  const id = fc.constantFrom(...ids)
  const at = fc
    .record({ parent: fc.constantFrom(...parents), index: fc.nat(3) })
    .map(({ parent, index }) => ({ parent, slot: parent === null ? 'root' : 'main', index }))
  const text = fc.nat(1_000_000).map((n) => `${typed}${n}`)
  const values: fc.Arbitrary<Json> = fc.oneof(
    text,
    text.map((zh) => ({ 'zh-CN': zh })),
  )
  const path = fc.constantFrom<string[][]>(['title'], ['title', 'zh-CN'], ['title', 'en'], ['n'], ['new'])
  const known = fc.oneof(id, fc.constantFrom(`${typed}x`, `${typed}y`))
  return fc.oneof(
    fc.record({ op: fc.constant('setField' as const), id: known, path, value: values }),
    fc.record({ op: fc.constant('setField' as const), id: known, path, value: values }),
    fc.record({ op: fc.constant('remove' as const), id: known }),
    fc.record({ op: fc.constant('move' as const), id: known, to: at }),
    fc
      .record({ new: fc.constantFrom(`${typed}x`, `${typed}y`), at, text })
      .map(({ new: fresh, at: place, text: words }): Op => ({
        op: 'insert',
        id: fresh,
        at: place,
        blocks: { [fresh]: block({ title: { 'zh-CN': words } }) },
      })),
  )
}

const anywhere = [null, 'l', 'l2', 'both', 'r', 'r2']
const all = Object.keys(sample().blocks)
const some = (edits: fc.Arbitrary<Op>) => fc.array(edits, { maxLength: 8 })
const many = (typed: string) => fc.array(editsOf(all, anywhere, typed), { minLength: 2, maxLength: 10 })
const textsIn = (doc: PageDoc, typed: string): string[] => [
  ...new Set(canonicalJson(doc).match(new RegExp(`"${typed}\\d+"`, 'g'))),
]

describe('edits of two who began with the same page', () => {
  it('that have nothing to do with each other come out as if one had followed the other', () => {
    const left = some(editsOf(['l1', 'l2', 'l3'], ['l', 'l1', 'l2', 'l3'], 'o'))
    const right = some(editsOf(['r1', 'r2', 'r3'], ['r', 'r1', 'r2', 'r3'], 't'))
    fc.assert(
      fc.property(left, right, (ours, theirs) => {
        const base = sample()
        const merged = merge(base, after(base, ...ours), after(base, ...theirs))
        expect(merged.clashes).toEqual([])
        expect(canonicalJson(merged.doc)).toBe(canonicalJson(after(base, ...theirs, ...ours)))
      }),
      { numRuns: 300 },
    )
  })

  it('leave every text in the page or on a clash, and the page is sound', { timeout: 60_000 }, () => {
    let clashing = 0
    fc.assert(
      fc.property(many('o'), many('t'), (ours, theirs) => {
        const base = sample()
        const [mine, yours] = [after(base, ...ours), after(base, ...theirs)]
        const { doc, clashes } = merge(base, mine, yours)
        expect(parsePage(doc)).toMatchObject({ ok: true })
        const told = canonicalJson(doc) + JSON.stringify(clashes)
        for (const text of [...textsIn(mine, 'o'), ...textsIn(yours, 't')]) expect(told).toContain(text)
        if (clashes.length > 0) clashing++
        const kept = keepTheirs(base, mine, yours)
        expect(kept.doc).toEqual(yours)
        for (const text of textsIn(mine, 'o'))
          expect(canonicalJson(yours) + JSON.stringify(kept.clashes)).toContain(text)
      }),
      { numRuns: 800 },
    )
    // The property would hold for edits that never clash, too.
    expect(clashing).toBeGreaterThan(50)
  })

  it('of one alone are just those edits', () => {
    fc.assert(
      fc.property(some(editsOf(all, anywhere, 'o')), (edits) => {
        const base = sample()
        const edited = after(base, ...edits)
        for (const merged of [
          merge(base, edited, base),
          merge(base, base, edited),
          merge(base, edited, edited),
        ]) {
          expect(merged.clashes).toEqual([])
          expect(canonicalJson(merged.doc)).toBe(canonicalJson(edited))
        }
      }),
    )
  })
})

describe('clashes', () => {
  const base = sample()

  it('are none between two languages or two fields of one block', () => {
    const { doc, clashes } = merge(
      base,
      after(base, set('both', ['title', 'en'], 'Centre')),
      after(base, set('both', ['title', 'zh-CN'], '当中'), set('both', ['n'], 2)),
    )
    expect(clashes).toEqual([])
    expect(doc.blocks['both']?.fields).toEqual({ title: { 'zh-CN': '当中', en: 'Centre' }, n: 2 })
  })

  it('have both texts of one field, and the page keeps theirs', () => {
    const { doc, clashes } = merge(
      base,
      after(base, set('both', ['title', 'en'], 'Ours')),
      after(base, set('both', ['title', 'en'], 'Theirs')),
    )
    expect(clashes).toEqual([
      { kind: 'changed', block: 'both', path: ['fields', 'title', 'en'], ours: 'Ours', theirs: 'Theirs' },
    ])
    expect(doc.blocks['both']?.fields).toEqual({ title: { 'zh-CN': '中', en: 'Theirs' }, n: 1 })
  })

  it('tell of a block that one took away and the other wrote in; it stays, with all that was in it', () => {
    const ours = after(base, { op: 'remove', id: 'l' })
    const theirs = after(base, set('l3', ['title', 'en'], 'New'))
    expect(merge(base, ours, theirs)).toMatchObject({
      doc: theirs,
      clashes: [{ kind: 'removed', block: 'l' }],
    })
    expect(merge(base, theirs, ours)).toMatchObject({
      doc: theirs,
      clashes: [{ kind: 'removed', block: 'l' }],
    })
    expect(merge(base, ours, after(base, set('r1', ['n'], 3))).doc.root).toEqual(['both', 'r'])
  })

  it('come in place of a circle of blocks in each other', () => {
    const into = (id: string, parent: string): Op => ({
      op: 'move',
      id,
      to: { parent, slot: 'main', index: 0 },
    })
    const theirs = after(base, into('r', 'l'))
    const merged = merge(base, after(base, into('l', 'r')), theirs)
    expect(merged.doc).toEqual(theirs)
    expect(merged.clashes).toMatchObject([{ kind: 'moved', block: 'l' }])
  })

  it('tell of two orders of one slot', () => {
    const order = (...ids: string[]): Op => ({ op: 'setSlotOrder', parent: null, slot: 'root', order: ids })
    const merged = merge(base, after(base, order('r', 'l', 'both')), after(base, order('both', 'l', 'r')))
    expect(merged.doc.root).toEqual(['both', 'l', 'r'])
    expect(merged.clashes).toMatchObject([{ kind: 'order', block: null, path: ['root'] }])
  })
})
