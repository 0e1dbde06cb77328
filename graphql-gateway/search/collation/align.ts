/** Two texts laid beside each other with as few differences as can be. */

/** A step of an alignment: a letter of both, the one exchanged for the other, or a letter of one only. */
export interface Step {
  /** Place in the first text; null for what only the second has. */
  readonly a: number | null
  /** Place in the second text; null for what only the first has. */
  readonly b: number | null
  readonly same: boolean
}

export interface Alignment {
  /** Letters exchanged, left out or added. */
  readonly distance: number
  readonly steps: readonly Step[]
}

const EXCHANGED = 0
const LEFT_OUT = 1
const ADDED = 2

/**
 * Levenshtein's alignment within a band about the diagonal, which is widened until it holds the best one: the cost goes
 * with the differences, not with the square of the length. Null when more than `most` letters differ.
 */
export function align(a: readonly string[], b: readonly string[], most: number): Alignment | null {
  const ends = commonEnds(a, b)
  const inner = [a.length - ends.head - ends.tail, b.length - ends.head - ends.tail] as const
  for (let band = Math.min(8, most); Math.abs(inner[0] - inner[1]) <= most; band = Math.min(band * 2, most)) {
    const found = within(a, b, ends.head, inner, band)
    if (found && found.distance <= band) return withEnds(found, ends, a.length, b.length)
    if (band >= most) break
  }
  return null
}

interface Ends {
  readonly head: number
  readonly tail: number
}

function commonEnds(a: readonly string[], b: readonly string[]): Ends {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return { head, tail }
}

/** The best alignment that never leaves the band; it is the best of all when its distance is not beyond the band. */
function within(
  a: readonly string[],
  b: readonly string[],
  offset: number,
  [lengthA, lengthB]: readonly [number, number],
  band: number,
): Alignment | null {
  if (Math.abs(lengthA - lengthB) > band) return null
  const width = 2 * band + 1
  const far = lengthA + lengthB + 1
  const ways = new Uint8Array((lengthA + 1) * width)
  let before = new Int32Array(width + 2).fill(far)
  let now = new Int32Array(width + 2).fill(far)
  // Column c of row i stands for place i + c - band of the second text; a column of `far` lies on both sides.
  for (let i = 0; i <= lengthA; i++) {
    now.fill(far)
    for (let c = Math.max(0, band - i); c < width && i + c - band <= lengthB; c++) {
      const j = i + c - band
      if (i === 0 && j === 0) {
        now[c + 1] = 0
        continue
      }
      const differs = i > 0 && j > 0 && a[offset + i - 1] === b[offset + j - 1] ? 0 : 1
      const exchanged = i > 0 && j > 0 ? (before[c + 1] ?? far) + differs : far
      const leftOut = i > 0 ? (before[c + 2] ?? far) + 1 : far
      const added = j > 0 ? (now[c] ?? far) + 1 : far
      const least = Math.min(exchanged, leftOut, added)
      now[c + 1] = least
      ways[i * width + c] = least === exchanged ? EXCHANGED : least === leftOut ? LEFT_OUT : ADDED
    }
    ;[before, now] = [now, before]
  }
  const distance = before[lengthB - lengthA + band + 1] ?? far
  if (distance > band) return null
  return { distance, steps: walk(ways, width, band, a, b, offset, lengthA, lengthB) }
}

function walk(
  ways: Uint8Array,
  width: number,
  band: number,
  a: readonly string[],
  b: readonly string[],
  offset: number,
  lengthA: number,
  lengthB: number,
): readonly Step[] {
  const steps: Step[] = []
  let [i, j] = [lengthA, lengthB]
  while (i > 0 || j > 0) {
    const way = ways[i * width + (j - i + band)]
    const [stepA, stepB] = [way === ADDED ? null : offset + --i, way === LEFT_OUT ? null : offset + --j]
    steps.push({
      a: stepA,
      b: stepB,
      same: stepA !== null && stepB !== null && a[stepA] === b[stepB],
    })
  }
  return steps.reverse()
}

function withEnds(
  { distance, steps }: Alignment,
  { head, tail }: Ends,
  lengthA: number,
  lengthB: number,
): Alignment {
  const same = (count: number, fromA: number, fromB: number): Step[] =>
    Array.from({ length: count }, (_, i) => ({ a: fromA + i, b: fromB + i, same: true }))
  return {
    distance,
    steps: [...same(head, 0, 0), ...steps, ...same(tail, lengthA - tail, lengthB - tail)],
  }
}
