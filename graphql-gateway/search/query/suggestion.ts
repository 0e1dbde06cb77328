/** What a suggestion is found by, and which one comes first. */

import { syllablesOf } from '../analysis/pinyin.ts'
import { typedBeginnings, typedWords } from '../analysis/typed-pinyin.ts'
import { wholeKey } from '../analysis/tokens.ts'
import type { SearchDoc, SearchLine, Suggestion } from '../contract.ts'

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
  const syllables = syllablesOf(text, kind === 'creator' ? 'name' : kind)
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
  return {
    pinyin: syllables.join('').slice(0, LONGEST_KEY),
    // Initials of lines would find lines instead of titles, and cost the index what a thousand lines more do.
    initials: syllables.length < 2 || kind === 'line' ? '' : INITIALS + initials.slice(0, LONGEST_KEY),
  }
}

/** Of a work as well known as this every line is; of one less so, the first; of others none. Measured by what they cost. */
const EVERY_LINE = 20
const FIRST_LINE = 2.5
const MOST_LINES = 200
const MOST_WITNESSES = 20
/** A shorter line is a word. */
const SHORTEST_LINE = 4

/** Verses of one text are numbered in one byte, the texts of a work in another. */
const TEXTS_APART = 256

/** One number for the place of a line in the texts of its work. */
export function placeOf({ n, witness = 0 }: Omit<SearchLine, 'text'>): number {
  return n + TEXTS_APART * witness
}

/** The place again. */
export function lineAt(place: number): Omit<SearchLine, 'text'> {
  const witness = Math.floor(place / TEXTS_APART)
  return { n: place % TEXTS_APART, ...(witness > 0 ? { witness } : {}) }
}

/** The lines of a record that are suggested; what several of its texts have alike is a line of the first. */
export function suggestedLines({
  lines = [],
  prior,
}: Pick<SearchDoc, 'lines' | 'prior'>): readonly SearchLine[] {
  const last = prior >= EVERY_LINE ? MOST_LINES : prior >= FIRST_LINE ? 1 : 0
  const known = new Set<string>()
  return lines.filter(({ text, n, witness = 0 }) => {
    if (n > last || witness > MOST_WITNESSES) return false
    const key = suggestionKey(text)
    if ([...key].length < SHORTEST_LINE || known.has(key)) return false
    known.add(key)
    return true
  })
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

/** Whether a beginning is long enough for lines: a letter or a character begins tens of thousands, and means none. */
export function reachesLines(start: string): boolean {
  return start.length >= (/^[a-z]/.test(start) ? 4 : 2)
}

/** How much of its record's popularity a line has: whoever types a word looks for a title or a name first. */
const LINE_SHARE = 0.25

export function shareOf(kind: Suggestion['kind']): number {
  return kind === 'line' ? LINE_SHARE : 1
}

/** Order of two suggestions with the same standing: known works and frequent names first. `share` as of its kind. */
export function suggestionWeight(count: number, prior: number, share = 1): number {
  return Math.log1p(count) + 2 * Math.log1p(prior * share)
}
