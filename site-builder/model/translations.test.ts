// Which translations no longer fit their source: what somebody sees who translates, and what nobody may lose.
import { describe, expect, it } from 'vitest'
import {
  longestFormerTexts,
  mostOutdatedGone,
  outdatedAfter,
  outdatedAt,
  translationCounts,
  translationState,
  type Outdated,
  type TextOnPage,
} from './translations.ts'

type Page = readonly TextOnPage[]
const text = (zh: string, en: string, at: Partial<TextOnPage> = {}): TextOnPage => ({
  ...{ block: 'a', path: ['fields', 'title'], locked: false },
  texts: { ...(zh === '' ? {} : { 'zh-CN': zh }), ...(en === '' ? {} : { en }) },
  ...at,
})
const item = (n: number, zh: string, en: string): TextOnPage =>
  text(zh, en, { path: ['fields', 'items', String(n), 'label'] })

/** Pages one after the other, each a revision. */
function through(...pages: readonly Page[]): readonly Outdated[] {
  return pages.reduce<{ readonly marks: readonly Outdated[]; readonly before: Page | null }>(
    ({ marks, before }, after, n) => ({
      before: after,
      marks: before ? outdatedAfter(marks, { before, after, seen: after, source: 'zh-CN', rev: n + 1 }) : [],
    }),
    { marks: [], before: null },
  ).marks
}
const told = (marks: readonly Outdated[]) => marks.map(({ path, was, rev }) => [path.at(-1), was, rev])

describe('a translation', () => {
  it('fits until its source is changed, and then what the source said is kept', () => {
    expect(through([text('开馆', 'Open')])).toEqual([])
    expect(through([text('开馆', 'Open')], [text('闭馆', 'Open')])).toEqual([
      {
        ...{ id: '2-0', block: 'a', path: ['fields', 'title'], source: 'zh-CN', language: 'en', rev: 2 },
        was: '开馆',
      },
    ])
  })

  it('fits again when it is written anew, when both are changed at once, and when the source is as it was', () => {
    expect(through([text('开馆', 'Open')], [text('闭馆', 'Open')], [text('闭馆', 'Closed')])).toEqual([])
    expect(through([text('开馆', 'Open')], [text('闭馆', 'Closed')])).toEqual([])
    expect(through([text('开馆', 'Open')], [text('闭馆', 'Open')], [text('开馆', 'Open')])).toEqual([])
  })

  it('has another mark whenever the source is changed again, with the words that it was made for', () => {
    const marks = through([text('一', 'One')], [text('二', 'One')], [text('三', 'One')])
    expect(marks).toMatchObject([{ id: '3-0', rev: 3, was: '一' }])
    const same = through([text('一', 'One')], [text('二', 'One')], [text('二', 'One'), item(0, '甲', 'A')])
    expect(same).toMatchObject([{ id: '2-0', rev: 2, was: '一' }])
  })

  it('is out of date though the source was empty for a while, and never by a source that comes after it', () => {
    expect(told(through([text('一', 'One')], [text('', 'One')], [text('二', 'One')]))).toEqual([
      ['title', '一', 3],
    ])
    expect(through([text('', 'One')], [text('一', 'One')])).toEqual([])
  })

  it('that is gone has no mark, nor when it is written later', () => {
    expect(through([text('一', 'One')], [text('二', 'One')], [text('二', '')])).toEqual([])
    expect(through([text('一', 'One')], [text('二', 'One')], [text('二', '')], [text('二', 'Two')])).toEqual(
      [],
    )
  })

  it('of another language is marked by itself', () => {
    const three = (zh: string, en: string, bo: string): TextOnPage => ({
      ...text(zh, en),
      texts: { 'zh-CN': zh, en, bo },
    })
    const marks = through([three('一', 'One', 'གཅིག')], [three('二', 'Two', 'གཅིག')])
    expect(marks.map(({ language }) => language)).toEqual(['bo'])
  })
})

describe('two editors', () => {
  const before = [text('二', 'One')]
  const merged = (after: Page, seen: Page, known: readonly Outdated[] = []) =>
    outdatedAfter(known, { before, after, seen, source: 'zh-CN', rev: 7 })

  it('one of whom changes the source while the other translates it: the translation is of the former words', () => {
    expect(told(merged([text('二', 'The first')], [text('一', 'The first')]))).toEqual([['title', '一', 7]])
    expect(merged([text('二', 'The second')], [text('二', 'The second')])).toEqual([])
  })

  it('and the other way about', () => {
    const stored = [text('一', 'The first')]
    const marks = outdatedAfter([], {
      ...{ before: stored, after: [text('二', 'The first')], seen: [text('二', 'One')] },
      ...{ source: 'zh-CN', rev: 7 },
    })
    expect(told(marks)).toEqual([['title', '一', 7]])
  })
})

describe('a block that was taken away', () => {
  const a = text('二', 'One')
  const other = text('别的', 'Else', { block: 'b' })

  it('has its marks again when it is had back', () => {
    const marks = through([text('一', 'One'), other], [a, other], [other], [a, other])
    expect(marks).toMatchObject([{ block: 'a', was: '一' }])
    expect(through([text('一', 'One'), other], [a, other], [other], [text('一', 'One'), other])).toEqual([])
  })

  it('keeps no more marks than it may', () => {
    const many = (zh: string): Page =>
      Array.from({ length: mostOutdatedGone + 20 }, (_, n) => text(zh, 'One', { block: `b${n}` }))
    expect(through(many('一'), many('二'), [other])).toHaveLength(mostOutdatedGone)
  })
})

describe('items of a list', () => {
  const first = item(0, '甲', 'A')
  it('take their marks along when they move, and when others come and go', () => {
    const second = (n: number): TextOnPage => item(n, '丙', 'B')
    const changed = [first, item(1, '乙', 'B')]
    const marks = through(changed, [first, second(1)], [second(0), item(1, '甲', 'A')])
    expect(marks).toMatchObject([{ path: ['fields', 'items', '0', 'label'], was: '乙', rev: 2 }])
    const grown = through(changed, [first, second(1)], [item(0, '新', ''), item(1, '甲', 'A'), second(2)])
    expect(grown).toMatchObject([{ path: ['fields', 'items', '2', 'label'], was: '乙' }])
    expect(through(changed, [first, second(1)], [first])).toEqual([])
  })

  it('that are changed beside one that comes are told apart by what they share', () => {
    const marks = through([item(0, '乙', 'B')], [item(0, '新', 'New'), item(1, '丙', 'B')])
    expect(told(marks)).toEqual([['label', '乙', 2]])
    expect(marks[0]?.path).toEqual(['fields', 'items', '1', 'label'])
  })
})

describe('marks of a page', () => {
  it('have bounds: the oldest lose what the source said, and are marks all the same', () => {
    const long = 'x'.repeat(longestFormerTexts / 2 - 10)
    const page = (...zh: readonly string[]): Page => zh.map((one, n) => text(one, 'X', { block: `b${n}` }))
    const begun = `1${long}`
    const marks = through(
      page(begun, begun, begun),
      page('2', begun, begun),
      page('2', '2', begun),
      page('2', '2', '2'),
    )
    expect(marks.map(({ was }) => was !== undefined)).toEqual([false, true, true])
    const next = page('3', '2', '2')
    const later = { before: page('2', '2', '2'), after: next, seen: next, source: 'zh-CN', rev: 9 }
    expect(outdatedAfter(marks, later).map(({ id }) => id)).toEqual(['9-0', '3-0', '4-0'])
  })

  it('of another source are no marks', () => {
    const marks = through([text('一', 'One')], [text('二', 'One')])
    const english = { before: [text('二', 'One')], after: [text('二', 'One')], seen: [text('二', 'One')] }
    expect(outdatedAfter(marks, { ...english, source: 'en', rev: 3 })).toEqual([])
  })
})

describe('what is left', () => {
  const languages = ['zh-CN', 'en']
  const state = (zh: string, en: string) =>
    translationState(text(zh, en), { source: 'zh-CN', language: 'en' }, undefined)

  it('is told by what can be read', () => {
    expect([state('一', 'One'), state('一', ' '), state('', 'One'), state('', '')]).toEqual([
      ...['fine', 'missing', 'unsourced'],
      null,
    ])
    const rich = (words: string) => [{ type: 'paragraph', runs: [{ text: words }] }]
    const written = { ...text('', ''), texts: { 'zh-CN': rich('一'), en: rich(' ') } }
    expect(translationState(written, { source: 'zh-CN', language: 'en' }, undefined)).toBe('missing')
  })

  it('is counted by language, without what the nation locked', () => {
    const texts = [
      text('二', 'One'),
      text('一', '', { block: 'b' }),
      text('一', '', { block: 'c', locked: true }),
    ]
    const marks = through([text('一', 'One')], [text('二', 'One')])
    expect(translationCounts(texts, marks, languages)).toEqual([
      { language: 'en', texts: 2, missing: 1, outdated: 1 },
    ])
    expect(translationCounts(texts, marks, ['zh-CN'])).toEqual([])
    expect(outdatedAt(marks)({ ...text('', ''), language: 'en' })?.was).toBe('一')
  })
})
