/** Poems that stand alone and, as a chapter that was found, in a larger work. */

import type { DocTokens } from '../analysis/document.ts'
import type { SearchDoc } from '../contract.ts'
import type { Ladder } from '../query/ladder.ts'
import { insidePart, isLine, kinClause, MOST_KIN_CHAPTERS } from '../query/parts.ts'
import { matches } from './match.ts'
import { analysedParts } from './parts.ts'

/** Ids of records that carry the title of a chapter with all the words, whatever words they have themselves. */
export function kinOf(
  ladder: Ladder,
  records: readonly { readonly doc: SearchDoc; readonly tokens: DocTokens }[],
): ReadonlySet<string> {
  if (!isLine(ladder)) return new Set()
  const line = insidePart(ladder.all)
  if (line.type === 'all') return new Set()
  const titles = records.flatMap(({ doc }) =>
    analysedParts(doc).flatMap(({ title, tokens }) => (matches(line, tokens) ? [title] : [])),
  )
  const titled = kinClause(titles.slice(0, MOST_KIN_CHAPTERS + 1))
  return new Set(records.filter(({ tokens }) => matches(titled, tokens)).map(({ doc }) => doc.id))
}
