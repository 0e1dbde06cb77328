/** How far a text is from another: what it would take to write the one for the other. */

import { nearSound, soundOf } from './sounds.ts'

const SAME_SOUND = 0.5
const NEAR_SOUND = 0.75
const EXCHANGED = 0.8

/** What writing `typed` for `meant` costs: 1 for another character, half for one that sounds the same. */
function exchange(typed: string, meant: string): number {
  if (typed === meant) return 0
  const [one, other] = [soundOf(typed), soundOf(meant)]
  if (one === '' || other === '') return 1
  return one === other ? SAME_SOUND : nearSound(one) === nearSound(other) ? NEAR_SOUND : 1
}

/**
 * Costs of writing `typed` for each beginning of `meant`, by its length: characters exchanged, left out, added, and two
 * neighbours in the wrong order (optimal string alignment). Null when every one of them costs more than `most`.
 */
export function editCosts(
  typed: readonly string[],
  meant: readonly string[],
  most: number,
): readonly number[] | null {
  const width = Math.min(meant.length, typed.length + Math.floor(most))
  let before: number[] = []
  let row = Array.from({ length: width + 1 }, (_, at) => at)
  for (const [i, char] of typed.entries()) {
    const next = [i + 1]
    for (let j = 1; j <= width; j++) {
      const there = meant[j - 1] ?? ''
      let cost = Math.min(
        (row[j - 1] ?? 0) + exchange(char, there),
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
      )
      if (i > 0 && j > 1 && char !== there && char === meant[j - 2] && typed[i - 1] === there)
        cost = Math.min(cost, (before[j - 2] ?? 0) + EXCHANGED)
      next.push(cost)
    }
    if (Math.min(...next) > most) return null
    before = row
    row = next
  }
  return row
}
