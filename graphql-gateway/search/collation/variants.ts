/** Where a witness of a text reads otherwise. */

import { align, type Step } from './align.ts'
import { lettersOf, type Letter } from './letters.ts'

/** A place of a text with what a witness has there. */
export interface Variant {
  /** Number of the paragraph, from 0. */
  readonly line: number
  /** UTF-16 units of the paragraph: at least one letter stands between them. */
  readonly from: number
  readonly to: number
  /** What the witness reads, without marks; empty where it has nothing. */
  readonly text: string
}

/** Letters of a text that is still compared. */
export const LONGEST_COMPARED = 6_000
/** Letters that may differ; a text that differs in more is another version, to be read for itself. */
const MOST_DIFFERENT = 300
/** Of the shorter of the two. */
const DIFFERENT_SHARE = 0.6

/** In order; null when the two are too different, or too long, to be read beside each other. */
export function variantsOf(base: readonly string[], witness: readonly string[]): readonly Variant[] | null {
  const [a, b] = [lettersOf(base, LONGEST_COMPARED), lettersOf(witness, LONGEST_COMPARED)]
  if (!a || !b || a.length === 0 || b.length === 0) return null
  const most = Math.min(MOST_DIFFERENT, Math.ceil(Math.min(a.length, b.length) * DIFFERENT_SHARE))
  const alignment = align(
    a.map(({ folded }) => folded),
    b.map(({ folded }) => folded),
    most,
  )
  return alignment && alignment.distance <= most
    ? differences(alignment.steps, a).map((steps) => variant(steps, a, b, witness))
    : null
}

/** Steps that differ, one after the other within one paragraph of the base. */
function differences(
  steps: readonly Step[],
  base: readonly Letter[],
): readonly (readonly [Step, ...Step[]])[] {
  const found: [Step, ...Step[]][] = []
  let open: [Step, ...Step[]] | null = null
  let line: number | null = null
  for (const step of steps) {
    const at = step.a === null ? null : (base[step.a]?.paragraph ?? null)
    if (step.same) {
      open = null
      continue
    }
    if (open && (at === null || line === null || at === line)) {
      open.push(step)
      line ??= at
      continue
    }
    open = [step]
    line = at
    found.push(open)
  }
  return found.map((group) => {
    if (group.some(({ a }) => a !== null)) return group
    return withNeighbour(group, steps)
  })
}

/** What a witness only adds is shown at the letter before it, or after it at the beginning of the text. */
function withNeighbour(group: [Step, ...Step[]], steps: readonly Step[]): [Step, ...Step[]] {
  const first = steps.indexOf(group[0])
  const before = steps[first - 1]
  if (before) return [before, ...group]
  const after = steps[first + group.length]
  return after ? [...group, after] : group
}

function variant(
  steps: readonly Step[],
  base: readonly Letter[],
  other: readonly Letter[],
  witness: readonly string[],
): Variant {
  const there = steps.flatMap(({ a }) => (a === null ? [] : (base[a] ?? [])))
  const [first, last] = [there[0], there.at(-1)]
  return {
    line: first?.paragraph ?? 0,
    from: first?.from ?? 0,
    to: last?.to ?? 0,
    text: steps
      .flatMap(({ b }) => (b === null ? [] : (other[b] ?? [])))
      .map(({ paragraph, from, to }) => witness[paragraph]?.slice(from, to) ?? '')
      .join(''),
  }
}
