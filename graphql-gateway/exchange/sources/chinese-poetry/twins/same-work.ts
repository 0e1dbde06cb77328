// Whether two texts that the package gives are one work: the rule alone, over texts made comparable before.
import { align } from '@shuxiang/search/collation'
import { foldCodePoint } from '@shuxiang/search/fold'

/** A text as far as it tells works apart. */
export interface Comparable {
  /** As the catalogue writes it, without an age: the complete works of two dynasties share some poets. */
  readonly author: string
  /** Its own, without the group it stands in. */
  readonly title: string
  /** Where it stands: the collection and the title printed there, with its number in a series. */
  readonly stands: string
  /** A lyric without a title of its own: the tune and the author are all that its neighbours have in common too. */
  readonly tuneOnly: boolean
  /** Clauses without marks, notes and gaps, every character in its folded form. */
  readonly clauses: readonly string[]
}

/** How alike two texts of one author must be; below it stand poems that answer or rewrite one another. */
const alike = 0.75
/** Of two authors: one text in two editions, no borrowed line and no answer in the same rhymes. */
const alikeOfTwo = 0.85
/** A shorter text says too little: two different fragments may have it, and so has a note that the poem is lost. */
export const tellingLength = 8

const separator = '|'
const separators = new Set('，。？！；：、,.?!;:')
/** What a code point becomes: a separator, nothing, or its folded form. Read 30 million times. */
const readings: string[] = []

function readingOf(codePoint: number): string {
  const char = String.fromCodePoint(codePoint)
  if (separators.has(char) || /\s/u.test(char)) return separator
  // A gap that the package could not read is no character.
  if (!/\p{Script=Han}/u.test(char)) return ''
  return foldCodePoint(codePoint)
    .map((folded) => folded.char)
    .join('')
}

/** Clauses in folded characters, without notes in brackets, which may run over several lines of the package. */
export function foldedClauses(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n')
  const found: string[] = []
  let clause = ''
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i) ?? 0
    if (codePoint > 0xffff) i++
    if (codePoint === 0xff08 || codePoint === 0x28) i = closing(text, i)
    const reading = (readings[codePoint] ??= readingOf(codePoint))
    if (reading !== separator) clause += reading
    else if (clause !== '') {
      found.push(clause)
      clause = ''
    }
  }
  if (clause !== '') found.push(clause)
  return found
}

/** A bracket that nothing closes within this length is a slip of the package. */
const longestNote = 400

function closing(text: string, from: number): number {
  const end = text.slice(from, from + longestNote).search(/[）)]/u)
  return end < 0 ? from : from + end
}

/** Two texts of one author that begin or end alike and differ in little. */
export function sameWork(a: Comparable, b: Comparable): boolean {
  if (a.author !== b.author || neighbours(a, b)) return false
  const [textA, textB] = [a.clauses.join(''), b.clauses.join('')]
  if (textA.length < tellingLength || textB.length < tellingLength) return false
  if (textA === textB) return true
  const meet = a.clauses[0] === b.clauses[0] || a.clauses.at(-1) === b.clauses.at(-1)
  return meet && dice(textA, textB) >= alike
}

/** Under two names: the same text from its first clause to its last, but for the slips of editions. */
export function sameText(a: Comparable, b: Comparable): boolean {
  if (a.author === b.author) return false
  const [textA, textB] = [a.clauses.join(''), b.clauses.join('')]
  const enough = textA.length >= tellingLength && textB.length >= tellingLength
  return (
    enough &&
    a.clauses[0] === b.clauses[0] &&
    a.clauses.at(-1) === b.clauses.at(-1) &&
    (textA === textB || dice(textA, textB) >= alikeOfTwo)
  )
}

/** Part of the letters that may differ where neither beginning nor end is the same, of one author and of two. */
const differOfOne = 0.2
const differOfTwo = 0.08
/** Letters of a text that is compared so: of shorter ones a play on the words differs as little. */
const comparedLetters = 20

/** Whole texts laid beside each other letter by letter, whatever clause of them differs. */
export function sameLetters(a: Comparable, b: Comparable): boolean {
  if (neighbours(a, b)) return false
  const [textA, textB] = [a.clauses.join(''), b.clauses.join('')]
  const shorter = Math.min(textA.length, textB.length)
  if (shorter < comparedLetters) return false
  const most = Math.floor(shorter * (a.author === b.author ? differOfOne : differOfTwo))
  if (Math.abs(textA.length - textB.length) > most) return false
  return align(Array.from(textA), Array.from(textB), most) !== null
}

/**
 * Two of one series, which an author may well have begun and ended alike: `出塞 一` and `出塞 二`, or the songs of one
 * dance. Another collection, or a group of songs, may count the same series in another way.
 */
export function neighbours(a: Comparable, b: Comparable): boolean {
  if (a.author !== b.author) return false
  if (a.stands === b.stands) return a.tuneOnly && a.clauses.join('') !== b.clauses.join('')
  const [one, other] = [numbered(a.stands), numbered(b.stands)]
  return one !== other && one.replace(numbers, '#') === other.replace(numbers, '#')
}

const numbers = /[〇○零一二三四五六七八九十百千]+/gu

/** How many poems a series has is no number in it: `舞馬詞六首 三` is `舞馬詞 三`. */
function numbered(title: string): string {
  return title
    .replace(/[〇○零一二三四五六七八九十百千]+[首章絕绝篇阕闋]/gu, '')
    .replace(/[其之第\s（）()・·]/gu, '')
}

/** Twice the pairs of neighbouring characters that two texts share, by all they have: 0 to 1. */
export function dice(a: string, b: string): number {
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2)
    const left = pairs.get(pair) ?? 0
    if (left === 0) continue
    shared++
    pairs.set(pair, left - 1)
  }
  const all = Math.max(a.length - 1, 0) + Math.max(b.length - 1, 0)
  return all === 0 ? 0 : (2 * shared) / all
}
