/** Puts found records in the order of the request. */

import { wholeKey } from '../analysis/tokens.ts'
import type { QueryNode, SortOrder, SortWord } from '../contract.ts'
import { combine, leafClause, type Clause } from '../query/clause.ts'
import type { Ladder } from '../query/ladder.ts'
import { positiveLeaves } from '../query/leaves.ts'
import { highest, sliceOf, type Order, type Slice, type Sliced } from './best.ts'
import { NO_DATE, type DocColumns } from './doc-columns.ts'
import { EMPTY_SET, type DocSet } from './doc-set.ts'
import { coveringQuery } from './fts-query.ts'
import type { Checkpoint, FtsReader } from './fts-reader.ts'
import { readKeys } from './named-values.ts'
import type { Scratch } from './scratch.ts'
import type { State } from './state.ts'

/**
 * bm25 costs more than a microsecond a record, so a broad word is ranked in two steps: what is cheap to know
 * (whole title, title, creator, popularity) picks this many, bm25 orders them, the others follow.
 */
const RANKED_IN_FULL = 1_000
/** Beyond this many matches even finding the picked ones inside FTS5 is too dear. */
const RANKED_AT_ALL = 120_000

const WHOLE_TITLE = 12
const WHOLE_CREATOR = 8
const TITLE_BEGINS = 3
const IN_TITLE = 4
const IN_CREATOR = 3
const POPULARITY = 4
/** What comes before everything else, by marks in the scratch. */
const EXACT = 2
const KIN = 1
/** Lifts the records ranked in full above those that are not. */
const PICKED = 1_000

/** Everything a ranking needs to know about what was found. */
export interface Ranking {
  readonly query: QueryNode
  readonly ladder: Ladder
  readonly exact: DocSet
  /** Comes after those and before all others. */
  readonly kin: DocSet
  /** True when the finding step has left its scores in the scratch. */
  readonly scored: boolean
}

/** A slice of the found records, with their scores when the order is by relevance. */
export function rank(
  found: DocSet,
  slice: Slice,
  sort: SortOrder,
  ranking: Ranking,
  { columns, names }: State,
  reader: FtsReader,
  scratch: Scratch,
  checkpoint: Checkpoint,
): Sliced {
  const { scores, exact } = scratch
  if (typeof sort !== 'string') {
    const keys = scratch.keysFor(columns.size)
    readKeys(found, names.numberOf(sort.by), columns, keys)
    return sliceOf(found, slice, byName(keys, sort.order === 'ascending' ? 1 : -1, columns))
  }
  if (sort !== 'relevance') return sliceOf(found, slice, sortOrder(sort, columns))
  if (!ranking.scored) addBoosts(ranking, scores, reader, checkpoint)
  for (let i = 0; i < found.length; i++) {
    const no = found[i] ?? 0
    scores[no] = (scores[no] ?? 0) + POPULARITY * columns.standing(no)
  }
  for (const no of ranking.kin) exact[no] = KIN
  for (const no of ranking.exact) exact[no] = EXACT
  const order = byScore(scores, exact, columns)
  if (!ranking.scored) addTextScores(found, order, ranking, scratch, reader, checkpoint)
  return sliceOf(found, slice, order)
}

function addTextScores(
  found: DocSet,
  order: Order,
  ranking: Ranking,
  scratch: Scratch,
  reader: FtsReader,
  checkpoint: Checkpoint,
): void {
  const { scores, keep } = scratch
  const query = coveringQuery(ranking.ladder.all) ?? coveringQuery(anyLeaf(ranking.query))
  if (query === null || found.length > RANKED_AT_ALL) return
  const picked = highest(found, RANKED_IN_FULL, scores, order)
  for (const no of picked) {
    keep[no] = 1
    if (found.length > RANKED_IN_FULL) scores[no] = (scores[no] ?? 0) + PICKED
  }
  checkpoint()
  reader.addScores(query, keep, scores, checkpoint)
}

function anyLeaf(query: QueryNode): Clause {
  return combine('or', positiveLeaves(query).map(leafClause))
}

/** What lifts a record above its mere words: a title that is the word, begins with it, holds it. */
function addBoosts(ranking: Ranking, scores: Float64Array, reader: FtsReader, checkpoint: Checkpoint): void {
  const add = (clause: Clause, boost: number): void => {
    const set = clause.type === 'none' ? EMPTY_SET : reader.find(clause, checkpoint)
    for (let i = 0; i < set.length; i++) scores[set[i] ?? 0] = (scores[set[i] ?? 0] ?? 0) + boost
  }
  for (const leaf of positiveLeaves(ranking.query).slice(0, 8)) {
    if (leaf.field !== 'any' && leaf.field !== 'title' && leaf.field !== 'creator') continue
    const key = wholeKey(leaf.text)
    if (key === '') continue
    if (leaf.field !== 'creator') {
      add(keyClause(`=${key}`, false), WHOLE_TITLE)
      add(keyClause(`=${key}`, true), TITLE_BEGINS)
      add(leafClause({ ...leaf, field: 'title' }), IN_TITLE)
    }
    if (leaf.field !== 'title') {
      add(keyClause(`@${key}`, false), WHOLE_CREATOR)
      add(leafClause({ ...leaf, field: 'creator' }), IN_CREATOR)
    }
  }
}

function keyClause(token: string, prefix: boolean): Clause {
  return { type: 'phrase', columns: ['keys'], tokens: [token], prefix }
}

/** Of works that are exactly what was asked for the best known comes first: their words tell them apart by chance. */
function byScore(scores: Float64Array, exact: Uint8Array, columns: DocColumns): Order {
  return (a, b) =>
    (exact[b] ?? 0) - (exact[a] ?? 0) ||
    (exact[a] === EXACT ? (columns.prior[b] ?? 0) - (columns.prior[a] ?? 0) : 0) ||
    (scores[b] ?? 0) - (scores[a] ?? 0) ||
    byPrior(a, b, columns)
}

function byPrior(a: number, b: number, columns: DocColumns): number {
  return (columns.prior[b] ?? 0) - (columns.prior[a] ?? 0) || columns.ids.compare(a, b)
}

function sortOrder(sort: Exclude<SortWord, 'relevance'>, columns: DocColumns): Order {
  switch (sort) {
    case 'title':
      return (a, b) => byTitle(a, b, columns) || columns.ids.compare(a, b)
    case 'oldest':
      return (a, b) => byDate(columns.date[a], columns.date[b], 1) || byPrior(a, b, columns)
    case 'newest':
      return (a, b) => byDate(columns.date[a], columns.date[b], -1) || byPrior(a, b, columns)
    case 'popular':
      return (a, b) => byPrior(a, b, columns)
  }
}

/** Undated records come last in either direction. */
function byDate(a: number | undefined, b: number | undefined, direction: 1 | -1): number {
  if (a === b) return 0
  if (a === NO_DATE || b === NO_DATE) return a === NO_DATE ? 1 : -1
  return direction * ((a ?? 0) - (b ?? 0))
}

/** Records without a title come last. */
function byTitle(a: number, b: number, { titles }: DocColumns): number {
  return Number(titles.isEmpty(a)) - Number(titles.isEmpty(b)) || titles.compare(a, b)
}

/** Records with nothing of the name come last in either direction. */
function byName(keys: Float64Array, direction: 1 | -1, columns: DocColumns): Order {
  return (a, b) => {
    const [one = NaN, other = NaN] = [keys[a], keys[b]]
    const missing = Number(Number.isNaN(one)) - Number(Number.isNaN(other))
    return missing || (one === other ? 0 : direction * (one - other)) || byPrior(a, b, columns)
  }
}
