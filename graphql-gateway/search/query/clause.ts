/** A query in terms of token columns: what a `QueryNode` means to every engine. */

import type { Column } from '../analysis/document.ts'
import { identifierKey } from '../analysis/identifier.ts'
import { scanRuns, type Run } from '../analysis/scan.ts'
import { readSyllables } from '../analysis/syllables.ts'
import { typedWords } from '../analysis/typed-pinyin.ts'
import { runTokens, singleChars } from '../analysis/tokens.ts'
import type { QueryField, QueryNode } from '../contract.ts'
import { atomsOf, type QuotationClause } from './quotation.ts'

/** `phrase`: the tokens one after the other inside one of the columns; `prefix` leaves the last one open. */
export type Clause =
  | { readonly type: 'all' | 'none' }
  | { readonly type: 'and' | 'or'; readonly clauses: readonly Clause[] }
  | { readonly type: 'not'; readonly clause: Clause }
  | PhraseClause
  | QuotationClause

export interface PhraseClause {
  readonly type: 'phrase'
  readonly columns: readonly Column[]
  readonly tokens: readonly string[]
  readonly prefix: boolean
}

/** A leaf names no more tokens than this; what follows does not narrow the answer further. */
const MOST_TOKENS = 64

const TEXT_COLUMNS: Readonly<Record<QueryField, readonly Column[]>> = {
  any: ['title', 'creator', 'subject', 'body'],
  title: ['title'],
  creator: ['creator'],
  subject: ['subject'],
  body: ['body'],
  identifier: [],
}

/** One-character words live in short fields only: in a body nearly every record has every character. */
const CHAR_COLUMNS: Readonly<Record<QueryField, readonly Column[]>> = {
  any: ['titleChars', 'creatorChars', 'subjectChars'],
  title: ['titleChars'],
  creator: ['creatorChars'],
  subject: ['subjectChars'],
  body: ['body'],
  identifier: [],
}

const PINYIN_COLUMNS: Readonly<Record<QueryField, readonly Column[]>> = {
  any: ['titlePinyin', 'creatorPinyin'],
  title: ['titlePinyin'],
  creator: ['creatorPinyin'],
  subject: [],
  body: [],
  identifier: [],
}

export type Leaf = Extract<QueryNode, { readonly field: QueryField }>

/** The clause of a whole query. A leaf without a single letter matches nothing. */
export function clauseOf(node: QueryNode): Clause {
  switch (node.type) {
    case 'all':
      return { type: 'all' }
    case 'and':
    case 'or':
      return combine(node.type, node.nodes.map(clauseOf))
    case 'not':
      return { type: 'not', clause: clauseOf(node.node) }
    case 'term':
    case 'phrase':
    case 'prefix':
      return leafClause(node)
  }
}

/** The clause of one leaf: its words, or the same letters read as an identifier or as pinyin. */
export function leafClause(leaf: Leaf): Clause {
  const runs = scanRuns(leaf.text)
  const ways: Clause[] = []
  if (leaf.field !== 'identifier') {
    ways.push(leaf.type === 'phrase' ? adjacent(leaf, runs) : everyRun(leaf, runs), ...pinyinWays(leaf))
  }
  if (leaf.field === 'identifier' || leaf.field === 'any') ways.push(...identifierWay(leaf))
  return combine('or', ways)
}

/** `and` of nothing is everything and `or` of nothing is nothing; one clause needs no frame. */
export function combine(type: 'and' | 'or', clauses: readonly Clause[]): Clause {
  const neutral = type === 'and' ? 'all' : 'none'
  const absorbing = type === 'and' ? 'none' : 'all'
  if (clauses.some((clause) => clause.type === absorbing)) return { type: absorbing }
  const rest = clauses.filter((clause) => clause.type !== neutral)
  const [first] = rest
  if (!first) return { type: neutral }
  return rest.length === 1 ? first : { type, clauses: rest }
}

function phrase(columns: readonly Column[], tokens: readonly string[], prefix = false): Clause {
  if (columns.length === 0 || tokens.length === 0) return { type: 'none' }
  return { type: 'phrase', columns, tokens: tokens.slice(0, MOST_TOKENS), prefix }
}

/**
 * Every run somewhere in the record. A lone character beside longer runs is left out (第 of 第1章): it is
 * searchable in short fields only and would lose records that have the rest.
 */
function everyRun(leaf: Leaf, runs: readonly Run[]): Clause {
  if (runs.length === 0) return { type: 'none' }
  const strong = runs.filter((run) => !isLoneChar(run))
  const used = strong.length === 0 ? runs : strong
  const clauses = used.slice(0, MOST_TOKENS).map((run, at) => {
    const open = leaf.type === 'prefix' && at === used.length - 1 && isOpenWord(run)
    if (goesOnAcrossMarks(run)) {
      const atoms = atomsOf([run]).slice(0, MOST_TOKENS)
      return { type: 'quotation', columns: TEXT_COLUMNS[leaf.field], atoms } as const
    }
    return phrase((isLoneChar(run) ? CHAR_COLUMNS : TEXT_COLUMNS)[leaf.field], runTokens(run), open)
  })
  return combine('and', clauses)
}

/** A quotation shorter than two verses of two characters has no comma that the reader may have left out. */
const SHORTEST_QUOTATION = 4
/** Of one character again and again (鹅鹅鹅, 错错错): a word is hardly written so, a verse is. */
const SHORTEST_REPEATED = 3

/** Readers leave out the marks of what they know by heart, and a word so long has none inside that matter. */
export function goesOnAcrossMarks({ kind, chars }: Run): boolean {
  if (kind !== 'cjk') return false
  const least = new Set(chars).size === 1 ? SHORTEST_REPEATED : SHORTEST_QUOTATION
  return chars.length >= least
}

function adjacent(leaf: Leaf, runs: readonly Run[]): Clause {
  const atoms = atomsOf(runs).slice(0, MOST_TOKENS)
  const han = atoms.filter(({ kind }) => kind === 'cjk').length
  if (han >= SHORTEST_QUOTATION || (han > 0 && runs.length > 1)) {
    return { type: 'quotation', columns: TEXT_COLUMNS[leaf.field], atoms }
  }
  const [only] = runs
  const columns = only && isLoneChar(only) ? CHAR_COLUMNS : TEXT_COLUMNS
  return phrase(columns[leaf.field], runs.flatMap(runTokens))
}

function isLoneChar(run: Run): boolean {
  return run.kind === 'cjk' && run.chars.length === 1
}

/** One letter opens half the dictionary; Han needs no opening, its pairs continue anywhere. */
function isOpenWord(run: Run): boolean {
  return run.kind === 'word' && run.chars.length >= 2
}

function identifierWay(leaf: Leaf): readonly Clause[] {
  const key = identifierKey(leaf.text)
  return key === '' ? [] : [phrase(['keys'], [`#${key}`])]
}

/**
 * Letters that read as at least two syllables also find what sounds so; one syllable finds too much. Words typed apart
 * may be a name and a title (`li bai jing ye si`): every way to divide them is tried.
 */
function pinyinWays(leaf: Leaf): readonly Clause[] {
  const columns = PINYIN_COLUMNS[leaf.field]
  if (leaf.type === 'prefix' || columns.length === 0) return []
  const words = typedWords(leaf.text).map(readSyllables)
  if (words.length === 0 || words.some((readings) => readings.length === 0)) return []
  const ways: Clause[] = []
  let phrases = 0
  for (const pieces of divisions(words, words.length > MOST_DIVIDED ? 1 : MOST_PIECES)) {
    const sounds = pieces.map((piece) => soundsSo(piece, columns))
    phrases += sounds.reduce((sum, sound) => sum + (sound.type === 'or' ? sound.clauses.length : 1), 0)
    if (ways.length > 0 && phrases > MOST_PHRASES) break
    ways.push(combine('and', sounds))
  }
  const han = singleChars(leaf.text).map((char) => phrase(CHAR_COLUMNS[leaf.field], [char]))
  return ways.map((way) => combine('and', [way, ...han]))
}

type Readings = readonly (readonly string[])[]

const MOST_READINGS = 8
/** Words that are divided, and into how many: a name, a title, and one thing more. */
const MOST_DIVIDED = 12
const MOST_PIECES = 3
/** Each phrase is looked up: syllables of many readings must not make hundreds. Divided in fewer ways then. */
const MOST_PHRASES = 48

function soundsSo(words: readonly Readings[], columns: readonly Column[]): Clause {
  return combine(
    'or',
    together(words).map((syllables) =>
      phrase(
        columns,
        syllables.map((one) => `~${one}`),
      ),
    ),
  )
}

/** Every way to read words one after the other, of two syllables at least. */
function together(words: readonly Readings[]): Readings {
  let readings: Readings = [[]]
  for (const own of words) {
    readings = readings.flatMap((head) => own.map((tail) => [...head, ...tail])).slice(0, MOST_READINGS)
  }
  return readings.filter((syllables) => syllables.length >= 2)
}

/** Every way to read a text that can only be pinyin, of two syllables at least; none where a Han character is in it. */
export function readingsOf(text: string): Readings {
  return /\p{Script=Han}/u.test(text) ? [] : together(typedWords(text).map(readSyllables))
}

/** The ways to divide a list into consecutive pieces, the fewest pieces first. */
function divisions<Item>(items: readonly Item[], most: number): readonly (readonly (readonly Item[])[])[] {
  const cuts = most > 1 ? items.slice(1).map((_, at) => at + 1) : []
  const divided = cuts.flatMap((cut) =>
    divisions(items.slice(cut), most - 1).map((rest) => [items.slice(0, cut), ...rest]),
  )
  return [[items], ...divided.toSorted((a, b) => a.length - b.length)]
}
