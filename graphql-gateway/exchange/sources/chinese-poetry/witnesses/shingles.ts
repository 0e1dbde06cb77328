// Texts that share runs of letters with one of some hundreds, found while hundreds of thousands pass by.

/** Letters of a run: short enough that a changed letter leaves some, long enough to be rare. */
const runLength = 4
const filterBits = 20

/** An index over texts by their runs of letters; the texts are known by their numbers. */
export interface Shingles {
  /** Numbers of the texts of which a text has at least this part of the runs, 0 to 1. */
  like(letters: string, share: number): readonly number[]
}

export function shinglesOf(texts: readonly string[]): Shingles {
  const holders = new Map<number, number[]>()
  const counts = texts.map((text, no) => {
    const runs = runsOf(text)
    for (const run of runs) {
      const list = holders.get(run)
      if (list) list.push(no)
      else holders.set(run, [no])
    }
    return runs.size
  })
  // Most runs are in none of the texts: one bit tells it, which is quicker than a look into the map.
  const filter = new Uint8Array(2 ** (filterBits - 3))
  for (const run of holders.keys()) mark(filter, run)
  return {
    like(letters, share) {
      const shared = new Map<number, Set<number>>()
      for (let at = 0; at + runLength <= letters.length; at++) {
        const run = runAt(letters, at)
        if (!isMarked(filter, run)) continue
        for (const no of holders.get(run) ?? []) shared.set(no, (shared.get(no) ?? new Set()).add(run))
      }
      return [...shared].flatMap(([no, runs]) => (runs.size >= share * (counts[no] ?? Infinity) ? [no] : []))
    },
  }
}

function runsOf(text: string): ReadonlySet<number> {
  const runs = new Set<number>()
  for (let at = 0; at + runLength <= text.length; at++) runs.add(runAt(text, at))
  return runs
}

/** 32 bits (FNV-1a by UTF-16 units): two runs taken for one only bring a text to the comparison. */
function runAt(text: string, at: number): number {
  let hash = 0x811c9dc5
  for (let i = at; i < at + runLength; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

function mark(filter: Uint8Array, run: number): void {
  const bit = run & (2 ** filterBits - 1)
  filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7))
}

function isMarked(filter: Uint8Array, run: number): boolean {
  const bit = run & (2 ** filterBits - 1)
  return ((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
}
