/** The contract in the plainest way: a double for other packages' tests and the oracle for real engines. */

import { analyseDoc, textsOf, type DocTokens } from '../analysis/document.ts'
import { sortKey } from '../analysis/pinyin.ts'
import { ANALYSIS_VERSION } from '../analysis/version.ts'
import {
  LONGEST_TEXT,
  type DateCounts,
  type SearchDoc,
  type SearchEngine,
  type SearchHit,
  type SearchRequest,
  type SearchResponse,
  type SortOrder,
} from '../contract.ts'
import { checkDoc, checkLimit, checkRequest } from '../query/bounds.ts'
import { DateCounter, dateKey } from '../query/date-key.ts'
import { ladderOf, type Ladder, type SomeWords } from '../query/ladder.ts'
import { partHits } from '../query/parts.ts'
import { countFacets, passes } from './facets.ts'
import { findKin } from './kin.ts'
import { matches, strength } from './match.ts'
import { sourceOf } from './parts.ts'
import { suggestFrom } from './suggest.ts'

interface Stored {
  readonly rev: number
  /** Null after a removal. */
  readonly doc: SearchDoc | null
  readonly tokens: DocTokens | null
}

interface Found {
  readonly doc: SearchDoc
  readonly tokens: DocTokens
  readonly hit: SearchHit
  /** Stands alone and, as a chapter that was found, in a larger work. */
  readonly kin: boolean
}

/** An engine that holds its records in memory and compares each with the query: exact, and slow beyond thousands. */
export function createMemoryEngine(): SearchEngine {
  const stored = new Map<string, Stored>()
  const live = (): readonly { readonly doc: SearchDoc; readonly tokens: DocTokens }[] =>
    [...stored.values()].flatMap(({ doc, tokens }) => (doc && tokens ? [{ doc, tokens }] : []))

  /** The first step of the ladder with a record that passes the filters; without one, the first with a record. */
  const find = ({ query, filters }: SearchRequest): readonly Found[] => {
    const ladder = ladderOf(query)
    const shown = (found: readonly Found[]): boolean => found.some(({ doc }) => passes(doc, filters))
    const strict = strictHits(ladder)
    if (shown(strict)) return strict
    const near = nearHits(ladder, shown)
    return shown(near) || strict.length === 0 ? near : strict
  }

  const strictHits = (ladder: Ladder): readonly Found[] => {
    const strict = live().flatMap(({ doc, tokens }) => strictHit(ladder, doc, tokens))
    const kin = strict.length === 0 ? new Set<string>() : findKin(ladder, live())
    if (kin.size === 0) return strict
    const whole = new Set(strict.map(({ doc }) => doc.id))
    const near = someHits(ladder.some && { ...ladder.some, least: 1 }).filter(
      ({ doc }) => kin.has(doc.id) && !whole.has(doc.id),
    )
    return [...strict, ...near].map((found) => ({ ...found, kin: kin.has(found.doc.id) }))
  }

  const someHits = (some: SomeWords | null): readonly Found[] =>
    live().flatMap(({ doc, tokens }) => (some ? someHit(some, doc, tokens) : []))

  const nearHits = ({ some }: Ladder, shown: (found: readonly Found[]) => boolean): readonly Found[] => {
    if (!some) return []
    let found = someHits(some)
    for (let number = some.least - 1; number >= some.fewest && !shown(found); number--) {
      found = someHits({ ...some, least: number })
    }
    return found
  }

  return {
    async index(docs) {
      docs.forEach(checkDoc)
      for (const doc of docs) {
        const before = stored.get(doc.id)
        if (before && (before.doc ? doc.rev < before.rev : doc.rev <= before.rev)) continue
        stored.set(doc.id, { rev: doc.rev, doc, tokens: analyseDoc(doc) })
      }
    },
    async remove(refs) {
      for (const { id, rev } of refs) {
        if (rev >= (stored.get(id)?.rev ?? 0)) stored.set(id, { rev, doc: null, tokens: null })
      }
    },
    async refresh() {},
    async search(request, signal): Promise<SearchResponse> {
      signal?.throwIfAborted()
      checkRequest(request)
      const found = find(request)
      const kept = found.filter(({ doc }) => passes(doc, request.filters))
      const sorted = kept.toSorted(order(request.sort))
      const from = placeAfter(sorted, request)
      return {
        from,
        hits: sorted
          .slice(from, from + request.size)
          .map(({ doc, tokens, hit }) => ({ ...hit, ...told(request, doc, tokens, hit.tier) })),
        total: kept.length,
        dates: datesOf(kept.map(({ doc }) => doc)),
        facets: countFacets(
          request,
          found.map(({ doc }) => doc),
          live().map(({ doc }) => doc),
        ),
        filling: null,
      }
    },
    async suggest(prefix, limit, signal) {
      signal?.throwIfAborted()
      checkLimit(limit)
      return suggestFrom(
        live().map(({ doc }) => doc),
        prefix,
        limit,
      )
    },
    async stats() {
      return { kind: 'embedded', records: live().length, analysis: ANALYSIS_VERSION, filling: null }
    },
    async clear() {
      stored.clear()
    },
    async close() {},
  }
}

function placeAfter(sorted: readonly Found[], { from, after }: SearchRequest): number {
  if (!after) return from
  const place = sorted.findIndex(({ doc }) => doc.id === after.id)
  // Where a record went away the next one stands in its place.
  return place < 0 ? after.place : place + 1
}

function strictHit(ladder: Ladder, doc: SearchDoc, tokens: DocTokens): readonly Found[] {
  const tier = matches(ladder.exact, tokens) ? 'exact' : matches(ladder.all, tokens) ? 'all' : null
  if (!tier) return []
  const score = strength(ladder.all, tokens) + strength(ladder.exact, tokens) + Math.log1p(doc.prior)
  return [{ doc, tokens, hit: { id: doc.id, score, tier }, kin: false }]
}

function someHit(some: SomeWords, doc: SearchDoc, tokens: DocTokens): readonly Found[] {
  if (!matches(some.required, tokens)) return []
  const units = some.units.filter((unit) => matches(unit, tokens))
  if (units.length < some.least) return []
  const score = units.reduce((sum, unit) => sum + strength(unit, tokens), 0) + Math.log1p(doc.prior)
  return [{ doc, tokens, hit: { id: doc.id, score, tier: 'some' }, kin: false }]
}

/** What a hit says of its chapters. */
function told(
  { query, parts }: SearchRequest,
  doc: SearchDoc,
  tokens: DocTokens,
  tier: SearchHit['tier'],
): Pick<SearchHit, 'inside' | 'cutAt'> {
  if (!parts) return {}
  const source = sourceOf(doc, tokens)
  const inside = source && partHits(source, query, ladderOf(query), tier, parts)
  return { ...(inside ? { inside } : {}), ...(textsOf(doc).cut ? { cutAt: LONGEST_TEXT } : {}) }
}

/** Whole titles come first, then poems found through an anthology. */
function standing({ hit, kin }: Found): number {
  if (hit.tier === 'exact') return 0
  return kin ? 1 : hit.tier === 'all' ? 2 : 3
}

function order(sort: SortOrder): (a: Found, b: Found) => number {
  const byId = (a: Found, b: Found): number => (a.doc.id < b.doc.id ? -1 : 1)
  const byPrior = (a: Found, b: Found): number => b.doc.prior - a.doc.prior || byId(a, b)
  switch (sort) {
    case 'relevance':
      return (a, b) =>
        standing(a) - standing(b) ||
        (a.hit.tier === 'exact' ? b.doc.prior - a.doc.prior : 0) ||
        b.hit.score - a.hit.score ||
        byPrior(a, b)
    case 'title':
      return (a, b) => compareTitles(titleKey(a.doc), titleKey(b.doc)) || byId(a, b)
    case 'oldest':
      return (a, b) => byDate(a.doc, b.doc, 1) || byPrior(a, b)
    case 'newest':
      return (a, b) => byDate(a.doc, b.doc, -1) || byPrior(a, b)
    case 'popular':
      return byPrior
  }
}

/** Undated records come last in either direction. */
function byDate(a: SearchDoc, b: SearchDoc, direction: 1 | -1): number {
  const [one, other] = [dateKey(a), dateKey(b)]
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return direction * (one - other)
}

function datesOf(docs: readonly SearchDoc[]): DateCounts {
  const counter = new DateCounter()
  for (const doc of docs) counter.add(dateKey(doc))
  return counter.counts
}

function titleKey(doc: SearchDoc): string {
  return sortKey(doc.title[0] ?? '')
}

/** By code unit; records without a title come last. */
function compareTitles(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}
