/** The contract in the plainest way: a double for other packages' tests and the oracle for real engines. */

import { analyseDoc, textsOf, type DocTokens } from '../analysis/document.ts'
import { sortKey } from '../analysis/pinyin.ts'
import { ANALYSIS_VERSION } from '../analysis/version.ts'
import {
  LONGEST_MEANT,
  LONGEST_PREFIX,
  LONGEST_TEXT,
  type DateCounts,
  type SearchDoc,
  type SearchEngine,
  type SearchHit,
  type SearchRequest,
  type SearchResponse,
  type SortOrder,
} from '../contract.ts'
import { checkDoc, checkMeant, checkRequest, checkSuggestions } from '../query/bounds.ts'
import { DateCounter, dateKey, namedKey } from '../query/date-key.ts'
import { ladderOf } from '../query/ladder.ts'
import { chapterHits } from '../query/chapters.ts'
import { countFacets, passes } from './facets.ts'
import { findIn, missingWords, type Found, type Live } from './find.ts'
import { sourceOf } from './chapters.ts'
import { meantFrom } from './meant.ts'
import { suggestFrom } from './suggest.ts'

interface Stored {
  readonly rev: number
  /** Null after a removal. */
  readonly doc: SearchDoc | null
  readonly tokens: DocTokens | null
}

/** An engine that holds its records in memory and compares each with the query: exact, and slow beyond thousands. */
export function createMemoryEngine(): SearchEngine {
  const stored = new Map<string, Stored>()
  const seen = (scopes: SearchRequest['scopes']): readonly Live[] =>
    [...stored.values()].flatMap(({ doc, tokens }) => {
      const isSeen = scopes === null || doc?.scopes.some((scope) => scopes.includes(scope))
      return doc && tokens && isSeen ? [{ doc, tokens }] : []
    })

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
      const live = seen(request.scopes)
      const found = findIn(live, request)
      const kept = found.filter(({ doc }) => passes(doc, request))
      const sorted = kept.toSorted(order(request.sort))
      const from = placeAfter(sorted, request)
      const some = kept.every(({ hit }) => hit.tier === 'some')
      const missing = some ? missingWords(live, request) : []
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
          live.map(({ doc }) => doc),
        ),
        ...(missing.length > 0 ? { missing } : {}),
        filling: null,
      }
    },
    async suggest(prefix, { limit, scopes }, signal) {
      signal?.throwIfAborted()
      checkSuggestions({ limit, scopes })
      return suggestFrom(
        seen(scopes).map(({ doc }) => doc),
        prefix.slice(0, LONGEST_PREFIX),
        limit,
      )
    },
    async meant(text, wanted, signal) {
      signal?.throwIfAborted()
      checkMeant(wanted)
      return meantFrom(seen(wanted.scopes), text.slice(0, LONGEST_MEANT), wanted)
    },
    async stats() {
      return { kind: 'embedded', records: seen(null).length, analysis: ANALYSIS_VERSION, filling: null }
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

/** What a hit says of its chapters. */
function told(
  { query, chapters }: SearchRequest,
  doc: SearchDoc,
  tokens: DocTokens,
  tier: SearchHit['tier'],
): Pick<SearchHit, 'inside' | 'cutAt'> {
  if (!chapters) return {}
  const source = sourceOf(doc, tokens)
  const inside = source && chapterHits(source, query, ladderOf(query), tier, chapters)
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
  if (typeof sort !== 'string') {
    const direction = sort.order === 'ascending' ? 1 : -1
    return (a, b) => byKey(namedKey(a.doc, sort.by), namedKey(b.doc, sort.by), direction) || byPrior(a, b)
  }
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
      return (a, b) => byKey(dateKey(a.doc), dateKey(b.doc), 1) || byPrior(a, b)
    case 'newest':
      return (a, b) => byKey(dateKey(a.doc), dateKey(b.doc), -1) || byPrior(a, b)
    case 'popular':
      return byPrior
  }
}

/** Records without a key come last in either direction. */
function byKey(one: number | null, other: number | null, direction: 1 | -1): number {
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
