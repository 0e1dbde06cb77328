import { describe, expect, it } from 'vitest'
import { chapter, poem } from '../testing/answers.ts'
import { chapterIn, recordIn, wantedScript } from './other-script.ts'

describe('a text in the other script', () => {
  it('is given where it is wanted and the source has the other', () => {
    const other = { language: 'lzh-Hant', words: '' }
    expect(wantedScript(other, 'hant')).toBe(other)
    expect(wantedScript(other, 'hans')).toBeNull()
    expect(wantedScript(other, 'source')).toBeNull()
    expect(wantedScript(null, 'hant')).toBeNull()
  })

  it('is that of title, contents and text, with the language said', () => {
    expect(recordIn(poem, 'hant')).toMatchObject({
      language: 'lzh-Hant',
      title: '靜夜思',
      text: [{ text: '床前明月光，疑是地上霜。' }, { text: '舉頭望明月，低頭思故鄉。' }],
    })
    expect(recordIn(poem, 'hans')).toBe(poem)
    expect(chapterIn(chapter, 'hant').paragraphs[0]?.text).toContain('居其所而眾星')
    expect(chapterIn(chapter, 'source')).toBe(chapter)
  })
})
