/** Answers one search request from the tables and the columns. */

import {
  LONGEST_TEXT,
  type DateCounts,
  type SearchHit,
  type SearchRequest,
  type SearchResponse,
} from '../contract.ts'
import { checkRequest } from '../query/bounds.ts'
import { combine } from '../query/clause.ts'
import { DateCounter } from '../query/date-key.ts'
import { ladderOf, type Ladder } from '../query/ladder.ts'
import { insidePart, isLine, kinClause, partHits } from '../query/parts.ts'
import type { Slice } from './best.ts'
import { NO_DATE, type DocColumns } from './doc-columns.ts'
import { contains, EMPTY_SET, intersect, unite, type DocSet } from './doc-set.ts'
import { facetAnswer, filterAndCount } from './facet-terms.ts'
import type { Checkpoint, FtsReader } from './fts-reader.ts'
import type { PartStore } from './part-store.ts'
import { rank } from './ranker.ts'
import type { Scratch } from './scratch.ts'
import type { State } from './state.ts'

interface Found {
  readonly set: DocSet
  readonly exact: DocSet
  /** Poems that stand alone and, as a chapter that was found, in a larger work: they come first too. */
  readonly kin: DocSet
  /** Records that have all the words; the others of the set have some of them. */
  readonly all: DocSet
  /** True when finding has left scores in the scratch. */
  readonly scored: boolean
}

/** Throws `QueryRefused` for a request outside its bounds, and what `checkpoint` throws. */
export function searchState(
  state: State,
  reader: FtsReader,
  chapters: PartStore,
  request: SearchRequest,
  checkpoint: Checkpoint,
): Omit<SearchResponse, 'filling'> {
  checkRequest(request)
  const ladder = ladderOf(request.query)
  const scratch = state.scratch.cleared(state.columns.size)
  const found = find(ladder, state, reader, chapters, scratch, checkpoint)
  const { kept, counts } = filterAndCount(found.set, request.filters, state.columns, state.terms)
  checkpoint()
  const first = unite(found.exact, found.kin)
  const ranking = { query: request.query, ladder, exact: first, scored: found.scored }
  const slice = sliceWanted(request, kept, state)
  const { from, numbers } = rank(
    kept,
    slice,
    request.sort,
    ranking,
    state.columns,
    reader,
    scratch,
    checkpoint,
  )
  const exact = new Set(found.exact)
  const hits = numbers.map((no): SearchHit => {
    const tier = exact.has(no) ? 'exact' : contains(found.all, no) ? 'all' : 'some'
    const hit = { id: state.columns.ids[no] ?? '', score: scratch.scores[no] ?? 0, tier } as const
    return request.parts ? { ...hit, ...told(no, tier) } : hit
  })
  const dates = datesOf(kept, state.columns)
  return { hits, from, total: kept.length, dates, facets: facetAnswer(request, counts, state.terms) }

  /** What a hit says of its chapters. */
  function told(no: number, tier: SearchHit['tier']): Pick<SearchHit, 'inside' | 'cutAt'> {
    checkpoint()
    const source = request.parts ? chapters.source(no) : null
    const inside = source && request.parts && partHits(source, request.query, ladder, tier, request.parts)
    return { ...(inside ? { inside } : {}), ...(chapters.isCut(no) ? { cutAt: LONGEST_TEXT } : {}) }
  }
}

function datesOf(found: DocSet, columns: DocColumns): DateCounts {
  const counter = new DateCounter()
  for (let i = 0; i < found.length; i++) {
    const date = columns.date[found[i] ?? 0] ?? NO_DATE
    counter.add(date === NO_DATE ? null : date)
  }
  return counter.counts
}

/** The record that the request goes on behind, if it is still among those kept; else its place, where the next one stands now. */
function sliceWanted({ from, size, after }: SearchRequest, kept: DocSet, { columns }: State): Slice {
  if (!after) return { from, size, after: null }
  const no = kept.find((each) => columns.ids[each] === after.id)
  return { from: after.place, size, after: no ?? null }
}

function find(
  ladder: Ladder,
  state: State,
  reader: FtsReader,
  chapters: PartStore,
  { counts, scores }: Scratch,
  checkpoint: Checkpoint,
): Found {
  const exact = reader.find(ladder.exact, checkpoint)
  const all = unite(reader.find(ladder.all, checkpoint), exact)
  if (all.length > 0 || !ladder.some) {
    const kin = kinOf(ladder, all, reader, chapters, checkpoint)
    return { set: unite(all, kin), exact, kin, all, scored: false }
  }
  const { units, least, required } = ladder.some
  for (const unit of units) {
    const matching = reader.find(unit, checkpoint)
    // A rare word says more than a common one: inverse document frequency, as bm25 has it.
    const worth = Math.log1p((state.columns.count - matching.length + 0.5) / (matching.length + 0.5))
    for (let i = 0; i < matching.length; i++) {
      const no = matching[i] ?? 0
      counts[no] = (counts[no] ?? 0) + 1
      scores[no] = (scores[no] ?? 0) + worth
    }
  }
  const near = withAtLeast(counts.subarray(0, state.columns.size), least)
  const allowed =
    required.type === 'all' ? near : intersect(near, reader.find(combine('and', [required]), checkpoint))
  return { set: allowed, exact: EMPTY_SET, kin: EMPTY_SET, all: EMPTY_SET, scored: true }
}

/** See `kinClause`. */
function kinOf(
  ladder: Ladder,
  all: DocSet,
  reader: FtsReader,
  chapters: PartStore,
  checkpoint: Checkpoint,
): DocSet {
  if (!isLine(ladder)) return EMPTY_SET
  const titled = kinClause(chapters.titles(insidePart(ladder.all)))
  if (titled.type === 'none') return EMPTY_SET
  const whole = intersect(reader.find(titled, checkpoint), all)
  if (!ladder.some) return whole
  const { units, least, required } = ladder.some
  const counts = new Map<number, number>()
  for (const unit of units) {
    for (const no of reader.find(combine('and', [titled, unit, required]), checkpoint)) {
      counts.set(no, (counts.get(no) ?? 0) + 1)
    }
  }
  const near = [...counts].flatMap(([no, count]) => (count >= least ? [no] : []))
  return unite(whole, Uint32Array.from(near).sort())
}

function withAtLeast(counts: Uint8Array, least: number): DocSet {
  const set = new Uint32Array(counts.length)
  let size = 0
  for (let no = 0; no < counts.length; no++) if ((counts[no] ?? 0) >= least) set[size++] = no
  return set.subarray(0, size)
}
