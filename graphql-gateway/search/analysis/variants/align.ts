/** Counts which characters stand for each other where two editions have the same poem. */

/** What was counted: exchanges by `pairKey`, and for each character how often both editions have it. */
export interface Exchanges {
  readonly exchanged: ReadonlyMap<string, number>
  readonly kept: ReadonlyMap<string, number>
}

/** Shorter clauses are shared by chance. */
const SHORTEST_ANCHOR = 5
const SHORTEST_COMPARED = 4
/** A clause in more poems than this is a commonplace. */
const MOST_POEMS_OF_A_CLAUSE = 12
/** Two texts are one poem when they share so many clauses, and this part of the shorter one. */
const LEAST_SHARED = 2
const SHARE_OF_POEM = 0.3

/** One name for a pair, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? a + b : b + a
}

/** Compares every two poems that are the same; each is a list of clauses. */
export function exchangesOf(poems: readonly (readonly string[])[]): Exchanges {
  const exchanged = new Map<string, number>()
  const kept = new Map<string, number>()
  for (const [a, b] of samePoems(poems)) compare(poems[a] ?? [], poems[b] ?? [], exchanged, kept)
  return { exchanged, kept }
}

function* samePoems(poems: readonly (readonly string[])[]): Iterable<readonly [number, number]> {
  const holders = new Map<string, number[]>()
  poems.forEach((clauses, no) => {
    for (const clause of new Set(clauses)) {
      if (lengthOf(clause) < SHORTEST_ANCHOR) continue
      const list = holders.get(clause)
      if (list) list.push(no)
      else holders.set(clause, [no])
    }
  })
  const shared = new Map<number, Map<number, number>>()
  for (const list of holders.values()) {
    if (list.length > MOST_POEMS_OF_A_CLAUSE) continue
    for (const [at, a] of list.entries()) {
      for (const b of list.slice(at + 1)) {
        const others = shared.get(a) ?? new Map<number, number>()
        shared.set(a, others.set(b, (others.get(b) ?? 0) + 1))
      }
    }
  }
  for (const [a, others] of shared) {
    for (const [b, count] of others) {
      const shorter = Math.min(poems[a]?.length ?? 0, poems[b]?.length ?? 0)
      if (count >= LEAST_SHARED && count >= shorter * SHARE_OF_POEM) yield [a, b]
    }
  }
}

/** A clause that differs is compared with the one beside the same neighbour. */
function compare(
  left: readonly string[],
  right: readonly string[],
  exchanged: Map<string, number>,
  kept: Map<string, number>,
): void {
  const places = new Map<string, number>()
  right.forEach((clause, at) => {
    if (!places.has(clause)) places.set(clause, at)
  })
  left.forEach((clause, at) => {
    if (places.has(clause)) {
      for (const char of new Set(clause)) count(kept, char)
      return
    }
    const after = places.get(left[at - 1] ?? '')
    const before = places.get(left[at + 1] ?? '')
    const candidates = [
      after === undefined ? '' : right[after + 1],
      before === undefined ? '' : right[before - 1],
    ]
    const twin = candidates.find(
      (candidate) => candidate !== undefined && isTwin([...clause], [...candidate]),
    )
    if (twin === undefined) return
    const chars = [...twin]
    for (const [place, char] of [...clause].entries()) {
      const other = chars[place] ?? ''
      if (char === other) count(kept, char)
      else count(exchanged, pairKey(char, other))
    }
  })
}

/** The same clause but for a character, or two of a long one. */
function isTwin(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < SHORTEST_COMPARED) return false
  const different = a.filter((char, at) => char !== b[at]).length
  return different >= 1 && different <= (a.length < SHORTEST_ANCHOR ? 1 : 2)
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function lengthOf(clause: string): number {
  return [...clause].length
}
