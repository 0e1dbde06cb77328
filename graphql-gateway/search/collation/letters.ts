/** A text as the letters by which it is compared: folded, without marks, each with its place. */

import { foldCodePoint } from '../analysis/fold.ts'

export interface Letter {
  /** In its folded form: 牀 and 床 are one letter, as are the two scripts. */
  readonly folded: string
  /** Number of the paragraph, from 0. */
  readonly paragraph: number
  /** UTF-16 units of the paragraph before it and up to its end. */
  readonly from: number
  readonly to: number
}

/** Longest note in brackets that is passed over; one that nothing closes within is a slip of the source. */
const LONGEST_NOTE = 400

/**
 * The letters of paragraphs in order, `most` at the most; null when there are more. Marks, gaps and notes in round
 * brackets are none.
 */
export function lettersOf(paragraphs: readonly string[], most: number): readonly Letter[] | null {
  const letters: Letter[] = []
  for (const [paragraph, text] of paragraphs.entries()) {
    for (let from = 0; from < text.length;) {
      const codePoint = text.codePointAt(from) ?? 0
      const note = codePoint === 0xff08 || codePoint === 0x28 ? noteLength(text, from) : 0
      const to = from + (note || (codePoint > 0xffff ? 2 : 1))
      const folded =
        note > 0
          ? ''
          : foldCodePoint(codePoint)
              .flatMap(({ char, kind }) => (kind === 'cjk' || kind === 'word' ? [char] : []))
              .join('')
      if (folded !== '') letters.push({ folded, paragraph, from, to })
      if (letters.length > most) return null
      from = to
    }
  }
  return letters
}

/** 0 for a bracket that opens no note. */
function noteLength(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST_NOTE).search(/[）)]/u)
  return end < 0 ? 0 : end + 1
}
