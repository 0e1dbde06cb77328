/** What is no page is refused with a reason that a person can act on. */
import { expect, test } from 'vitest'
import { longestPage, parseOp, parsePage, parsePageText } from './check.ts'
import type { Block, PageDoc } from './page.ts'

const block = (slots: Record<string, string[]> = {}): Block => ({ type: 'columns', v: 1, fields: {}, slots })
const page = (root: string[], blocks: Record<string, Block>): PageDoc => ({
  schema: 1,
  meta: { title: { 'zh-CN': '页' } },
  root,
  blocks,
})

const faults = (value: unknown): string => {
  const parsed = parsePage(value)
  return parsed.ok ? '' : parsed.faults.map(({ path, message }) => `${path} ${message}`).join('; ')
}

test('a sound page is taken as it is', () => {
  const doc = page(['a'], { a: block({ main: ['b'] }), b: block() })
  expect(parsePage(doc)).toEqual({ ok: true, value: doc })
})

test.each([
  ['a block that is not there', page(['a'], {}), 'names the block a, which is not there'],
  [
    'a block in two places',
    page(['a', 'b'], { a: block({ main: ['b'] }), b: block() }),
    'stands elsewhere already',
  ],
  ['a block inside itself', page(['a'], { a: block({ main: ['a'] }) }), 'stands elsewhere already'],
  [
    'a circle apart from the page',
    page([], { a: block({ s: ['b'] }), b: block({ s: ['a'] }) }),
    'stands nowhere',
  ],
  ['an orphan', page([], { a: block() }), 'blocks.a stands nowhere on the page'],
  [
    'blocks nested too deep',
    page(['a'], {
      a: block({ s: ['b'] }),
      b: block({ s: ['c'] }),
      c: block({ s: ['d'] }),
      d: block({ s: ['e'] }),
      e: block(),
    }),
    'deeper than 4 levels',
  ],
  [
    'an id that reaches for a prototype',
    page(['toString'], {}),
    'names the block toString, which is not there',
  ],
  ['another schema', { ...page([], {}), schema: 2 }, 'schema'],
  ['keys that are not known', { ...page([], {}), script: 'x' }, 'script'],
  [
    'a title in no language',
    { ...page([], {}), meta: { title: {} } },
    'meta.title has no text in any language',
  ],
  ['nothing', null, ''],
])('%s', (_, value, reason) => {
  expect(parsePage(value).ok).toBe(false)
  expect(faults(value)).toContain(reason)
})

test('empty slots are not kept, too many slots are refused', () => {
  const doc = page(['a'], { a: block({ main: [] }) })
  expect(parsePage(doc)).toEqual({ ok: true, value: page(['a'], { a: block() }) })
  const many = Object.fromEntries(Array.from({ length: 13 }, (_, n) => [`s${n}`, []]))
  expect(faults(page(['a'], { a: block(many) }))).toBe('blocks.a.slots has more than 12 slots')
})

test('text nested without end is refused in bounded time', () => {
  expect(parsePageText('['.repeat(400_000) + ']'.repeat(400_000)).ok).toBe(false)
})

test('text that is no JSON, or too long, is refused unread', () => {
  expect(parsePageText('{').ok).toBe(false)
  expect(parsePageText('['.repeat(500_000)).ok).toBe(false)
  expect(parsePageText(' '.repeat(longestPage + 1)).ok).toBe(false)
  expect(parsePageText('{"__proto__":{"schema":1}}').ok).toBe(false)
})

test('a page has bounds', () => {
  const ids = Array.from({ length: 401 }, (_, n) => `b${n}`)
  const half = ids.slice(0, 200)
  const doc = page(half, Object.fromEntries(ids.map((id) => [id, block()])))
  expect(faults(doc)).toMatch(/has 401 blocks; at most 400/)
})

test('an edit is checked too', () => {
  expect(parseOp({ op: 'remove', id: 'a' }).ok).toBe(true)
  expect(parseOp({ op: 'remove', id: '__proto__' }).ok).toBe(false)
  expect(parseOp({ op: 'explode' }).ok).toBe(false)
  expect(parseOp({ op: 'setField', id: 'a', path: ['__proto__'], value: 1 }).ok).toBe(false)
})
