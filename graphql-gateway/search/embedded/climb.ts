/** Climbs the ladder of a query: the first step with a record that the filters pass is the answer. */

import type { SearchRequest } from '../contract.ts'
import { combine, type Clause } from '../query/clause.ts'
import { ladderOf, looseWords, type Ladder, type SomeWords, type Sounding } from '../query/ladder.ts'
import { insideChapter, isLine, kinOf } from '../query/chapters.ts'
import type { Admission } from './admission.ts'
import { EMPTY_SET, intersect, unite, type DocSet } from './doc-set.ts'
import { filterAndCount, type Filtered } from './facet-terms.ts'
import type { Checkpoint, FtsReader } from './fts-reader.ts'
import type { ChapterStore } from './chapter-store.ts'
import { withinRanges } from './named-values.ts'
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

/** What was found, and what of it the filters pass. */
export interface Kept extends Found, Filtered {}

/** What of a request narrows the records found. */
export type Wanted = Pick<SearchRequest, 'filters' | 'ranges'>

/** What one search reads and writes. */
export interface Ground {
  readonly state: State
  readonly reader: FtsReader
  readonly chapters: ChapterStore
  readonly scratch: Scratch
  /** What may be seen: nothing else is found, counted or told of. */
  readonly admission: Admission | null
  readonly checkpoint: Checkpoint
}

/**
 * The ladder is climbed by what a reader will see: a record with all the words that the filters hide must not
 * keep those with some of them away.
 */
export function climb(ladder: Ladder, wanted: Wanted, ground: Ground): Kept {
  const strict = filtered(findStrict(ladder, ground), wanted, ground)
  if (strict.kept.length > 0 || !ladder.some) return strict
  const near = findSome(ladder.some, wanted, ground)
  // With nothing to show in either step, the counts beside the list tell of the records with all the words.
  return near.kept.length > 0 || strict.set.length === 0 ? near : strict
}

/** True when a record has everything asked for and the filters pass it. */
export function findsAll(ladder: Ladder, wanted: Wanted, ground: Ground): boolean {
  return filtered(findStrict(ladder, ground), wanted, ground).kept.length > 0
}

/** Words of the query that no record has which may be seen and passes the filters. */
export function missingWords(request: SearchRequest, ground: Ground): readonly string[] {
  return looseWords(request.query)
    .filter((leaf) => !findsAll(ladderOf(leaf), request, ground))
    .map(({ text }) => text)
}

function filtered(found: Found, { filters, ranges }: Wanted, { state }: Ground): Kept {
  const { columns, terms, names } = state
  return {
    ...found,
    ...filterAndCount(withinRanges(found.set, ranges, columns, names), filters, columns, terms),
  }
}

/** Those of the set that may be seen. */
function seen(set: DocSet, { admission }: Ground): DocSet {
  return admission === null ? set : admission.of(set)
}

function findStrict(ladder: Ladder, ground: Ground): Found {
  const { reader, checkpoint } = ground
  const written = seen(reader.find(ladder.exact, checkpoint), ground)
  const exact = unite(written, findSounding(ladder.sounding, ground))
  const all = unite(seen(reader.find(ladder.all, checkpoint), ground), exact)
  const kin = all.length === 0 ? EMPTY_SET : findKin(ladder, all, ground)
  return { set: unite(all, kin), exact, kin, all, scored: false }
}

/** Whole titles that sound so, but for those that a better known work of that name goes before. */
function findSounding({ titles, names }: Sounding, ground: Ground): DocSet {
  const { state, reader, checkpoint } = ground
  const titled = seen(reader.find(titles, checkpoint), ground)
  if (titled.length === 0) return titled
  const prior = (no: number): number => state.columns.prior[no] ?? 0
  const named = seen(reader.find(names, checkpoint), ground)
  const best = named.reduce((most, no) => Math.max(most, prior(no)), -Infinity)
  return titled.filter((no) => prior(no) >= best)
}

export function findSome(
  { units, least, fewest, required }: SomeWords,
  wanted: Wanted,
  ground: Ground,
): Kept {
  const { state, reader, checkpoint } = ground
  const { counts, scores } = ground.scratch
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
  const allowed = required.type === 'all' ? null : reader.find(combine('and', [required]), checkpoint)
  const near = withAtLeast(counts, state.columns.size, fewest)
  const reachable = seen(allowed ? intersect(near, allowed) : near, ground)
  const having = (number: number): Kept => {
    const set = reachable.filter((no) => (counts[no] ?? 0) >= number)
    return filtered({ set, exact: EMPTY_SET, kin: EMPTY_SET, all: EMPTY_SET, scored: true }, wanted, ground)
  }
  let found = having(least)
  for (let number = least - 1; number >= fewest && found.kept.length === 0; number--) found = having(number)
  return found
}

/** Poems that stand alone and in a larger work that was found; see `kinOf`. */
function findKin(ladder: Ladder, all: DocSet, ground: Ground): DocSet {
  const { reader, chapters, checkpoint, admission } = ground
  if (!isLine(ladder)) return EMPTY_SET
  const { titled, authored, byAuthor } = kinOf(chapters.chapters(insideChapter(ladder.all), admission))
  if (titled.type === 'none') return EMPTY_SET
  const whole = intersect(reader.find(titled, checkpoint), all)
  if (!ladder.some) return whole
  const { units, least, fewest, required } = ladder.some
  const sharing = (of: Clause, number: number): DocSet => {
    const counts = new Map<number, number>()
    for (const unit of units) {
      for (const no of reader.find(combine('and', [of, unit, required]), checkpoint)) {
        counts.set(no, (counts.get(no) ?? 0) + 1)
      }
    }
    return Uint32Array.from([...counts].flatMap(([no, count]) => (count >= number ? [no] : []))).sort()
  }
  const same = reader.find(combine('and', [authored, combine('or', units), required]), checkpoint)
  const kin = seen(unite(unite(whole, same), sharing(titled, fewest)), ground)
  return kin.length > 0 ? kin : seen(sharing(byAuthor, least), ground)
}

/**
 * The records below `size` that have `least` or more. Nearly all have none, so that four counts are looked at together:
 * a quarter of the time.
 */
function withAtLeast(counts: Uint8Array<ArrayBuffer>, size: number, least: number): DocSet {
  const fours = new Uint32Array(counts.buffer, counts.byteOffset, (size + 3) >> 2)
  const set: number[] = []
  for (let four = 0; four < fours.length; four++) {
    if (fours[four] === 0) continue
    for (let no = four * 4; no < four * 4 + 4; no++) if ((counts[no] ?? 0) >= least) set.push(no)
  }
  return Uint32Array.from(set)
}
