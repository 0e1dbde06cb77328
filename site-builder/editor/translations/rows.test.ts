// A page as a translator goes through it: what is left, what comes next, and what is written where.
import { apply, type Block, type Json, type PageDoc } from '@shuxiang/site-model'
import { describe, expect, it } from 'vitest'
import { groupsOf, isLeft, marksNow, nextLeft, plainOf, rowEdit, rowsOf, type Row } from './rows.ts'

const block = (type: string, fields: Block['fields']): Block => ({ type, v: 1, fields, slots: {} })
const doc: PageDoc = {
  schema: 1,
  meta: { title: { 'zh-CN': '首页', en: 'Home' } },
  root: ['q', 'n'],
  blocks: {
    q: block('quotation', { text: { 'zh-CN': '学而时习之' }, by: { 'zh-CN': '孔子', en: 'Confucius' } }),
    n: block('navigation-list', {
      items: [
        { words: { 'zh-CN': '开馆', en: 'Hours' }, to: '/hours' },
        { words: { 'zh-CN': '办证' }, to: '/card' },
      ],
    }),
  },
}
const of = { source: 'zh-CN', language: 'en' }
const rows = rowsOf(doc, [], of)
const at = (key: string): Row => {
  const found = rows.find((row) => row.key === key)
  if (!found) throw new Error(`There is no ${key} among ${rows.map((row) => row.key).join(', ')}.`)
  return found
}
/** The page with what a control of the text says. */
function written(row: Row, sub: readonly string[], value: Json | undefined): PageDoc {
  const op = rowEdit(doc, row, sub, value)
  const done = op && apply(doc, op)
  if (!done?.ok) throw new Error('The edit does not fit.')
  return done.doc
}

describe('a page', () => {
  it('is its texts in reading order, those of a block together', () => {
    expect(rows.map(({ key, state }) => [key, state])).toEqual([
      ['page.meta.title', 'fine'],
      ['q.fields.text', 'missing'],
      ['q.fields.by', 'fine'],
      ['n.fields.items.0.words', 'fine'],
      ['n.fields.items.1.words', 'missing'],
    ])
    expect(groupsOf(rows).map(({ block: id, rows: of }) => [id, of.length])).toEqual([
      [null, 1],
      ['q', 2],
      ['n', 2],
    ])
  })

  it('leads from one that is left to the next, round about', () => {
    const next = (from: string | null, by: 1 | -1) => nextLeft(rows, from, by)?.key
    expect(next(null, 1)).toBe('q.fields.text')
    expect(next('q.fields.text', 1)).toBe('n.fields.items.1.words')
    expect(next('n.fields.items.1.words', 1)).toBe('q.fields.text')
    expect(next('q.fields.by', -1)).toBe('q.fields.text')
    expect(next(null, -1)).toBe('n.fields.items.1.words')
    expect(
      nextLeft(
        rows.filter((row) => !isLeft(row)),
        null,
        1,
      ),
    ).toBeNull()
  })
})

describe('a translation', () => {
  it('is written where it belongs: of the page, of a block, of an item of a list', () => {
    expect(written(at('page.meta.title'), ['en'], 'Start').meta.title).toEqual({
      'zh-CN': '首页',
      en: 'Start',
    })
    expect(written(at('q.fields.text'), ['en'], 'To learn').blocks['q']?.fields['text']).toEqual({
      'zh-CN': '学而时习之',
      en: 'To learn',
    })
    expect(written(at('n.fields.items.1.words'), ['en'], 'A card').blocks['n']?.fields['items']).toEqual([
      { words: { 'zh-CN': '开馆', en: 'Hours' }, to: '/hours' },
      { words: { 'zh-CN': '办证', en: 'A card' }, to: '/card' },
    ])
    expect(written(at('n.fields.items.0.words'), ['en'], undefined).blocks['n']?.fields['items']).toEqual([
      { words: { 'zh-CN': '开馆' }, to: '/hours' },
      { words: { 'zh-CN': '办证' }, to: '/card' },
    ])
  })

  it('is out of date with the first letter that is changed of its source, stored or not, and fine when it is written', () => {
    const changed = written(at('q.fields.by'), ['zh-CN'], '孔夫子')
    const marks = marksNow([], { stored: doc, doc: changed, rev: 4 }, 'zh-CN')
    expect(marks).toMatchObject([{ block: 'q', rev: 5, was: '孔子' }])
    expect(rowsOf(changed, marks, of).find(({ key }) => key === 'q.fields.by')?.state).toBe('outdated')
    expect(marksNow(marks, { stored: changed, doc, rev: 5 }, 'zh-CN')).toEqual([])
    expect(marksNow(marks, { stored: changed, doc: changed, rev: 5 }, 'zh-CN')).toBe(marks)
  })
})

it('reads a text with marks line by line', () => {
  const rich: Json = [
    { type: 'heading', level: 2, runs: [{ text: '开馆' }, { text: '时间', marks: [{ type: 'strong' }] }] },
    { type: 'list', ordered: false, items: [[{ text: '周一' }], [{ text: '周二' }]] },
  ]
  expect(plainOf(rich)).toBe('开馆时间\n周一\n周二')
})
