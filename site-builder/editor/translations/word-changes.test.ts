// What was changed of a text, as somebody reads it who has to change the translation.
import { expect, it } from 'vitest'
import { wordChanges } from './word-changes.ts'

const read = (before: string, after: string, language = 'zh-CN'): string =>
  wordChanges(before, after, language)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}]`, new: `[+${text}]` })[kind])
    .join('')

it('strikes out words and puts words in, where they stand', () => {
  expect(read('周一至周五开放', '周一至周六开放')).toMatch(/^周一至.*\[-.*五\].*\[\+.*六\].*开放$/)
  expect(read('Open from Monday', 'Closed from Monday', 'en')).toBe('[-Open][+Closed] from Monday')
  expect(read('同', '同')).toBe('同')
  expect(read('', '新')).toBe('[+新]')
})

it('shows the two one below the other where comparing would take too long', () => {
  const long = 'one two '.repeat(1500)
  expect(wordChanges(long, `${long}three`, 'en').map(({ kind }) => kind)).toEqual(['gone', 'new'])
})

it('takes what is no language for one', () => {
  expect(read('a b', 'a c', 'x')).toBe('a [-b][+c]')
})
