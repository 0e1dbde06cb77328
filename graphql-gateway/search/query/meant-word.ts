/** One typed word beside something that is there: how far apart they are, and what to search for instead. */

import { simplified } from '../analysis/fold.ts'
import { syllablesOf } from '../analysis/pinyin.ts'
import { scanRuns } from '../analysis/scan.ts'
import { readSyllables } from '../analysis/syllables.ts'
import { typedBeginnings, typedWords } from '../analysis/typed-pinyin.ts'
import { wholeKey } from '../analysis/tokens.ts'
import type { Suggestion } from '../contract.ts'
import { editCosts } from './edit-cost.ts'
import { INITIALS, type ReadingKeys } from './suggestion.ts'

/** A word as it is compared. */
export interface TypedWord {
  readonly text: string
  /** Folded characters, without marks. */
  readonly chars: readonly string[]
  /** Han and other scripts without spaces; else letters. */
  readonly han: boolean
  /** How Han may be read, and the letters of what may be pinyin: joined syllables. */
  readonly sounds: readonly string[]
}

/** Something that is there: an entry of the suggestions. */
export interface Known extends ReadingKeys {
  readonly kind: Suggestion['kind']
  readonly text: string
  readonly key: string
}

/** How far it is from the word, and the words to search for. */
export interface Near {
  readonly cost: number
  readonly text: string
}

const LONGEST_WORD = 40
const SHORTEST_LETTERS = 2
/** Fewer letters are too much alike. */
const SHORTEST_MISSPELT = 5
/** Syllables of a line that is not typed to its end. */
const LEAST_SYLLABLES = 4

/** Initials fit many: they cost as much as a wrong letter. */
const BY_INITIALS = 1
const UNFINISHED = 0.4

/** Null for what is no word of a title, a name or a line: too short, too long, a mixture. */
export function typedWord(text: string): TypedWord | null {
  const runs = scanRuns(text)
  const chars = runs.flatMap((run) => run.chars)
  const han = runs.every(({ kind }) => kind === 'cjk')
  if (chars.length < 2 || chars.length > LONGEST_WORD || runs.length > 8) return null
  if (han) {
    const sounds = (['title', 'name', 'line'] as const).map((reading) => syllablesOf(text, reading).join(''))
    return { text, chars, han, sounds: [...new Set(sounds)].filter((sound) => sound !== '') }
  }
  if (runs.some(({ kind }) => kind === 'cjk')) return null
  const sounds = typedBeginnings(typedWords(text)).filter((letters) => letters.length >= SHORTEST_LETTERS)
  return { text, chars: [...wholeKey(text)], han, sounds }
}

/** The greatest cost that still is a slip: of two characters only one that sounds so, of many two or three. */
export function mostCost({ chars: { length }, han }: TypedWord): number {
  if (!han) return length < SHORTEST_MISSPELT ? 0 : length < 9 ? 1 : 2
  return length <= 2 ? 0.75 : length === 3 ? 1 : length === 4 ? 1.5 : length < 10 ? 2 : 3
}

/** The same of a name: of two characters a name with the first of them is near, whatever the second is. */
function mostCostOf(word: TypedWord, { kind, key }: Pick<Known, 'kind' | 'key'>): number {
  const most = mostCost(word)
  const twice = word.han && kind === 'creator' && word.chars.length === 2 && [...key].length === 2
  return twice && key.startsWith(word.chars[0] ?? '') ? Math.max(most, 1) : most
}

/** The greatest cost at which something may be clearly meant: two slips in a line of five leave room for another line. */
export function clearCost({ chars: { length }, han }: TypedWord): number {
  // Two initials fit hundreds of titles and names.
  if (!han) return length === 2 ? 0 : 2
  return length <= 2 ? 0.75 : length < 7 ? 1 : 2
}

/** Null when it is not near. */
export function nearness(word: TypedWord, known: Known): Near | null {
  const found = word.han ? nearHan(word, known) : nearLetters(word, known)
  return found && { cost: found.cost, text: asTyped(word, plain(found.text)) }
}

function nearHan(word: TypedWord, known: Known): Near | null {
  const chars = [...known.key]
  const most = mostCostOf(word, known)
  const costs = editCosts(word.chars, chars, most)
  if (known.kind === 'line') {
    return best(
      verseEnds(known.text).map(({ end, text }) => ({ cost: costs?.[end] ?? Infinity, text })),
      word,
    )
  }
  // A whole title knows better than its characters how they are read.
  const alike = chars.length === word.chars.length && word.sounds.includes(known.pinyin)
  const cost = Math.min(costs?.[chars.length] ?? Infinity, alike ? 0.5 : Infinity)
  return cost <= most ? { cost, text: known.text } : null
}

function nearLetters(word: TypedWord, known: Known): Near | null {
  const ways: Near[] = []
  const letters = word.sounds
  if (known.initials !== '' && letters.some((each) => known.initials === INITIALS + each))
    return { cost: BY_INITIALS, text: known.text }
  if (known.kind === 'line') return nearLineByPinyin(word, known)
  for (const written of [known.key, known.pinyin]) {
    const chars = [...written]
    if (chars.length < SHORTEST_MISSPELT) continue
    const cost = editCosts(
      word.chars.filter((char) => char !== '_' || written === known.key),
      chars,
      mostCost(word),
    )
    ways.push({ cost: cost?.[chars.length] ?? Infinity, text: known.text })
  }
  return best(ways, word)
}

/** The pinyin of a line to the end of a verse, or nearly so. */
function nearLineByPinyin({ sounds }: TypedWord, known: Known): Near | null {
  const typed = sounds.find((letters) => known.pinyin.startsWith(letters) || letters.startsWith(known.pinyin))
  if (typed === undefined) return null
  const syllables = readSyllables(typed)[0]?.length ?? 0
  if (syllables < LEAST_SYLLABLES) return null
  for (const { text } of verseEnds(known.text)) {
    const read = syllablesOf(text, 'line').join('')
    if (read === typed) return { cost: 0, text }
    if (read.startsWith(typed)) return { cost: UNFINISHED, text }
  }
  return null
}

function best(ways: readonly Near[], word: TypedWord): Near | null {
  const [first] = ways.filter(({ cost }) => cost <= mostCost(word)).toSorted((a, b) => a.cost - b.cost)
  return first ?? null
}

interface VerseEnd {
  /** Characters from the beginning of the line. */
  readonly end: number
  readonly text: string
}

/** Where the verses of a line end: whoever misremembers it stops at one of them. */
function verseEnds(line: string): readonly VerseEnd[] {
  let end = 0
  return scanRuns(line).map((run) => {
    end += run.chars.length
    return { end, text: line.slice(0, run.ends.at(-1)) }
  })
}

/** Words without marks: nothing in them is a sign of the search box. */
function plain(text: string): string {
  return text
    .replace(/[[\]［］〔〕【】〖〗]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** In simplified characters for whoever types those: the records are mostly in traditional ones. */
function asTyped({ text: typed, han }: TypedWord, text: string): string {
  const traditional = han && [...typed].some((char) => simplified(char) !== char)
  return traditional ? text : Array.from(text, simplified).join('')
}
