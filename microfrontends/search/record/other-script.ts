/** A record as the reader wants its characters: as the source has them, or in the other script. */
import type { Chapter, FullRecord, Rewriting, TextParagraph } from '../operations.generated.ts'
import type { ScriptWish } from './record-address.ts'

/** A text in the other script, of the same length in code points. */
export type Rewrite = (text: string) => string

/** By the words of the graph: at each place the longest that fits (`OtherScript.words`). */
export function rewriterOf(words: string): Rewrite {
  const to = new Map<string, string>()
  /** The longest word that begins with a character, in code points. */
  const longest = new Map<string, number>()
  for (const pair of words.split(' ')) {
    const chars = [...pair]
    const half = chars.length / 2
    const [first = ''] = chars
    to.set(chars.slice(0, half).join(''), chars.slice(half).join(''))
    longest.set(first, Math.max(half, longest.get(first) ?? 0))
  }
  return (text) => {
    const chars = [...text]
    let written = ''
    for (let at = 0; at < chars.length;) {
      let length = longest.get(chars[at] ?? '') ?? 1
      while (length > 1 && !to.has(chars.slice(at, at + length).join(''))) length -= 1
      const word = chars.slice(at, at + length).join('')
      written += to.get(word) ?? word
      at += length
    }
    return written
  }
}

/** The script that is wanted where the source has the other; null where it is to stay as it is. */
export function wantedScript(other: Rewriting | null, wish: ScriptWish): Rewriting | null {
  return other && wish !== 'source' && other.language.toLowerCase().endsWith(wish) ? other : null
}

/** Each paragraph in the other script; a text that there is not stays none. */
const paragraphsIn = (text: readonly TextParagraph[] | null | undefined, written: Rewrite) =>
  text?.map((paragraph) => ({ ...paragraph, text: written(paragraph.text) })) ?? null

/** The record with title, contents and text in the script that is wanted; itself where they are. */
export function recordIn(record: FullRecord, wish: ScriptWish): FullRecord {
  const other = wantedScript(record.otherScript, wish)
  if (other === null) return record
  const written = rewriterOf(other.words)
  return {
    ...record,
    language: other.language,
    title: written(record.title),
    alternativeTitles: record.alternativeTitles.map(written),
    chapters: record.chapters.map((chapter) => ({ ...chapter, title: written(chapter.title) })),
    text: paragraphsIn(record.text, written),
  }
}

/** The record with the text of one of its witnesses, which came with it, in the script that is wanted. */
export function witnessIn(
  record: FullRecord,
  { language }: FullRecord['witnesses'][number],
  { text, textScript }: Pick<FullRecord, 'text' | 'textScript'>,
  wish: ScriptWish,
): FullRecord {
  const other = wantedScript(textScript ?? null, wish)
  if (other === null) return { ...record, language, text }
  return { ...record, language: other.language, text: paragraphsIn(text, rewriterOf(other.words)) }
}

/** The same of a chapter. */
export function chapterIn(chapter: Chapter, wish: ScriptWish): Chapter {
  const other = wantedScript(chapter.otherScript, wish)
  if (other === null) return chapter
  const written = rewriterOf(other.words)
  return {
    ...chapter,
    title: written(chapter.title),
    paragraphs: paragraphsIn(chapter.paragraphs, written) ?? [],
  }
}
