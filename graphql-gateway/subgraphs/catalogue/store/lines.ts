// The verses of a text that search may suggest.
import type { Paragraph } from '@shuxiang/record'
import type { SearchLine } from '@shuxiang/search/contract'
import { versesOf } from '@shuxiang/vocabulary/verse'

/** Longer sentences are cut at the end of a verse: nobody types so much before choosing. */
const longest = 20
/** Search takes no more of one record. */
const most = 200

/** Verses of the other texts of a work: those that its own has too, search leaves out. */
export function linesOfWitnesses(witnesses: readonly (readonly Paragraph[])[]): readonly SearchLine[] {
  return witnesses.flatMap((paragraphs, at) =>
    linesOf(paragraphs).map((line) => ({ ...line, witness: at + 1 })),
  )
}

/** Each verse with what follows it in its sentence, in order. */
export function linesOf(paragraphs: readonly Paragraph[]): readonly SearchLine[] {
  const lines: SearchLine[] = []
  let n = 0
  for (const { text, kind } of paragraphs) {
    if (kind !== 'verse') continue
    const verses = versesOf(text)
    for (const at of verses.keys()) {
      if (lines.length === most) return lines
      lines.push({ n: ++n, text: sentenceFrom(verses, at) })
    }
  }
  return lines
}

function sentenceFrom(verses: readonly string[], at: number): string {
  let sentence = ''
  for (const verse of verses.slice(at)) {
    if (sentence !== '' && sentence.length + verse.length > longest) break
    sentence += verse
    if (/[。！？；]/u.test(verse)) break
  }
  return sentence.trim().slice(0, longest * 4)
}
