/** Poems that stand alone and, as a chapter that was found, in a larger work. */

import type { DocTokens } from '../analysis/document.ts'
import type { SearchDoc } from '../contract.ts'
import type { Ladder } from '../query/ladder.ts'
import { HEAD, insideChapter, isLine, kinOf, MOST_KIN_CHAPTERS } from '../query/chapters.ts'
import { matches } from './match.ts'
import { analysedChapters } from './chapters.ts'

/** Ids of the records that are a poem of which a chapter has all the words; see `kinOf`. */
export function findKin(
  ladder: Ladder,
  records: readonly { readonly doc: SearchDoc; readonly tokens: DocTokens }[],
): ReadonlySet<string> {
  const line = insideChapter(ladder.all)
  if (!isLine(ladder) || line.type === 'all') return new Set()
  const chapters = records.flatMap(({ doc }) =>
    analysedChapters(doc).flatMap(({ title, text, tokens }) =>
      matches(line, tokens) ? [{ title, head: text.slice(0, HEAD) }] : [],
    ),
  )
  const { titled, authored, byAuthor } = kinOf(chapters.slice(0, MOST_KIN_CHAPTERS + 1))
  const { some } = ladder
  const sharing = (tokens: DocTokens): number =>
    some && matches(some.required, tokens) ? some.units.filter((unit) => matches(unit, tokens)).length : 0
  const isKin = (tokens: DocTokens): boolean => {
    if (matches(titled, tokens) && matches(ladder.all, tokens)) return true
    const units = sharing(tokens)
    if (matches(titled, tokens) && some && units >= some.fewest) return true
    return matches(authored, tokens) && units > 0
  }
  const idsOf = (kept: (tokens: DocTokens) => boolean): ReadonlySet<string> =>
    new Set(records.filter(({ tokens }) => kept(tokens)).map(({ doc }) => doc.id))
  const kin = idsOf(isKin)
  if (kin.size > 0 || !some) return kin
  return idsOf((tokens) => matches(byAuthor, tokens) && sharing(tokens) >= some.least)
}
