// @vitest-environment happy-dom
// What comes back late, for a page that was left, touches neither the page on the desk nor the other one in the store.
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import type { Gql } from '@shuxiang/sdk'
import { apply, parseOp, type Op, type PageDoc } from '@shuxiang/site-model'
import { home } from '../testing/pages.ts'
import type { Journal } from '../saving/journal.ts'
import type { Draft } from '../draft/draft.ts'
import { useDraft } from './draft-store.ts'

beforeEach(() => setActivePinia(createPinia()))

interface Stored {
  rev: number
  doc: PageDoc
}

/** A store of two pages, whose answers to savings come when the test says so. */
function store() {
  const pages = new Map<string, Stored>(
    ['a', 'b'].map((id) => [id, { rev: 4, doc: JSON.parse(home.document) }]),
  )
  const waiting: (() => void)[] = []
  const saved: { readonly page: string; readonly title: unknown }[] = []
  const told = (id: string) => {
    const { rev, doc } = pages.get(id) ?? { rev: 0, doc: null }
    return { ...home, id, path: id === 'a' ? '/' : '/b', rev, document: JSON.stringify(doc) }
  }
  const gql = (async (operation: { name: string }, variables: Record<string, unknown>) => {
    const id = String(variables['page'])
    if (operation.name === 'EditedPage') return { data: { editedPage: told(id) }, errors: [] }
    await new Promise<void>((resolve) => waiting.push(resolve))
    const page = pages.get(id)
    for (const { op } of variables['ops'] as { op: string }[]) {
      const parsed = parseOp(JSON.parse(op))
      const next = parsed.ok && page ? apply(page.doc, parsed.value) : { ok: false as const, reason: '' }
      if (!next.ok || !page) throw new Error(next.ok ? '' : next.reason)
      page.doc = next.doc
      saved.push({ page: id, title: next.doc.blocks['words']?.fields['text'] })
    }
    if (page) page.rev += 1
    return { data: { savePage: { merged: false, page: told(id) } }, errors: [] }
  }) as unknown as Gql
  return { gql, saved, answer: () => waiting.splice(0).forEach((go) => go()) }
}

const typed = (text: string): Op => ({ op: 'setField', id: 'words', path: ['text', 'zh-CN'], value: text })
const rest = () => new Promise((resolve) => setTimeout(resolve, 20))

test('a page that is left while it is saved keeps its words, and the next one its own', async () => {
  const kept = new Map<string, Draft>()
  const journal: Journal = {
    read: async (page) => kept.get(page) ?? null,
    write: async (page, draft) => void kept.set(page, draft),
  }
  const { gql, saved, answer } = store()
  const desk = useDraft()
  await desk.open('a', { gql, journal })
  desk.change([typed('甲的话')])
  void desk.flush()
  await rest()
  desk.change([typed('甲又说')])
  await desk.open('b', { gql, journal })
  desk.change([typed('乙的话')])
  for (let turn = 0; turn < 4; turn++) {
    answer()
    await rest()
  }
  expect(desk.page?.id).toBe('b')
  expect(desk.doc?.blocks['words']?.fields['text']).toEqual({ 'zh-CN': '乙的话' })
  void desk.flush()
  for (let turn = 0; turn < 4; turn++) {
    await rest()
    answer()
  }
  await rest()
  expect(saved).toEqual([
    { page: 'a', title: { 'zh-CN': '甲的话' } },
    { page: 'a', title: { 'zh-CN': '甲又说' } },
    { page: 'b', title: { 'zh-CN': '乙的话' } },
  ])
  expect(kept.get('a')?.pending).toEqual([])
  expect(desk.state).toBe('saved')
})
