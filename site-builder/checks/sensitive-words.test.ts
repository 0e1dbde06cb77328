/** The table of words comes from a file that somebody wrote. */
import { expect, test } from 'vitest'
import { parseSensitiveWords, sensitiveBounds } from './sensitive-words.ts'

test('an entry warns unless it says otherwise', () => {
  expect(parseSensitiveWords('[{"word":"最佳"},{"word":"第一","severity":"blocks"}]')).toEqual({
    ok: true,
    words: [
      { word: '最佳', severity: 'warns' },
      { word: '第一', severity: 'blocks' },
    ],
  })
})

test.each([
  ['no JSON', '{'],
  ['no list', '{}'],
  ['no word', '[{"severity":"warns"}]'],
  ['an empty word', '[{"word":" "}]'],
  ['a word of unseen characters, which stands in every text', '[{"word":"\\u200b"}]'],
  ['a severity that is none', '[{"word":"a","severity":"kills"}]'],
  ['too many', JSON.stringify(Array.from({ length: sensitiveBounds.words + 1 }, () => ({ word: 'a' })))],
])('%s is refused with a reason', (_, text) => {
  const table = parseSensitiveWords(text)
  expect(table.ok).toBe(false)
  expect(!table.ok && table.reason.en).toMatch(/table/)
})
