/** What a suggestion is found by, and which one comes first. */

import { syllablesOf } from '../analysis/pinyin.ts'
import { typedBeginnings, typedWords } from '../analysis/typed-pinyin.ts'
import { wholeKey } from '../analysis/tokens.ts'
import type { Suggestion } from '../contract.ts'

/** Longer titles are found by their beginning. */
const LONGEST_KEY = 40

/** Marks a key of initials, so that `js` typed for 静思 does not mix with words that begin so. */
export const INITIALS = '\u0001'

/** The form under which titles in either script, width or case are one suggestion. */
export function suggestionKey(text: string): string {
  return wholeKey(text).slice(0, LONGEST_KEY)
}

/** The other beginnings that find a text besides its key; empty where the text has no such reading. */
export interface ReadingKeys {
  /** Pinyin in one word. */
  readonly pinyin: string
  /** First letters of the syllables, marked as such. */
  readonly initials: string
}

export function suggestionKeys(text: string, kind: Suggestion['kind']): ReadingKeys {
  const syllables = syllablesOf(text, kind === 'creator' ? 'name' : 'title')
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
  return {
    pinyin: syllables.join('').slice(0, LONGEST_KEY),
    initials: syllables.length < 2 ? '' : INITIALS + initials.slice(0, LONGEST_KEY),
  }
}

/** What the typed text can be the beginning of. Empty for a text without letters. */
export function typedKeys(prefix: string): readonly string[] {
  const key = suggestionKey(prefix.slice(0, 200))
  if (key === '') return []
  const beginnings = typedBeginnings(typedWords(prefix))
  return [
    ...new Set([
      key,
      ...beginnings.flatMap((letters) => (letters === '' ? [] : [letters, INITIALS + letters])),
    ]),
  ]
}

/** Order of two suggestions with the same standing: known works and frequent names first. */
export function suggestionWeight(count: number, prior: number): number {
  return Math.log1p(count) + 2 * Math.log1p(prior)
}
