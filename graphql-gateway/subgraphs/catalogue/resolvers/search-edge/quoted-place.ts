// The verse, or the paragraph of prose, that a query quotes of a text.
import type { Paragraph } from '@shuxiang/record'
import { paragraphId, verseId, versesOf } from '@shuxiang/vocabulary/verse'
import type { SearchEdge } from './edge.ts'

/** Longer texts are no poems; marking them would take long for an address. */
const longestText = 20_000
/** Fewer characters are a word, which stands in many verses. */
export const shortestQuotation = 4
/** Of a verse that differs from what was asked by a character or two; of what was asked, in prose. */
const share = 0.6

interface Piece {
  readonly id: string
  readonly start: number
  readonly text: string
}

interface Mark {
  readonly start: number
  readonly end: number
}

/** Its id on the page, null when none is quoted: the first of those with most of the words. */
export function quotedPlace({
  hit,
  asked,
  text,
  page,
}: Pick<SearchEdge<unknown>, 'hit' | 'asked' | 'text' | 'page'>): string | null {
  // Who typed the title wants the work.
  if (hit.tier === 'exact') return null
  const verse = text.some(({ kind }) => kind === 'verse')
  const pieces = verse ? versesIn(text) : paragraphsIn(text)
  const whole = pieces.map((piece) => piece.text).join('')
  if (whole === '' || whole.length > longestText) return null
  let at = 0
  const marks = page.search
    .highlight(asked, whole, { maxLength: whole.length, field: 'body' })
    .map((run) => ({ start: at, end: (at += run.text.length), marked: run.marked }))
    .filter(({ marked }) => marked)
  const longestWord = Math.max(...asked.split(/\s+/u).map(lettersOf))
  let best: { readonly piece: Piece; readonly found: number } | null = null
  for (const piece of pieces) {
    const own = marks.map((mark) => inside(piece, mark))
    // A paragraph has many words by chance: there the quotation stands in one piece.
    const found = verse ? own.reduce((sum, length) => sum + length, 0) : Math.max(0, ...own)
    const least = share * (verse ? lettersOf(piece.text) : longestWord)
    if (found >= shortestQuotation && found >= least && found > (best?.found ?? 0)) best = { piece, found }
  }
  if (best === null) return null
  const { piece: most } = best
  // A quotation that goes on across marks is one: it leads to its first verse, however short that is.
  const quoted = marks.find((mark) => inside(most, mark) > 0)
  const begun = (piece: Piece): boolean =>
    quoted !== undefined &&
    lettersOf(piece.text) > 0 &&
    inside(piece, quoted) >= share * lettersOf(piece.text)
  return ((verse ? pieces.find(begun) : null) ?? most).id
}

function inside({ start, text }: Piece, mark: Mark): number {
  return Math.max(0, Math.min(start + text.length, mark.end) - Math.max(start, mark.start))
}

function versesIn(paragraphs: readonly Paragraph[]): readonly Piece[] {
  const verses = paragraphs.flatMap(({ text, kind }) => (kind === 'verse' ? versesOf(text) : []))
  return placed(verses, verseId)
}

function paragraphsIn(paragraphs: readonly Paragraph[]): readonly Piece[] {
  return placed(
    paragraphs.map(({ text }) => text),
    paragraphId,
  )
}

function placed(texts: readonly string[], idOf: (n: number) => string): readonly Piece[] {
  let start = 0
  return texts.map((text, at) => {
    const piece = { id: idOf(at + 1), start, text }
    start += text.length
    return piece
  })
}

function lettersOf(verse: string): number {
  return verse.replace(/[^\p{L}\p{N}]/gu, '').length
}
