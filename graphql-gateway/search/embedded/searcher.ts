/** Answers one search request from the tables and the columns. */

import type { SearchHit, SearchRequest, SearchResponse } from '../contract.ts'
import { checkRequest } from '../query/bounds.ts'
import { combine } from '../query/clause.ts'
import { ladderOf, type Ladder } from '../query/ladder.ts'
import { EMPTY_SET, intersect, unite, type DocSet } from './doc-set.ts'
import { facetAnswer, filterAndCount } from './facet-terms.ts'
import type { Checkpoint, FtsReader } from './fts-reader.ts'
import { rank } from './ranker.ts'
import type { Scratch } from './scratch.ts'
import type { State } from './state.ts'

interface Found {
  readonly set: DocSet
  readonly exact: DocSet
  readonly tier: 'all' | 'some'
  /** True when finding has left scores in the scratch. */
  readonly scored: boolean
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
  const scratch = state.scratch.cleared(state.columns.size)
  const found = find(ladder, state, reader, scratch, checkpoint)
  const { kept, counts } = filterAndCount(found.set, request.filters, state.columns, state.terms)
  checkpoint()
  const ranking = { query: request.query, ladder, exact: found.exact, scored: found.scored }
  const wanted = request.size === 0 ? 0 : request.from + request.size
  const numbers = rank(kept, wanted, request.sort, ranking, state.columns, reader, scratch, checkpoint)
  const exact = new Set(found.exact)
  const hits = numbers.slice(request.from).map((no): SearchHit => ({
    id: state.columns.ids[no] ?? '',
    score: scratch.scores[no] ?? 0,
    tier: exact.has(no) ? 'exact' : found.tier,
  }))
  return { hits, total: kept.length, facets: facetAnswer(request, counts, state.terms) }
}

function find(
  ladder: Ladder,
  state: State,
  reader: FtsReader,
  { counts, scores }: Scratch,
  checkpoint: Checkpoint,
): Found {
  const exact = reader.find(ladder.exact, checkpoint)
  const set = unite(reader.find(ladder.all, checkpoint), exact)
  if (set.length > 0 || !ladder.some) return { set, exact, tier: 'all', scored: false }
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
  return { set: allowed, exact: EMPTY_SET, tier: 'some', scored: true }
}

function withAtLeast(counts: Uint8Array, least: number): DocSet {
  const set = new Uint32Array(counts.length)
  let size = 0
  for (let no = 0; no < counts.length; no++) if ((counts[no] ?? 0) >= least) set[size++] = no
  return set.subarray(0, size)
}
