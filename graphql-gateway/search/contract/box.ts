/** What the language of the search box offers beside searching: found words marked, and the reading told. */

import type { TextRun } from './answer.ts'
import type { QueryField, QueryNode } from './request.ts'

export interface HighlightOptions {
  /** Longest piece returned, in UTF-16 units. */
  readonly maxLength: number
  /** How many UTF-16 units the piece has before the first found word, where that is not near the beginning: of a few lines on a phone the first must have it. Absent: as many as fit. */
  readonly mostBefore?: number
  /** Which field the text is; words asked for in another field are then not marked. */
  readonly field?: QueryField
}

/** A piece of the reading, in order; `text` and `field` belong to what is looked for. */
export type ReadingPiece =
  | { readonly type: 'term' | 'phrase' | 'prefix'; readonly field: QueryField; readonly text: string }
  | { readonly type: 'and' | 'or' | 'not' | 'open' | 'close' }

/** How a box with signs was read. */
export interface Reading {
  readonly pieces: readonly ReadingPiece[]
  /** What to type to look for the words and signs as they stand. */
  readonly literal: string
}

/** The language of the search box; `parseBox`, `highlight` and `readingOf` of this package are one. */
export interface BoxLanguage {
  parseBox(text: string): QueryNode
  /** Marks what a parsed query finds in a text. */
  highlight(query: QueryNode, text: string, options: HighlightOptions): readonly TextRun[]
  /** Null for plain words, and for a text without any. */
  readingOf(text: string): Reading | null
}
