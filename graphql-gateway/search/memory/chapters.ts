/** A record with its chapters, compared one by one. */

import { analyseDoc, analyseChapter, textsOf, type DocTokens } from '../analysis/document.ts'
import type { SearchDoc } from '../contract.ts'
import type { ChapterSource } from '../query/chapters.ts'
import { matches } from './match.ts'

/** The chapters of a record with the words of each. */
export function analysedChapters(doc: SearchDoc): readonly {
  readonly n: number
  readonly title: string
  readonly text: string
  readonly tokens: DocTokens
}[] {
  const none = analyseDoc({
    ...doc,
    title: [],
    creator: [],
    subject: [],
    identifiers: [],
    body: '',
    chapters: [],
  })
  return textsOf(doc).chapters.map((chapter) => ({
    ...chapter,
    tokens: { ...none, ...analyseChapter(chapter) },
  }))
}

/** Null for a record without chapters. */
export function sourceOf(doc: SearchDoc, tokens: DocTokens): ChapterSource | null {
  const chapters = analysedChapters(doc)
  if (chapters.length === 0) return null
  return {
    has: (clause) => matches(clause, tokens),
    matching: (clause) =>
      clause.type === 'all'
        ? []
        : chapters.filter((chapter) => matches(clause, chapter.tokens)).map(({ n }) => n),
    chapter: (wanted) => chapters.find(({ n }) => n === wanted) ?? { title: '', text: '' },
  }
}
