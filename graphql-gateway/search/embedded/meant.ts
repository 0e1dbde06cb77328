/** What may be near a typed word: by sound and by beginning in the sorted keys, by its pairs in the tables. */

import type { Column } from '../analysis/document.ts'
import type { Meant, MeantWanted, Suggestion } from '../contract.ts'
import type { Clause } from '../query/clause.ts'
import { ladderOf } from '../query/ladder.ts'
import { whatIsMeant } from '../query/meant.ts'
import type { Known, TypedWord } from '../query/meant-word.ts'
import { linesNear, pairsOfLine } from '../query/meant-lines.ts'
import { oneSlipFrom } from '../query/one-slip.ts'
import { INITIALS } from '../query/suggestion.ts'
import { highest } from './best.ts'
import { findSome, findsAll, type Ground } from './climb.ts'
import type { SuggestIndex } from './suggest-index.ts'
import type { SuggestView } from './suggest-view.ts'

/** Keys that are looked at of one beginning. */
const MOST_KEYS = 4_000
/** Records that are looked at of those that share most with the word. */
const MOST_RECORDS = 200
/** Candidates of one word that are compared, the best known of them. */
const MOST_COMPARED = 3_000

/** Chapters whose lines are compared. */
const MOST_CHAPTERS = 12

/** Keys that are looked at of one way in which a beginning may be misspelt. */
const MOST_OF_SLIP = 100

const KEY = 0
const PINYIN = 1
const INITIAL = 2

/** What the meant texts are looked for in. */
export interface MeantGroundOf extends Omit<Ground, 'scratch'> {
  readonly view: SuggestView
  /** The text of an entry as it is shown. */
  readonly shown: (entry: number) => string
}

export function meantIn(text: string, wanted: MeantWanted, ground: MeantGroundOf): readonly Meant[] {
  const { state, view } = ground
  const { suggestions } = state
  const cleared = (): Ground => ({ ...ground, scratch: state.scratch.cleared(state.columns.size) })
  return whatIsMeant(text, wanted.limit, {
    finds: (query) => findsAll(ladderOf(query), wanted, cleared()),
    *candidates(word) {
      const entries = new Set<number>()
      for (const entry of keysNear(word, suggestions)) entries.add(entry)
      for (const record of sharing(word, wanted, cleared))
        for (const entry of state.columns.entries.get(record)) entries.add(entry)
      yield* chapterLines(word, ground)
      let compared = 0
      for (const entry of entries) {
        if (view.carried(entry).count === 0) continue
        if (++compared > MOST_COMPARED) return
        yield known(entry, suggestions, view, ground.shown)
      }
    },
  })
}

/** Records that share most with the word. */
function sharing(word: TypedWord, wanted: MeantWanted, cleared: () => Ground): readonly number[] {
  return sharedWith(word).flatMap((some) => {
    const ground = cleared()
    ground.checkpoint()
    const { kept } = findSome({ ...some, required: { type: 'all' } }, wanted, ground)
    const { prior } = ground.state.columns
    const order = (a: number, b: number): number => (prior[b] ?? 0) - (prior[a] ?? 0) || a - b
    return highest(kept, MOST_RECORDS, ground.scratch.scores, order)
  })
}

/** Lines of works in chapters: anthologies have poems in the words that everybody knows. */
function* chapterLines(
  word: TypedWord,
  { state, chapters, admission, checkpoint }: MeantGroundOf,
): Iterable<Known & { readonly weight: number }> {
  const pairs = pairsOfLine(word)
  if (pairs.length === 0) return
  checkpoint()
  for (const { record, text } of chapters.sharing(pairs, MOST_CHAPTERS, admission))
    yield* linesNear(text, state.columns.prior[record] ?? 0, word)
}

function known(
  entry: number,
  suggestions: SuggestIndex,
  view: SuggestView,
  shown: (entry: number) => string,
): Known & { readonly weight: number } {
  const kind: Suggestion['kind'] = suggestions.kind(entry)
  return {
    kind,
    key: suggestions.way(entry, KEY),
    pinyin: suggestions.way(entry, PINYIN),
    initials: suggestions.way(entry, INITIAL),
    weight: view.weight(entry),
    get text() {
      return shown(entry)
    },
  }
}

/** Entries of the same sound or the same initials, and those that begin as a misspelt word does. */
function keysNear(word: TypedWord, suggestions: SuggestIndex): ReadonlySet<number> {
  const found = new Set<number>()
  const take =
    (ways: readonly number[]) =>
    (entry: number, way: number): void => {
      if (ways.includes(way)) found.add(entry)
    }
  for (const sound of word.sounds) {
    suggestions.each(sound, true, MOST_KEYS, take([PINYIN]))
    if (!word.han) suggestions.each(INITIALS + sound, false, MOST_KEYS, take([INITIAL]))
  }
  if (word.han) return found
  const half = word.chars.slice(0, Math.ceil(word.chars.length / 2)).join('')
  if (half.length >= 3) suggestions.each(half, true, MOST_KEYS, take([KEY, PINYIN]))
  if (half.length >= 4)
    for (const start of oneSlipFrom(half)) suggestions.each(start, true, MOST_OF_SLIP, take([KEY, PINYIN]))
  return found
}

/** Characters of a word of which single ones are looked up, and the fewest of which pairs are. */
const SHORT = 4
const SHORT_COLUMNS: readonly Column[] = ['titleChars', 'creatorChars']
const COLUMNS: readonly Column[] = ['title', 'creator', 'body']

/** What records with something near the word share with it, and how much of that at least. */
interface Shared {
  readonly units: readonly Clause[]
  readonly least: number
  readonly fewest: number
}

/** Characters of a short word, whose pairs all go when two are exchanged; pairs of a longer one: a wrong character spoils two. */
function sharedWith({ chars, han }: TypedWord): readonly Shared[] {
  if (!han) return []
  const { length } = chars
  const unitsOf = (columns: readonly Column[], tokens: readonly string[]): readonly Clause[] =>
    [...new Set(tokens)].map((token) => ({ type: 'phrase', columns, tokens: [token], prefix: false }))
  const shared: Shared[] = []
  if (length <= SHORT)
    shared.push({ units: unitsOf(SHORT_COLUMNS, chars), least: length - 1, fewest: length - 1 })
  if (length >= SHORT) {
    const pairs = chars.slice(1).map((char, before) => (chars[before] ?? '') + char)
    const least = Math.max(1, length - 3)
    shared.push({
      units: unitsOf(COLUMNS, pairs),
      least,
      fewest: Math.max(1, least - (length > SHORT ? 2 : 0)),
    })
  }
  return shared
}
