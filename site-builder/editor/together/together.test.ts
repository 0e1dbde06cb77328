// @vitest-environment happy-dom
// What colleagues do, on the desk: marks in the outline, comments that come late, words that are kept, changes that wait.
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Gql } from '@shuxiang/sdk'
import { parsePageText, type PageDoc } from '@shuxiang/site-model'
import { useDraft } from '../desk/draft-store.ts'
import { home } from '../testing/pages.ts'
import { openKeptWords } from './kept-words.ts'
import { namesIn } from './names-in.ts'
import { useTogether, type Thread } from './together-store.ts'
import { fieldWithFocus, wouldDisturb } from './writing.ts'

beforeEach(() => setActivePinia(createPinia()))
afterEach(() => document.body.replaceChildren())

const thread = (id: string, block: string | null, settledBy: string | null = null): Thread => ({
  ...{ id, block, settledBy, settledAt: settledBy === null ? null : '2026-11-28T06:00:00Z' },
  comments: [{ id, by: 'n33/lin', at: '2026-11-28T06:00:00Z', text: '请核对', own: false }],
})
const colleague = (name: string, block: string | null) => ({
  ...{ name, block, since: '2026-11-28T06:00:00Z', took: null },
})
const doc: PageDoc = (() => {
  const parsed = parsePageText(home.document)
  if (!parsed.ok) throw new Error('The page of the tests is none.')
  return parsed.value
})()
const withWords = (text: string): PageDoc => {
  const block = doc.blocks['words']
  if (!block) throw new Error('The page of the tests has no words.')
  return { ...doc, blocks: { ...doc.blocks, words: { ...block, fields: { text: { 'zh-CN': text } } } } }
}

describe('the outline', () => {
  it('has at each block who is there and what waits, and nothing of what was settled', () => {
    const together = useTogether()
    together.begin('page')
    together.setColleagues([colleague('a', 'words'), colleague('b', 'words'), colleague('c', null)], 3)
    const threads = [thread('1', 'words'), thread('2', 'shelf'), thread('3', 'shelf', 'x'), thread('4', null)]
    together.setComments('page', { rev: 1, threads })
    expect([...together.marks]).toEqual([
      ['words', { names: ['a', 'b'], open: 1 }],
      ['shelf', { names: [], open: 1 }],
    ])
  })

  it('is not changed by comments that come late, for another page or an older state', () => {
    const together = useTogether()
    together.begin('page')
    together.setComments('page', { rev: 2, threads: [thread('1', null)] })
    together.setComments('page', { rev: 1, threads: [] })
    together.setComments('other', { rev: 9, threads: [] })
    expect(together.threads).toHaveLength(1)
    together.begin('other')
    expect(together.threads).toEqual([])
  })
})

describe('a change of a colleague', () => {
  const panel = (inner: string): Element => {
    document.body.innerHTML = `<div class="right">${inner}</div><input id="elsewhere">`
    return document.querySelector('.right') ?? document.body
  }
  const focused = (inner: string, id = 'field') => {
    const right = panel(inner)
    document.querySelector<HTMLElement>(`#${id}`)?.focus()
    return fieldWithFocus(right)
  }

  it('waits where it would be seen in the fields that somebody is writing in', () => {
    const field = focused('<textarea id="field"></textarea>')
    expect(wouldDisturb(field, doc, withWords('别的'), 'words')).toBe(true)
    expect(wouldDisturb(field, doc, withWords('别的'), 'shelf')).toBe(false)
    expect(wouldDisturb(field, doc, { ...doc, meta: { title: { 'zh-CN': '别的' } } }, null)).toBe(true)
    expect(wouldDisturb(field, doc, { ...doc, root: [], blocks: {} }, 'words')).toBe(true)
  })

  it('waits for a number or a day that is half written, whatever it is about', () => {
    const field = focused('<input id="field" type="number">')
    expect(wouldDisturb(field, doc, withWords('别的'), 'shelf')).toBe(true)
  })

  it('comes at once where nobody writes into the page', () => {
    expect(wouldDisturb(focused('<button id="field">x</button>'), doc, withWords('别的'), 'words')).toBe(
      false,
    )
    expect(focused('<textarea></textarea>', 'elsewhere')).toBeNull()
    expect(focused('<form class="own-words"><textarea id="field"></textarea></form>')).toBeNull()
  })

  it('is taken in by the draft when it may be, and is not lost while it may not', async () => {
    let stored = { ...home }
    const gql = (async () => ({ data: { editedPage: stored }, errors: [] })) as unknown as Gql
    const draft = useDraft()
    await draft.open('page-home', { gql, journal: null })
    stored = { ...home, rev: 5, document: JSON.stringify(withWords('别的')), changedBy: 'n33/fang' }
    await draft.renew(() => false)
    expect([draft.draft?.rev, draft.doc]).toEqual([4, doc])
    await draft.renew((next) => next.blocks['words']?.fields['text'] !== undefined)
    expect([draft.draft?.rev, draft.page?.changedBy]).toEqual([5, 'n33/fang'])
    expect(draft.doc?.blocks['words']?.fields['text']).toEqual({ 'zh-CN': '别的' })
  })
})

describe('words of a comment', () => {
  function device(): Storage {
    const kept = new Map<string, string>()
    return {
      ...{ length: 0, clear() {}, key: () => null },
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, text) => void kept.set(name, text),
      removeItem: (name) => void kept.delete(name),
    }
  }

  it('are on the device until they are sent, for their writer and their place alone', () => {
    const store = device()
    const words = openKeptWords('lin', 'page block', () => store)
    words.write({ text: '写了一半', key: 'k' })
    expect(openKeptWords('lin', 'page block', () => store).read()).toEqual({ text: '写了一半', key: 'k' })
    expect(openKeptWords('fang', 'page block', () => store).read()).toBeNull()
    expect(openKeptWords('lin', 'page other', () => store).read()).toBeNull()
    words.write({ text: ' ', key: 'k' })
    expect(words.read()).toBeNull()
  })

  it('are nothing where the device keeps none, or something else', () => {
    const store = device()
    const words = openKeptWords('lin', 'x', () => store)
    for (const junk of ['{', '3', '{"text":1,"key":"k"}', '[]', 'null']) {
      store.setItem('shuxiang-comment lin x', junk)
      expect(words.read()).toBeNull()
    }
    const none = openKeptWords('lin', 'x', () => {
      throw new Error('no storage')
    })
    none.write({ text: 'a', key: 'k' })
    expect(none.read()).toBeNull()
  })
})

it('names are read as in a sentence', () => {
  expect(namesIn(['甲', '乙'], 'zh-CN')).toBe('甲和乙')
  expect(namesIn(['A', 'B', 'C'], 'en')).toBe('A, B, and C')
})
