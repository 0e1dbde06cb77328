// @vitest-environment happy-dom
// What a device keeps of reading: bounded, gone when it is turned off, and never more than what was written.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  bringAllBack,
  bringBack,
  changeReading,
  cut,
  follow,
  forget,
  forgetAll,
  isFinished,
  keepLike,
  keepsReading,
  note,
  onReading,
  placeAddress,
  readingOf,
  refuse,
  turnReading,
  turnSuggestions,
  wantAgain,
  wantsSuggestions,
  type Opened,
} from './index.ts'
import { READING_HISTORY } from './kept-as.ts'
import { EMPTY, MOST_OPENED, MOST_UNWANTED, readHistory, written } from './opened.ts'

const opened = (recordId: string, more: Partial<Opened> = {}): Opened => ({
  ...{
    recordId,
    title: `题名${recordId}`,
    by: '李白',
    kind: 'poem',
    language: 'lzh',
    at: '2026-11-02T08:00:00.000Z',
  },
  ...{ chapter: null, part: '', chapters: 0, text: null, anchor: null, percent: 40, reader: null },
  ...more,
})
const chapter = (n: number, more: Partial<Opened> = {}): Opened =>
  opened('b1', { chapter: n, chapters: 20, part: `第${n}`, ...more })
const ids = (): string[] => readingOf(window, null).opened.map(({ recordId }) => recordId)

beforeEach(() => localStorage.clear())

describe('what was read', () => {
  it('stands once a record, the last first, and no more than a hundred', () => {
    for (let i = 0; i < MOST_OPENED + 5; i++) changeReading(window, note(opened(`p${i}`)))
    changeReading(window, note(opened('p50')))
    expect(ids()).toHaveLength(MOST_OPENED)
    expect(ids().slice(0, 2)).toEqual(['p50', `p${MOST_OPENED + 4}`])
    expect(ids().filter((id) => id === 'p50')).toHaveLength(1)
  })

  it('keeps the furthest place of a chapter, begins one anew that was read to its end, and follows to another', () => {
    const percents = (...steps: Opened[]): number | undefined => {
      localStorage.clear()
      for (const step of steps) changeReading(window, note(step))
      return readingOf(window, null).opened[0]?.percent
    }
    expect(percents(chapter(3, { percent: 60 }), chapter(3, { percent: 5 }))).toBe(60)
    expect(percents(chapter(3, { percent: 100 }), chapter(3, { percent: 5 }))).toBe(5)
    expect(percents(chapter(3, { percent: 60 }), chapter(4, { percent: 5 }))).toBe(5)
    expect(percents(chapter(3, { percent: 60 }), chapter(3, { percent: 5, text: 'w2' }))).toBe(5)
  })

  it('does not come back by the reading itself once it was taken off the list', () => {
    changeReading(window, note(opened('p1')))
    changeReading(window, forget('p1'))
    changeReading(window, follow(opened('p1', { percent: 80 })))
    expect(ids()).toEqual([])
  })

  it('is brought back where it stood', () => {
    const [first, second] = [opened('p1'), opened('p2', { at: '2026-11-03T08:00:00.000Z' })]
    changeReading(window, note(first))
    changeReading(window, note(second))
    changeReading(window, forget('p1'))
    changeReading(window, bringBack(first))
    expect(ids()).toEqual(['p2', 'p1'])
  })

  it('of another reader is not seen', () => {
    changeReading(window, note(opened('p1', { reader: 'lin' })))
    changeReading(window, note(opened('p2')))
    expect(ids()).toEqual(['p2'])
    expect(readingOf(window, 'lin').opened).toHaveLength(2)
    expect(readingOf(window, 'wang').opened).toHaveLength(1)
  })

  it('is told of in the page that changed it', () => {
    const changed = vi.fn()
    const end = onReading(window, changed)
    changeReading(window, note(opened('p1')))
    end()
    changeReading(window, forgetAll)
    expect(changed).toHaveBeenCalledTimes(1)
  })
})

describe('where one goes on', () => {
  it.each([
    ['in the line that was left', chapter(3, { anchor: 'p12' }), '/item/b1?part=3#p12'],
    ['in the next chapter', chapter(3, { anchor: 'p12', percent: 100 }), '/item/b1?part=4'],
    ['at the last chapter, which is read', chapter(20, { percent: 100 }), '/item/b1?part=20'],
    ['in the witness that was read', opened('p1', { text: 'w2', anchor: 'v3' }), '/item/p1?text=w2#v3'],
  ])('%s', (_, from, address) => expect(placeAddress(from)).toBe(address))

  it('knows what is read to its end', () => {
    expect([opened('p1', { percent: 100 }), chapter(20, { percent: 100 })].map(isFinished)).toEqual([
      true,
      true,
    ])
    expect([opened('p1'), chapter(19, { percent: 100 })].map(isFinished)).toEqual([false, false])
  })
})

describe('turned off', () => {
  it('forgets all at once, keeps nothing more, and may be undone', () => {
    changeReading(window, note(opened('p1')))
    changeReading(window, refuse('p9'))
    const former = readingOf(window, null)
    expect(turnReading(window, false)).toBe(true)
    expect(localStorage.getItem(READING_HISTORY)).toBeNull()
    expect(changeReading(window, note(opened('p2')))).toBe(false)
    expect(keepsReading(window)).toBe(false)
    turnReading(window, true)
    changeReading(window, bringAllBack(former))
    expect(readingOf(window, null)).toEqual(former)
  })

  it('for suggestions alone, the rest stays', () => {
    changeReading(window, note(opened('p1')))
    turnSuggestions(window, false)
    expect([wantsSuggestions(window), ids()]).toEqual([false, ['p1']])
    turnSuggestions(window, true)
    expect(wantsSuggestions(window)).toBe(true)
  })

  it('cleared, no entry is left in the storage', () => {
    changeReading(window, note(opened('p1')))
    changeReading(window, forgetAll)
    expect(localStorage.length).toBe(0)
  })

  it('in a browser that keeps nothing for the site nothing is kept, and nothing breaks', () => {
    const blocked = new Proxy(localStorage, {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    const closed = Object.assign(new EventTarget(), { localStorage: blocked })
    expect(keepsReading(closed)).toBeNull()
    expect(readingOf(closed, null)).toEqual(EMPTY)
    expect(changeReading(closed, note(opened('p1')))).toBe(false)
    expect(turnReading(closed, false)).toBe(false)
    expect(wantsSuggestions(closed)).toBe(false)
  })
})

describe('what is not wanted, and what is like another', () => {
  it('is bounded, and can be wanted again', () => {
    for (let i = 0; i < MOST_UNWANTED + 3; i++) changeReading(window, refuse(`p${i}`))
    changeReading(window, wantAgain(`p${MOST_UNWANTED + 2}`))
    const { unwanted } = readingOf(window, null)
    expect(unwanted).toHaveLength(MOST_UNWANTED - 1)
    expect(unwanted).not.toContain(`p${MOST_UNWANTED + 2}`)
  })

  it('is kept of what was read only, and goes with it', () => {
    const like = { recordId: 'p1', at: '2026-11-02T08:00:00.000Z', locale: 'en', records: [] }
    changeReading(window, keepLike(like))
    expect(readingOf(window, null).like).toEqual([])
    changeReading(window, note(opened('p1')))
    changeReading(window, keepLike(like))
    expect(readingOf(window, null).like).toHaveLength(1)
    changeReading(window, forget('p1'))
    expect(readingOf(window, null).like).toEqual([])
  })
})

describe('what stands in the storage', () => {
  const stored = (...entries: unknown[]): string =>
    JSON.stringify({ version: 1, opened: entries, unwanted: [], like: [] })

  it('is read as it was written', () => {
    const history = { ...EMPTY, opened: [chapter(3, { anchor: 'p12', reader: 'lin' })], unwanted: ['p9'] }
    expect(readHistory(written(history))).toEqual(history)
  })

  it.each([
    null,
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"version":2,"opened":[]}',
    '{"version":1,"opened":{}}',
    'x'.repeat(500_000),
  ])('is nothing when it is no history of ours', (text) => expect(readHistory(text)).toEqual(EMPTY))

  it.each([
    ['an id that leads elsewhere', { recordId: '../auth/sign-in' }],
    ['an id that is a script', { recordId: 'javascript:alert(1)' }],
    ['no title', { title: '' }],
    ['a title as long as a book', { title: '长'.repeat(2_000) }],
    ['a title that is none', { title: { toString: 'x' } }],
    ['a time that is none', { at: 'yesterday' }],
    ['a day that is none', { at: '2026-99-99T99:99:99Z' }],
    ['a place that is none', { anchor: 'p1" onclick="x' }],
    ['a chapter before the first', { chapter: 0 }],
    ['a part of a chapter', { chapter: 1.5 }],
    ['more than all of it', { percent: 101 }],
    ['a witness that is none', { text: '<b>' }],
    ['a language that is none', { language: 'x" y="' }],
    ['a reader that is none', { reader: 7 }],
  ])('is left out where it has %s, and the rest stays', (_, fault) => {
    const history = readHistory(stored({ ...opened('p1'), ...fault }, opened('p2')))
    expect(history.opened.map(({ recordId }) => recordId)).toEqual(['p2'])
  })

  it('has each record once, and no more than are kept', () => {
    const many = Array.from({ length: 150 }, (_, i) => opened(`p${i}`))
    expect(readHistory(stored(opened('p1'), opened('p1'))).opened).toHaveLength(1)
    expect(readHistory(stored(...many)).opened).toHaveLength(MOST_OPENED)
  })

  it('has words of one line and a bounded length', () => {
    expect(cut(' 静\n夜 ')).toBe('静 夜')
    expect([...cut('𠮷'.repeat(500))]).toHaveLength(160)
    expect(readHistory(stored(opened('p1', { title: cut('𠮷'.repeat(500)) }))).opened).toHaveLength(1)
  })
})
