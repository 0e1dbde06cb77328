/** The steps of a search: the whole title first, then all words, and only if none has them some of the words. */

import { identifierKey } from '../analysis/identifier.ts'
import { scanRuns } from '../analysis/scan.ts'
import { runTokens, soundKey, wholeKey } from '../analysis/tokens.ts'
import type { QueryNode } from '../contract.ts'
import { clauseOf, combine, leafClause, readingsOf, type Clause, type Leaf } from './clause.ts'
import { positiveLeaves } from './leaves.ts'

/** A query ready for an engine. */
export interface Ladder {
  /** Records whose whole title or identifier is the query; part of the answer even if `all` misses them. */
  readonly exact: Clause
  /** What sounds as the query does, where that can only be pinyin. */
  readonly sounding: Sounding
  /** Records that have everything asked for. */
  readonly all: Clause
  /** Set when the query can be relaxed: used when `exact` and `all` together find nothing that the filters pass. */
  readonly some: SomeWords | null
}

/**
 * A whole title that sounds so is exact too, unless it is less known than a work of somebody whose name sounds so: who
 * types hanyu wants 韓愈, and not 寒雨.
 */
export interface Sounding {
  readonly titles: Clause
  readonly names: Clause
}

/** A record passes with at least `least` of the units, and everything required. */
export interface SomeWords {
  readonly units: readonly Clause[]
  readonly least: number
  /** Where `least` finds nothing, one unit less each time down to this. */
  readonly fewest: number
  readonly required: Clause
}

/** Three words of five are near enough; fewer finds noise. Rounded, so that one of two words still helps. */
const SHARE_OF_UNITS = 0.6
/** Better than nothing: two characters of a verse of seven may differ between editions. */
const FEWEST_UNITS = 0.5
const MOST_UNITS = 32

/** The steps for a query. */
export function ladderOf(node: QueryNode): Ladder {
  return { exact: exactClause(node), sounding: soundingOf(node), all: clauseOf(node), some: someWords(node) }
}

/** The leaves of a plain query (words side by side), or null for one with structure of its own. */
function plainParts(node: QueryNode): readonly QueryNode[] | null {
  if (node.type === 'term' || node.type === 'phrase' || node.type === 'prefix') return [node]
  return node.type === 'and' ? node.nodes : null
}

/** The leaves of what may be a whole title; none where something else is asked for too. */
function titleLeaves(node: QueryNode): readonly Leaf[] {
  const parts = plainParts(node)
  const isTitle = parts?.every((part) => isLeaf(part) && (part.field === 'any' || part.field === 'title'))
  return isTitle ? positiveLeaves(node) : []
}

function exactClause(node: QueryNode): Clause {
  const leaves = titleLeaves(node)
  const text = leaves.map((leaf) => leaf.text).join(' ')
  const key = wholeKey(text)
  const id = leaves.some((leaf) => leaf.field === 'title') ? '' : identifierKey(text)
  return combine('or', [
    ...(key === '' ? [] : [keyClause(`=${key}`)]),
    ...(id === '' ? [] : [keyClause(`#${id}`)]),
  ])
}

/** An open word is not yet whole. */
function soundingOf(node: QueryNode): Sounding {
  const leaves = titleLeaves(node)
  const isOpen = leaves.some(({ type }) => type === 'prefix')
  const keys = isOpen ? [] : readingsOf(leaves.map(({ text }) => text).join(' ')).map(soundKey)
  const named = leaves.some(({ field }) => field === 'title') ? [] : keys
  return { titles: anyKey('~', keys), names: anyKey('@~', named) }
}

function anyKey(sign: string, keys: readonly string[]): Clause {
  const clauses = keys.map((key) => keyClause(sign + key))
  return combine('or', clauses)
}

function keyClause(token: string): Clause {
  return { type: 'phrase', columns: ['keys'], tokens: [token], prefix: false }
}

function isLeaf(node: QueryNode): node is Leaf {
  return node.type === 'term' || node.type === 'phrase' || node.type === 'prefix'
}

function someWords(node: QueryNode): SomeWords | null {
  const parts = plainParts(node)
  if (!parts) return null
  const loose = parts.filter(isLoose)
  const units = distinct(loose.flatMap(unitsOf)).slice(0, MOST_UNITS)
  if (units.length < 2) return null
  const required = parts.filter((part) => !isLoose(part))
  return {
    units,
    least: Math.round(units.length * SHARE_OF_UNITS),
    fewest: Math.ceil(units.length * FEWEST_UNITS),
    required: combine('and', required.map(clauseOf)),
  }
}

/** The words of a plain query that may be left out one by one; none of a query with only one. */
export function looseWords(node: QueryNode): readonly Leaf[] {
  const loose = (plainParts(node) ?? []).filter(isLoose)
  return loose.length > 1 ? loose : []
}

/** A quoted phrase, an exclusion or a structure of its own stays required. */
function isLoose(node: QueryNode): node is Leaf {
  return node.type === 'term' || node.type === 'prefix'
}

/** The smallest pieces of a leaf: pairs of characters and words. */
function unitsOf(leaf: Leaf): readonly Clause[] {
  if (leaf.type === 'prefix' || leaf.field === 'identifier') return [leafClause(leaf)]
  const runs = scanRuns(leaf.text)
  const pieces = runs.flatMap((run) => (run.kind === 'word' ? [run.chars.join('')] : runTokens(run)))
  return pieces.map((text) => leafClause({ ...leaf, text })).filter((clause) => clause.type !== 'none')
}

function distinct(clauses: readonly Clause[]): readonly Clause[] {
  return [...new Map(clauses.map((clause) => [JSON.stringify(clause), clause])).values()]
}
