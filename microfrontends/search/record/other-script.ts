/** A record as the reader wants its characters: as the source has them, or in the other script. */
import type { ScriptWish } from '@shuxiang/sdk/contract'
import { rewriterOf, type Rewrite } from '@shuxiang/sdk/script'
import type { Chapter, FullRecord, Rewriting, TextParagraph } from '../operations.generated.ts'

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
