// Lines of a text that can be named one by one: the verses of verse, else whole paragraphs.
import { verseId, versesBefore, versesOf, type VerseParagraph } from './verse.ts'

export interface Line {
  /** Id on the page of the record, such as `v2`; paragraphs that are no verse are `p1` and on, counted with all others. */
  readonly id: string
  readonly text: string
}

/** Whether it has the form of an id. */
export function isLineId(text: string): boolean {
  return /^[vp][1-9]\d{0,4}$/.test(text)
}

/** In their order; what is empty is no line. */
export function linesOf(paragraphs: readonly VerseParagraph[]): readonly Line[] {
  const before = versesBefore(paragraphs)
  return paragraphs
    .flatMap(({ text, kind }, i) =>
      kind === 'verse'
        ? versesOf(text).map((verse, k) => ({ id: verseId((before[i] ?? 0) + k + 1), text: verse.trim() }))
        : [{ id: `p${i + 1}`, text: text.trim() }],
    )
    .filter(({ text }) => text !== '')
}
