/** Puts pinyin together that was typed with spaces: `li bai`, `Bai Juyi`, `李 bai` are one name each. */

import { readSyllables } from '../analysis/syllables.ts'
import { typedWords } from '../analysis/typed-pinyin.ts'
import type { BoxToken, BoxWord } from './box-words.ts'

/** Words of several syllables each (`libai jingyesi`) stay words of their own: they are a name and a title. */
export function joinSyllables(tokens: readonly BoxToken[]): readonly BoxToken[] {
  return joinedBy(isLoneHan, joinedBy(isSpelling, tokens))
}

type Together = (left: string, right: string) => boolean

function joinedBy(together: Together, tokens: readonly BoxToken[]): readonly BoxToken[] {
  const joined: BoxToken[] = []
  for (const token of tokens) {
    const before = joined.at(-1)
    if (
      before?.type === 'word' &&
      token.type === 'word' &&
      goesOn(before, token) &&
      together(before.text, token.text)
    )
      joined[joined.length - 1] = { ...before, text: `${before.text} ${token.text}` }
    else joined.push(token)
  }
  return joined
}

/** A field and a minus hold for the whole name; a word with signs of its own begins something else. */
function goesOn(before: BoxWord, word: BoxWord): boolean {
  return !before.quoted && !word.quoted && !word.excluded && word.field === 'any'
}

function isSpelling(left: string, right: string): boolean {
  const [before, after] = [syllableCounts(left), syllableCounts(right)]
  return before.length > 0 && after.length > 0 && (before.includes(1) || after.includes(1))
}

/** One syllable alone beside a character or two: the reader did not know how to write it. */
function isLoneHan(left: string, right: string): boolean {
  const lone = (text: string): boolean => syllableCounts(text).join() === '1'
  const han = (text: string): boolean => /^\p{Script=Han}{1,4}$/u.test(text)
  return (han(left) && lone(right)) || (lone(left) && han(right))
}

/** How many syllables each word of a text has at least; none when one of them is not pinyin. */
function syllableCounts(text: string): readonly number[] {
  const counts = typedWords(text).map((word) =>
    Math.min(...readSyllables(word).map((reading) => reading.length)),
  )
  return counts.every(Number.isFinite) ? counts : []
}
