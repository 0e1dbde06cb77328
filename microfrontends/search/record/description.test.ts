import { describe, expect, it } from 'vitest'
import { chapter, classic, poem } from '../testing/answers.ts'
import { descriptionOf } from './description.ts'

describe('the description of a record', () => {
  const note = { text: '題下注', kind: 'note' } as const
  it.each([
    [
      'the chapter that is open, not of the work',
      { ...classic, abstract: '一部语录。' },
      chapter,
      /^子曰：“为政以德/,
    ],
    [
      'the chapter’s own words before its notes',
      classic,
      { ...chapter, paragraphs: [note, ...chapter.paragraphs] },
      /^子曰/,
    ],
    ['the notes of a chapter that has nothing else', classic, { ...chapter, paragraphs: [note] }, /^題下注$/],
    ['the title of a chapter without words', classic, { ...chapter, paragraphs: [] }, /^为政篇$/],
    ['the abstract of a work', { ...classic, abstract: '一部语录。' }, null, /^一部语录。$/],
    ['the contents of a work in chapters', classic, null, /^学而篇、为政篇、八佾篇/],
    [
      'the verses of a poem',
      { ...poem, text: [note, ...(poem.text ?? [])] },
      null,
      /^床前明月光，疑是地上霜。举头/,
    ],
  ] as const)('is %s', (_what, record, chapter, words) => {
    expect(descriptionOf(record, chapter)).toMatch(words)
  })
  it('is cut between characters, never inside of one', () => {
    const text = [{ text: '𠀀'.repeat(400), kind: 'prose' as const }]
    expect(descriptionOf({ ...poem, text }, null)).toBe(`${'𠀀'.repeat(149)}…`)
  })
})
