/** What may be near a typed word: by sound and by beginning in the sorted keys, by its pairs in the tables. */

import type { Column } from '../analysis/document.ts'
import type { Meant, MeantWanted, Suggestion } from '../contract.ts'
import type { Clause } from '../query/clause.ts'
import { ladderOf } from '../query/ladder.ts'
import { whatIsMeant } from '../query/meant.ts'
import type { Known, TypedWord } from '../query/meant-word.ts'
import { linesNear, pairsOfLine } from '../query/meant-lines.ts'
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
  const units = unitsOf(word)
  if (units.length === 0) return []
  const ground = cleared()
  ground.checkpoint()
  const [least, fewest] = sharesOf(word)
  const { kept } = findSome({ units, least, fewest, required: { type: 'all' } }, wanted, ground)
  const { prior } = ground.state.columns
  const order = (a: number, b: number): number => (prior[b] ?? 0) - (prior[a] ?? 0) || a - b
  return highest(kept, MOST_RECORDS, ground.scratch.scores, order)
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
  return found
}

const SHORT_COLUMNS: readonly Column[] = ['titleChars', 'creatorChars']
const COLUMNS: readonly Column[] = ['title', 'creator', 'body']

/** What a record with something near the word shares with it: pairs of characters, of a word of two or three the characters. */
function unitsOf({ chars, han }: TypedWord): readonly Clause[] {
  if (!han) return []
  const columns = chars.length <= 3 ? SHORT_COLUMNS : COLUMNS
  const tokens =
    chars.length <= 3 ? chars : chars.slice(1).map((char, before) => (chars[before] ?? '') + char)
  return [...new Set(tokens)].map((token) => ({ type: 'phrase', columns, tokens: [token], prefix: false }))
}

/** How many of them at least: a wrong character spoils two pairs. */
function sharesOf({ chars: { length } }: TypedWord): readonly [least: number, fewest: number] {
  if (length <= 3) return [length - 1, length - 1]
  const pairs = length - 1
  return [Math.max(1, pairs - 2), Math.max(1, pairs - 2 - (length >= 5 ? 2 : 0))]
}
