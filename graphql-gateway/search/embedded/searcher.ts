/** Answers one search request from the tables and the columns. */

import type { SearchHit, SearchRequest, SearchResponse } from '../contract.ts'
import { checkRequest } from '../query/bounds.ts'
import { combine } from '../query/clause.ts'
import { ladderOf, type Ladder } from '../query/ladder.ts'
import { EMPTY_SET, intersect, unite, type DocSet } from './doc-set.ts'
import { facetAnswer, filterAndCount } from './facet-terms.ts'
import type { Checkpoint, FtsReader } from './fts-reader.ts'
import { rank } from './ranker.ts'
import type { State } from './state.ts'

interface Found {
  readonly set: DocSet
  readonly exact: DocSet
  readonly tier: 'all' | 'some'
  /** Scores that finding gave already. */
  readonly known: Float64Array | null
}

/** Throws `QueryRefused` for a request outside its bounds, and what `checkpoint` throws. */
export function searchState(
  state: State,
  reader: FtsReader,
  request: SearchRequest,
  checkpoint: Checkpoint,
): SearchResponse {
  checkRequest(request)
  const ladder = ladderOf(request.query)
  const found = find(ladder, state, reader, checkpoint)
  const { kept, counts } = filterAndCount(found.set, request.filters, state.columns, state.terms)
  checkpoint()
  const ranking = { query: request.query, ladder, exact: found.exact, known: found.known }
  const wanted = request.size === 0 ? 0 : request.from + request.size
  const { numbers, scores } = rank(kept, wanted, request.sort, ranking, state.columns, reader, checkpoint)
  const exact = new Set(found.exact)
  const hits = numbers.slice(request.from).map((no): SearchHit => ({
    id: state.columns.ids[no] ?? '',
    score: scores[no] ?? 0,
    tier: exact.has(no) ? 'exact' : found.tier,
  }))
  return { hits, total: kept.length, facets: facetAnswer(request, counts, state.terms) }
}

function find(ladder: Ladder, state: State, reader: FtsReader, checkpoint: Checkpoint): Found {
  const exact = reader.find(ladder.exact, checkpoint)
  const set = unite(reader.find(ladder.all, checkpoint), exact)
  if (set.length > 0 || !ladder.some) return { set, exact, tier: 'all', known: null }
  const { units, least, required } = ladder.some
  const counts = new Uint8Array(state.columns.size)
  const scores = new Float64Array(state.columns.size)
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
  const near = withAtLeast(counts, least)
  const allowed =
    required.type === 'all' ? near : intersect(near, reader.find(combine('and', [required]), checkpoint))
  return { set: allowed, exact: EMPTY_SET, tier: 'some', known: scores }
}

function withAtLeast(counts: Uint8Array, least: number): DocSet {
  const set = new Uint32Array(counts.length)
  let size = 0
  for (let no = 0; no < counts.length; no++) if ((counts[no] ?? 0) >= least) set[size++] = no
  return set.subarray(0, size)
}
