/** Answers one search request from the tables and the columns. */

import {
  LONGEST_TEXT,
  type DateCounts,
  type SearchHit,
  type SearchRequest,
  type SearchResponse,
} from '../contract.ts'
import { checkRequest } from '../query/bounds.ts'
import { DateCounter } from '../query/date-key.ts'
import { ladderOf } from '../query/ladder.ts'
import { chapterHits } from '../query/chapters.ts'
import { admissionOf } from './admission.ts'
import type { Slice } from './best.ts'
import { NO_DATE, type DocColumns } from './doc-columns.ts'
import { climb, missingWords } from './climb.ts'
import { contains, type DocSet } from './doc-set.ts'
import { facetAnswer } from './facet-terms.ts'
import type { Checkpoint, FtsReader } from './fts-reader.ts'
import { bytesOf } from './lists.ts'
import type { ChapterStore } from './chapter-store.ts'
import { rank } from './ranker.ts'
import type { State } from './state.ts'

/** Throws `QueryRefused` for a request outside its bounds, and what `checkpoint` throws. */
export function searchState(
  state: State,
  reader: FtsReader,
  chapters: ChapterStore,
  request: SearchRequest,
  checkpoint: Checkpoint,
): Omit<SearchResponse, 'filling'> {
  checkRequest(request)
  const ladder = ladderOf(request.query)
  const scratch = state.scratch.cleared(state.columns.size)
  const admission = admissionOf(request.scopes, state.columns, state.scopes)
  const found = climb(ladder, request, { state, reader, chapters, scratch, admission, checkpoint })
  const { kept, counts } = found
  checkpoint()
  const { exact: titled, kin, scored } = found
  const ranking = { query: request.query, ladder, exact: titled, kin, scored }
  const slice = sliceWanted(request, kept, state)
  const { from, numbers } = rank(kept, slice, request.sort, ranking, state, reader, scratch, checkpoint)
  const exact = new Set(found.exact)
  const hits = numbers.map((no): SearchHit => {
    const tier = exact.has(no) ? 'exact' : contains(found.all, no) ? 'all' : 'some'
    const hit = { id: state.columns.ids.get(no), score: scratch.scores[no] ?? 0, tier } as const
    return request.chapters ? { ...hit, ...told(no, tier) } : hit
  })
  const dates = datesOf(kept, state.columns)
  const ground = { state, reader, chapters, scratch, admission, checkpoint }
  const missing = found.all.length > 0 && kept.length > 0 ? [] : missingWords(request, ground)
  return {
    hits,
    from,
    total: kept.length,
    dates,
    facets: facetAnswer(request, counts, state, admission),
    ...(missing.length > 0 ? { missing } : {}),
  }

  /** What a hit says of its chapters. */
  function told(no: number, tier: SearchHit['tier']): Pick<SearchHit, 'inside' | 'cutAt'> {
    checkpoint()
    const source = request.chapters ? chapters.source(no) : null
    const inside =
      source && request.chapters && chapterHits(source, request.query, ladder, tier, request.chapters)
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
  const id = bytesOf(after.id)
  const no = kept.find((each) => columns.ids.compareTo(each, id, false) === 0)
  return { from: after.place, size, after: no ?? null }
}
