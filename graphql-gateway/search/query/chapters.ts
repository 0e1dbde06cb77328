/** Which chapters of a work answer a query, and which poems are what such a chapter holds: one rule for all engines. */

import { CHAPTER_COLUMNS, type Column } from '../analysis/document.ts'
import { wholeKey } from '../analysis/tokens.ts'
import {
  SNIPPET_BEFORE,
  type ChapterHits,
  type ChaptersWanted,
  type QueryNode,
  type SearchHit,
} from '../contract.ts'
import { combine, leafClause, type Clause, type Leaf } from './clause.ts'
import { highlight } from './highlight.ts'
import type { Ladder, SomeWords } from './ladder.ts'
import { positiveLeaves } from './leaves.ts'

/** What a work says of itself; its subjects hold the titles of its chapters and are left out. */
const OWN_COLUMNS: readonly Column[] = [
  'title',
  'creator',
  'titleChars',
  'creatorChars',
  'titlePinyin',
  'creatorPinyin',
  'keys',
]

/** One work in chapters as an engine holds it. */
export interface ChapterSource {
  /** True when the work satisfies the clause. */
  has(clause: Clause): boolean
  /** Numbers of the chapters that satisfy the clause, in order. */
  matching(clause: Clause): readonly number[]
  /** A chapter as it was indexed. */
  chapter(n: number): { readonly title: string; readonly text: string }
}

/** The clause as far as chapters can answer it. */
export function insideChapter(clause: Clause): Clause {
  return within(clause, CHAPTER_COLUMNS)
}

/** The chapters of one hit; null when none has any of what was asked for. */
export function chapterHits(
  source: ChapterSource,
  query: QueryNode,
  ladder: Ladder,
  tier: SearchHit['tier'],
  wanted: ChaptersWanted,
): ChapterHits | null {
  const relaxed = tier === 'some' ? ladder.some : null
  const { numbers, own } = relaxed ? someMatching(source, relaxed) : allMatching(source, query)
  if (numbers.length === 0) return null
  const asked = new Set(positiveLeaves(query).map(({ text }) => wholeKey(text)))
  const titled = (n: number): boolean => titleKeys(source.chapter(n).title).some((key) => asked.has(key))
  const first = firstTitled(numbers, wanted.size, titled).map((n) => {
    const { title, text } = source.chapter(n)
    return {
      n,
      title,
      snippet: highlight(query, text, {
        maxLength: wanted.snippet,
        mostBefore: SNIPPET_BEFORE,
        field: 'body',
      }),
    }
  })
  return { total: numbers.length, first, leads: tier !== 'exact' && !own }
}

interface Matching {
  readonly numbers: readonly number[]
  /** True when the work's own title and creators answer the query. */
  readonly own: boolean
}

/** Chapters with everything that the work's title and creators do not say already; else those with most of it. */
function allMatching(source: ChapterSource, query: QueryNode): Matching {
  const own = new Set(
    positiveLeaves(query).filter((leaf) => source.has(within(leafClause(leaf), OWN_COLUMNS))),
  )
  const open = positiveLeaves(query).filter((leaf) => !own.has(leaf))
  const told = open.length > 0 ? own : new Set<Leaf>()
  const numbers = source.matching(treeClause(query, told))
  return {
    numbers:
      numbers.length > 0
        ? numbers
        : withMost(source, (open.length > 0 ? open : positiveLeaves(query)).map(leafClause)),
    own: satisfied(query, own),
  }
}

function someMatching(source: ChapterSource, { units, least }: SomeWords): Matching {
  const own = units.filter((unit) => source.has(within(unit, OWN_COLUMNS))).length
  return { numbers: withMost(source, units), own: own >= least }
}

function withMost(source: ChapterSource, clauses: readonly Clause[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const clause of clauses) {
    for (const n of source.matching(insideChapter(clause))) counts.set(n, (counts.get(n) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  return [...counts].flatMap(([n, count]) => (count === most ? [n] : [])).toSorted((a, b) => a - b)
}

/** The query on one chapter; what the work itself says, and what it must not have, holds for every chapter. */
function treeClause(node: QueryNode, told: ReadonlySet<Leaf>): Clause {
  switch (node.type) {
    case 'all':
    case 'not':
      return { type: 'all' }
    case 'and':
    case 'or':
      return combine(
        node.type,
        node.nodes.map((child) => treeClause(child, told)),
      )
    case 'term':
    case 'phrase':
    case 'prefix':
      return told.has(node) ? { type: 'all' } : insideChapter(leafClause(node))
  }
}

function satisfied(node: QueryNode, own: ReadonlySet<Leaf>): boolean {
  switch (node.type) {
    case 'all':
    case 'not':
      return true
    case 'and':
      return node.nodes.every((child) => satisfied(child, own))
    case 'or':
      return node.nodes.some((child) => satisfied(child, own))
    case 'term':
    case 'phrase':
    case 'prefix':
      return own.has(node)
  }
}

function within(clause: Clause, columns: readonly Column[]): Clause {
  switch (clause.type) {
    case 'all':
    case 'none':
      return clause
    case 'not':
      return { type: 'all' }
    case 'and':
    case 'or':
      return combine(
        clause.type,
        clause.clauses.map((one) => within(one, columns)),
      )
    case 'phrase':
    case 'quotation': {
      const kept = clause.columns.filter((column) => columns.includes(column))
      return kept.length === 0 ? { type: 'none' } : { ...clause, columns: kept }
    }
  }
}

function firstTitled(
  numbers: readonly number[],
  size: number,
  titled: (n: number) => boolean,
): readonly number[] {
  // Titles are read one by one: a word found in every chapter of a long work is no title of one.
  const looked = numbers.slice(0, 200)
  const ahead = looked.filter(titled)
  return [...ahead, ...numbers.filter((n) => !ahead.includes(n))].slice(0, size)
}

/** A chapter's title and, where several are given (`送別 / 山中送別`, `周南·关雎`), each of them, comparable. */
export function titleKeys(title: string): readonly string[] {
  return [...new Set([title, ...title.split(/[·・•/／]/)].map(wholeKey))].filter((key) => key !== '')
}

/** More chapters than this with the words asked for: the words are no line of one poem. */
export const MOST_KIN_CHAPTERS = 50

/** A line has at least this many words or pairs of characters. */
const SHORTEST_LINE = 3

/** What a poem in a larger work says of itself: its title, and its author in the first line. */
export interface Chapter {
  readonly title: string
  /** The first `HEAD` characters of its text. */
  readonly head: string
}

export const HEAD = 40

/** Records that may be a poem of which a chapter has the line. */
export interface Kin {
  /** Of the title of such a chapter: the same poem when they have the words, or `fewest` of them. */
  readonly titled: Clause
  /** Of its title and its author: the same poem when they have any of the words. */
  readonly authored: Clause
  /** Of its author alone: where the others find nothing, the same poem when they have `least` of the words. */
  readonly byAuthor: Clause
}

/**
 * A poem that stands alone and in an anthology may differ by a character or by half a line (春來發幾枝, 秋來發故枝), so
 * that only the anthology has what was asked for. The poem is what the reader looks for, and comes first.
 */
export function kinOf(chapters: readonly Chapter[]): Kin {
  const known = chapters.length > MOST_KIN_CHAPTERS ? [] : chapters
  // The record may count what the anthology does not: 涼州詞二首 一.
  const open = known.flatMap(({ title }) =>
    titleKeys(title).map((key) => keyClause(`=${key}`, key.length >= 2)),
  )
  const authored = known.map(({ title, head }) =>
    combine('and', [
      combine(
        'or',
        titleKeys(title).map((key) => keyClause(`=${key}`, key.length >= LONG_TITLE)),
      ),
      authorsOf(head),
    ]),
  )
  // An anthology may have a title of its own: 望月有感 for 自河南經亂….
  const byAuthor = known.map(({ head }) => authorsOf(head))
  return {
    titled: combine('or', open),
    authored: combine('or', authored),
    byAuthor: combine('or', byAuthor),
  }
}

/** So long a title, begun alike and of one author, is one poem's or its parts': 芙蓉樓送辛漸二首 一. */
const LONG_TITLE = 4

/** Names in the first line of a chapter: `王維`, `（唐）孟浩然`, `先秦：左丘明`. */
function authorsOf(head: string): Clause {
  const [line = ''] = head.split('\n')
  const names = line.split(/\P{L}+/u).filter((name) => name.length >= 2 && name.length <= 8)
  return combine(
    'or',
    names.map((name) => keyClause(`@${wholeKey(name)}`, false)),
  )
}

function keyClause(token: string, prefix: boolean): Clause {
  return { type: 'phrase', columns: ['keys'], tokens: [token], prefix }
}

/** True when the query is as long as a line: of a single word every poem of that title would be kin. */
export function isLine({ some }: Ladder): boolean {
  return some === null || some.units.length >= SHORTEST_LINE
}
