// The verse that a query quotes of a text.
import type { Paragraph } from '@shuxiang/record'
import { versesOf } from '@shuxiang/vocabulary/verse'
import type { SearchEdge } from './edge.ts'

/** Longer texts are no poems; marking them would take long for an address. */
const longestText = 20_000
/** Fewer characters are a word, which stands in many verses. */
export const shortestQuotation = 4
/** Of a verse that differs from what was asked by a character or two. */
const shareOfVerse = 0.6

interface Verse {
  readonly n: number
  readonly start: number
  readonly text: string
}

/** Its number from 1, null when no verse is quoted: the first of those with most of the words. */
export function quotedVerse({
  hit,
  asked,
  text,
  page,
}: Pick<SearchEdge<unknown>, 'hit' | 'asked' | 'text' | 'page'>): number | null {
  // Who typed the title wants the work.
  if (hit.tier === 'exact') return null
  const verses = placed(text)
  const whole = verses.map((verse) => verse.text).join('')
  if (whole === '' || whole.length > longestText) return null
  let at = 0
  const marks = page.search
    .highlight(asked, whole, { maxLength: whole.length, field: 'body' })
    .map((run) => ({ start: at, end: (at += run.text.length), marked: run.marked }))
    .filter(({ marked }) => marked)
  let best: { readonly n: number; readonly found: number } | null = null
  for (const { n, start, text: verse } of verses) {
    const end = start + verse.length
    const found = marks.reduce(
      (sum, mark) => sum + Math.max(0, Math.min(end, mark.end) - Math.max(start, mark.start)),
      0,
    )
    const enough = found >= shortestQuotation && found >= shareOfVerse * lettersOf(verse)
    if (enough && found > (best?.found ?? 0)) best = { n, found }
  }
  return best?.n ?? null
}

function placed(paragraphs: readonly Paragraph[]): readonly Verse[] {
  const verses: Verse[] = []
  let start = 0
  for (const { text, kind } of paragraphs) {
    if (kind !== 'verse') continue
    for (const verse of versesOf(text)) {
      verses.push({ n: verses.length + 1, start, text: verse })
      start += verse.length
    }
  }
  return verses
}

function lettersOf(verse: string): number {
  return verse.replace(/[^\p{L}\p{N}]/gu, '').length
}
