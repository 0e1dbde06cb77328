/** A record with its chapters, compared one by one. */

import { analyseDoc, analysePart, textsOf, type DocTokens } from '../analysis/document.ts'
import type { SearchDoc } from '../contract.ts'
import type { PartSource } from '../query/parts.ts'
import { matches } from './match.ts'

/** The chapters of a record with the words of each. */
export function analysedParts(doc: SearchDoc): readonly {
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
    parts: [],
  })
  return textsOf(doc).parts.map((part) => ({ ...part, tokens: { ...none, ...analysePart(part) } }))
}

/** Null for a record without chapters. */
export function sourceOf(doc: SearchDoc, tokens: DocTokens): PartSource | null {
  const parts = analysedParts(doc)
  if (parts.length === 0) return null
  return {
    has: (clause) => matches(clause, tokens),
    matching: (clause) =>
      clause.type === 'all' ? [] : parts.filter((part) => matches(clause, part.tokens)).map(({ n }) => n),
    part: (wanted) => parts.find(({ n }) => n === wanted) ?? { title: '', text: '' },
  }
}
