/** Chooses which characters are one for a search: what tables say, weighed by what the editions do. */

import { pairKey } from './align.ts'
import { JUDGED_DIFFERENT, JUDGED_SAME } from './judged.ts'
import type { TableName } from './tables.ts'

/** Two classes of characters and what speaks for making them one. */
export interface Candidate {
  readonly a: string
  readonly b: string
  readonly tables: ReadonlySet<TableName>
  /** How often an edition has one where another has the other. */
  readonly exchanged: number
  /** How often both editions keep `a`, and keep `b`. */
  readonly keptA: number
  readonly keptB: number
}

export interface Verdict extends Candidate {
  readonly share: number
  readonly chosen: boolean
}

/** The rarer of the two is written as the other in this part of its places. */
export function shareOf({ exchanged, keptA, keptB }: Candidate): number {
  return exchanged === 0 ? 0 : exchanged / (exchanged + Math.min(keptA, keptB))
}

/** Fewer places of the rarer character say nothing. */
const LEAST_MEASURED = 5

/**
 * A verdict for every candidate. Where both classes hold a character in use today (`isCommon`), a table is not
 * enough: the editions must exchange them. Classes grow by the strongest pairs first, and two common characters
 * come into one class only by a chosen pair of their own, never through a third (閒 is 閑 and is 間).
 */
export function choose(
  candidates: readonly Candidate[],
  isCommon: (char: string) => boolean,
): readonly Verdict[] {
  const wanted = candidates
    .map((candidate) => ({ candidate, reason: reasonFor(candidate, isCommon) }))
    .filter(({ reason }) => reason > 0)
    .sort((x, y) => y.reason - x.reason || (keyOf(x.candidate) < keyOf(y.candidate) ? -1 : 1))
    .map(({ candidate }) => candidate)
  const direct = new Set(wanted.map(keyOf))
  const classes = new Map<string, readonly string[]>()
  const classOf = (char: string): readonly string[] => classes.get(char) ?? [char]
  const chosen = new Set<string>()
  for (const { a, b } of wanted) {
    const left = classOf(a)
    const right = classOf(b)
    if (left !== right && !left.includes(b)) {
      const strangers = left
        .filter(isCommon)
        .some((one) => right.filter(isCommon).some((other) => !direct.has(pairKey(one, other))))
      if (strangers) continue
      const members = [...left, ...right]
      for (const member of members) classes.set(member, members)
    }
    chosen.add(pairKey(a, b))
  }
  return candidates.map((candidate) => ({
    ...candidate,
    share: shareOf(candidate),
    chosen: chosen.has(keyOf(candidate)),
  }))
}

function keysOf(judged: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.keys(judged).map((pair) => pairKey(...twoOf(pair))))
}

function twoOf(pair: string): readonly [string, string] {
  const [a = '', b = ''] = [...pair]
  return [a, b]
}

const SAME = keysOf(JUDGED_SAME)
const DIFFERENT = keysOf(JUDGED_DIFFERENT)

/** 0 to refuse; else how early the pair is considered. */
function reasonFor(candidate: Candidate, isCommon: (char: string) => boolean): number {
  const key = keyOf(candidate)
  if (DIFFERENT.has(key)) return 0
  const { a, b, tables, exchanged, keptA, keptB } = candidate
  const share = shareOf(candidate)
  const weight = 10 + exchanged * share
  if (SAME.has(key)) return weight
  const both = isCommon(a) && isCommon(b)
  if (tables.size === 0) return exchanged >= (both ? 10 : 3) && share >= (both ? 0.8 : 0.75) ? weight : 0
  if (both) return exchanged >= 5 && share >= (tables.has('Y') && tables.has('S') ? 0.1 : 0.25) ? weight : 0
  if (exchanged + Math.min(keptA, keptB) >= LEAST_MEASURED) return exchanged >= 2 && share >= 0.1 ? weight : 0
  if (!tables.has('Y') && !tables.has('S') && !tables.has('Z')) return 0
  // A character that was hardly met joins the partner that was met most: 氷 is ice before it is a radical.
  return Math.min(9, tables.size / 10 + Math.log10(1 + Math.max(keptA, keptB)))
}

function keyOf({ a, b }: Candidate): string {
  return pairKey(a, b)
}
