// A draft goes back and forth, and what is pending on what is stored is what is seen.
import { apply, canonicalJson, parsePage, type Op, type PageDoc } from '@shuxiang/site-model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  acknowledged,
  edit,
  joinsWithin,
  openDraft,
  rebased,
  redo,
  resumed,
  sending,
  undo,
  withoutRefused,
  type Draft,
} from './draft.ts'

const parsed = parsePage({
  schema: 1,
  meta: { title: { 'zh-CN': '首页' } },
  root: ['a', 'b'],
  blocks: {
    a: { type: 'quotation', v: 1, fields: { text: { 'zh-CN': '甲' } }, slots: {} },
    b: { type: 'quotation', v: 1, fields: { text: { 'zh-CN': '乙' } }, slots: {} },
  },
})
if (!parsed.ok) throw new Error('the page does not fit')
const page: PageDoc = parsed.value

let ids = 0
const newId = (): string => `op${ids++}`
const did = (draft: Draft, ops: readonly Op[], joins: string | null = null, now = 0): Draft => {
  const done = edit(draft, ops, { newId, now, joins })
  if (!done.ok) throw new Error(done.reason)
  return done.draft
}
const typed = (id: string, value: string): Op => ({ op: 'setField', id, path: ['text', 'zh-CN'], value })
const replayed = ({ stored, pending }: Draft): PageDoc =>
  pending.reduce((doc, { op }) => {
    const next = apply(doc, op)
    if (!next.ok) throw new Error(next.reason)
    return next.doc
  }, stored)

test('typing in one field is one edit and one step back, until it is sent', () => {
  let draft = openDraft(3, page)
  for (const text of ['春', '春眠', '春眠不']) draft = did(draft, [typed('a', text)], 'a text')
  expect(draft.pending).toHaveLength(1)
  expect(undo(draft, newId)?.draft.doc).toEqual(page)
  const sent = did(sending(draft), [typed('a', '春眠不觉')], 'a text')
  expect(sent.pending.map(({ op }) => op)).toEqual([typed('a', '春眠不'), typed('a', '春眠不觉')])
  expect(undo(sent, newId)?.draft.doc).toEqual(page)
})

test('who rests while typing can take back what came after the rest alone', () => {
  const first = did(openDraft(1, page), [typed('a', '春')], 'a text', 0)
  const rested = did(first, [typed('a', '春眠')], 'a text', joinsWithin + 1)
  expect(undo(rested, newId)?.draft.doc).toEqual(first.doc)
})

test('an edit that does not fit changes nothing, and none of those beside it', () => {
  const draft = openDraft(1, page)
  const done = edit(draft, [typed('a', '春'), { op: 'remove', id: 'nowhere' }], { newId, now: 0 })
  expect(done).toMatchObject({ ok: false, reason: expect.stringContaining('nowhere') })
})

test('what was typed while a colleague wrote the same goes on what its writer saw, so that the store finds the clash', () => {
  const first = sending(did(openDraft(1, page), [typed('a', '春')]))
  const later = did(first, [typed('b', '我的')])
  const others = apply(page, typed('b', '别人的'))
  const theirs = others.ok ? apply(others.doc, typed('a', '春')) : others
  if (!theirs.ok) throw new Error(theirs.reason)
  const waiting = acknowledged(later, 1, { rev: 3, doc: theirs.doc, merged: true })
  expect(waiting).toMatchObject({ rev: 1, known: 1, unfit: [] })
  expect(waiting.pending.map(({ op }) => op)).toEqual([typed('a', '春'), typed('b', '我的')])
  // All of it sent on the old base: the store kept theirs, with a clash that has ours.
  const done = acknowledged(waiting, 2, { rev: 4, doc: theirs.doc, merged: true })
  expect(done).toMatchObject({ rev: 4, known: 0, pending: [] })
  expect(done.doc.blocks['b']?.fields).toEqual({ text: { 'zh-CN': '别人的' } })
})

test('an answer that comes late takes nothing back', () => {
  const now = openDraft(5, page)
  expect(acknowledged(now, 0, { rev: 4, doc: page, merged: false })).toBe(now)
})

test('an edit that the store does not take goes, with what cannot stand without it, and is shown', () => {
  const block = { type: 'quotation', v: 1, fields: { text: { 'zh-CN': '丙' } }, slots: {} }
  let draft = did(openDraft(1, page), [typed('a', '春')])
  draft = did(draft, [
    { op: 'insert', id: 'c', at: { parent: null, slot: 'root', index: 0 }, blocks: { c: block } },
  ])
  draft = did(draft, [typed('c', '丁')])
  draft = did(sending(draft), [typed('b', '夏')])
  const left = withoutRefused({ ...draft, known: 1 })
  expect(left.pending.map(({ op }) => op)).toEqual([typed('a', '春'), typed('b', '夏')])
  expect(left.unfit).toHaveLength(2)
  expect(left.doc.root).toEqual(['a', 'b'])
})

test('what is no edit for the store is none here', () => {
  const show = { from: '20266-05-01T08:30:00+08:00' }
  const done = edit(openDraft(1, page), [{ op: 'setShow', id: 'a', show }], { newId, now: 0 })
  expect(done.ok).toBe(false)
})

test('who goes on after a reload begins a step of their own', () => {
  const before = did(openDraft(1, page), [typed('a', '春')], 'a text', 1_000)
  const after = did(resumed(before), [typed('a', '春眠')], 'a text', 1_100)
  expect(undo(after, newId)?.draft.doc).toEqual(before.doc)
})

test('what was done while edits were on their way stands on what came back', () => {
  const first = sending(did(openDraft(1, page), [typed('a', '春')]))
  const later = did(first, [typed('b', '夏')])
  const others = apply(page, { op: 'setMeta', path: ['title', 'en'], value: 'Home' })
  if (!others.ok) throw new Error(others.reason)
  const theirs = apply(others.doc, typed('a', '春'))
  if (!theirs.ok) throw new Error(theirs.reason)
  const now = rebased(later, 1, { rev: 2, doc: theirs.doc })
  expect(now).toMatchObject({ rev: 2, tried: 0, unfit: [], pending: [{ op: typed('b', '夏') }] })
  expect(now.doc.meta.title).toEqual({ 'zh-CN': '首页', en: 'Home' })
  expect(now.doc.blocks['b']?.fields).toEqual({ text: { 'zh-CN': '夏' } })
})

test('an edit of a block that somebody took away is shown and not lost', () => {
  const draft = did(sending(did(openDraft(1, page), [typed('b', '夏')])), [typed('a', '春')])
  const gone = apply(page, { op: 'remove', id: 'a' })
  if (!gone.ok) throw new Error(gone.reason)
  const now = rebased(draft, 1, { rev: 2, doc: gone.doc })
  expect(now.pending).toEqual([])
  expect(now.unfit).toEqual([typed('a', '春')])
})

test('a step that no longer fits is left out on the way back', () => {
  let draft = did(openDraft(1, page), [typed('b', '夏')])
  draft = did(draft, [typed('a', '春')])
  const gone = apply(page, { op: 'remove', id: 'a' })
  if (!gone.ok) throw new Error(gone.reason)
  const now = acknowledged(sending(draft), 2, { rev: 2, doc: gone.doc, merged: true })
  const back = undo(now, newId)
  expect(back?.draft.undo).toEqual([])
  expect(back?.draft.doc.blocks['b']?.fields).toEqual({ text: { 'zh-CN': '乙' } })
})

const word = fc.string({ maxLength: 6 })
const press = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    id: fc.constantFrom('a', 'b'),
    text: word,
    joins: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom('a', 'b') }),
  fc.record({ kind: fc.constant('move' as const), id: fc.constantFrom('a', 'b'), index: fc.nat(1) }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'send' as const, 'ack' as const) }),
)

const opOf = (
  one:
    | { kind: 'type'; id: string; text: string; joins: boolean }
    | { kind: 'remove'; id: string }
    | { kind: 'move'; id: string; index: number },
): Op => {
  if (one.kind === 'type') return { op: 'setField', id: one.id, path: ['text', 'zh-CN'], value: one.text }
  if (one.kind === 'remove') return { op: 'remove', id: one.id }
  return { op: 'move', id: one.id, to: { parent: null, slot: 'root', index: one.index } }
}

test('whatever is pressed: pending on stored is what is seen, and everything can be taken back', () => {
  fc.assert(
    fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
      let draft = openDraft(1, page)
      for (const one of presses) {
        if (one.kind === 'undo') draft = undo(draft, newId)?.draft ?? draft
        else if (one.kind === 'redo') draft = redo(draft, newId)?.draft ?? draft
        else if (one.kind === 'send') draft = sending(draft)
        else if (one.kind === 'ack') {
          const count = draft.tried
          const doc = replayed({ ...draft, pending: draft.pending.slice(0, count) })
          draft = acknowledged(draft, count, { rev: draft.rev + 1, doc, merged: false })
        } else if ('id' in one) {
          const op = opOf(one)
          const joins = one.kind === 'type' && one.joins ? one.id : null
          const done = edit(draft, [op], { newId, now: 0, joins })
          if (done.ok) draft = done.draft
        }
        expect(canonicalJson(replayed(draft))).toBe(canonicalJson(draft.doc))
        expect(draft.unfit).toEqual([])
      }
      for (let back = undo(draft, newId); back; back = undo(draft, newId)) draft = back.draft
      expect(canonicalJson(draft.doc)).toBe(canonicalJson(page))
    }),
    { numRuns: 300 },
  )
})
