/** The few words by which machines tell a record or a chapter from others: its own text before anything about it. */
import type { Chapter, FullRecord } from '../operations.generated.ts'

const LONGEST = 150
/** Headings, prefaces and notes tell about the text. */
const OWN = new Set(['verse', 'prose'])

type Paragraphs = NonNullable<FullRecord['text']>

/** Of the chapter when one is open; else of the record, whose contents stand for the text of a work in chapters. */
export function descriptionOf(record: FullRecord, chapter: Chapter | null): string {
  if (chapter) return shortened(textOf(chapter.paragraphs) || chapter.title)
  const contents = record.chapters.slice(0, LONGEST).map(({ title }) => title)
  return shortened(record.abstract ?? (textOf(record.text ?? []) || contents.join('、')))
}

function textOf(paragraphs: Paragraphs): string {
  const own = paragraphs.filter(({ kind }) => OWN.has(kind))
  return (own.length > 0 ? own : paragraphs).map(({ text }) => text).join('')
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()]
  if (characters.length <= LONGEST) return characters.join('')
  return `${characters.slice(0, LONGEST - 1).join('')}…`
}
