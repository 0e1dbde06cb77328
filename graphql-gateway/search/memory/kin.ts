/** Poems that stand alone and, as a chapter that was found, in a larger work. */

import type { DocTokens } from '../analysis/document.ts'
import type { SearchDoc } from '../contract.ts'
import type { Ladder } from '../query/ladder.ts'
import { HEAD, insidePart, isLine, kinOf, MOST_KIN_CHAPTERS } from '../query/parts.ts'
import { matches } from './match.ts'
import { analysedParts } from './parts.ts'

/** Ids of the records that are a poem of which a chapter has all the words; see `kinOf`. */
export function findKin(
  ladder: Ladder,
  records: readonly { readonly doc: SearchDoc; readonly tokens: DocTokens }[],
): ReadonlySet<string> {
  const line = insidePart(ladder.all)
  if (!isLine(ladder) || line.type === 'all') return new Set()
  const chapters = records.flatMap(({ doc }) =>
    analysedParts(doc).flatMap(({ title, text, tokens }) =>
      matches(line, tokens) ? [{ title, head: text.slice(0, HEAD) }] : [],
    ),
  )
  const { titled, authored } = kinOf(chapters.slice(0, MOST_KIN_CHAPTERS + 1))
  const isKin = (tokens: DocTokens): boolean => {
    if (matches(titled, tokens) && matches(ladder.all, tokens)) return true
    if (!ladder.some || !matches(ladder.some.required, tokens)) return false
    const units = ladder.some.units.filter((unit) => matches(unit, tokens)).length
    if (matches(titled, tokens) && units >= ladder.some.least) return true
    return matches(authored, tokens) && units > 0
  }
  return new Set(records.filter(({ tokens }) => isKin(tokens)).map(({ doc }) => doc.id))
}
