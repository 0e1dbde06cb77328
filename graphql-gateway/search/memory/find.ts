/** Climbs the ladder of a query by comparing every record with it. */

import type { DocTokens } from '../analysis/document.ts'
import type { SearchDoc, SearchHit, SearchRequest } from '../contract.ts'
import { ladderOf, looseWords, type Ladder, type SomeWords } from '../query/ladder.ts'
import { passes } from './facets.ts'
import { findKin } from './kin.ts'
import { matches, strength } from './match.ts'

export interface Live {
  readonly doc: SearchDoc
  readonly tokens: DocTokens
}

export interface Found extends Live {
  readonly hit: SearchHit
  /** Stands alone and, as a chapter that was found, in a larger work. */
  readonly kin: boolean
}

/** The first step of the ladder with a record that the request lets pass; without one, the first with a record. */
export function findIn(live: readonly Live[], request: SearchRequest): readonly Found[] {
  const ladder = ladderOf(request.query)
  const shown = (found: readonly Found[]): boolean => found.some(({ doc }) => passes(doc, request))
  const strict = strictHits(live, ladder)
  if (shown(strict)) return strict
  const near = nearHits(live, ladder, shown)
  return shown(near) || strict.length === 0 ? near : strict
}

/** Words of the query that no record has which the request lets pass. */
export function missingWords(live: readonly Live[], request: SearchRequest): readonly string[] {
  return looseWords(request.query)
    .filter((leaf) => {
      const ladder = ladderOf(leaf)
      return !strictOf(live, ladder).some(({ doc }) => passes(doc, request))
    })
    .map(({ text }) => text)
}

function strictHits(live: readonly Live[], ladder: Ladder): readonly Found[] {
  const strict = strictOf(live, ladder)
  const kin = strict.length === 0 ? new Set<string>() : findKin(ladder, live)
  if (kin.size === 0) return strict
  const whole = new Set(strict.map(({ doc }) => doc.id))
  const near = someHits(live, ladder.some && { ...ladder.some, least: 1 }).filter(
    ({ doc }) => kin.has(doc.id) && !whole.has(doc.id),
  )
  return [...strict, ...near].map((found) => ({ ...found, kin: kin.has(found.doc.id) }))
}

function nearHits(
  live: readonly Live[],
  { some }: Ladder,
  shown: (found: readonly Found[]) => boolean,
): readonly Found[] {
  if (!some) return []
  let found = someHits(live, some)
  for (let number = some.least - 1; number >= some.fewest && !shown(found); number--) {
    found = someHits(live, { ...some, least: number })
  }
  return found
}

function someHits(live: readonly Live[], some: SomeWords | null): readonly Found[] {
  return some ? live.flatMap((one) => someHit(some, one)) : []
}

/** A whole title that sounds so is exact unless a better known work of that name goes before it. */
function strictOf(live: readonly Live[], ladder: Ladder): readonly Found[] {
  const { titles, names } = ladder.sounding
  const named = live.filter(({ tokens }) => matches(names, tokens))
  const best = named.reduce((most, { doc }) => Math.max(most, doc.prior), -Infinity)
  const isExact = ({ doc, tokens }: Live): boolean =>
    matches(ladder.exact, tokens) || (doc.prior >= best && matches(titles, tokens))
  return live.flatMap((one) => strictHit(ladder, one, isExact(one)))
}

function strictHit(ladder: Ladder, { doc, tokens }: Live, isExact: boolean): readonly Found[] {
  const tier = isExact ? 'exact' : matches(ladder.all, tokens) ? 'all' : null
  if (!tier) return []
  const score = strength(ladder.all, tokens) + strength(ladder.exact, tokens) + Math.log1p(doc.prior)
  return [{ doc, tokens, hit: { id: doc.id, score, tier }, kin: false }]
}

function someHit(some: SomeWords, { doc, tokens }: Live): readonly Found[] {
  if (!matches(some.required, tokens)) return []
  const units = some.units.filter((unit) => matches(unit, tokens))
  if (units.length < some.least) return []
  const score = units.reduce((sum, unit) => sum + strength(unit, tokens), 0) + Math.log1p(doc.prior)
  return [{ doc, tokens, hit: { id: doc.id, score, tier: 'some' }, kin: false }]
}
