/** Picks the first records of an order without sorting all of them. */

import type { DocSet } from './doc-set.ts'

/** Negative when record `a` comes before record `b`; never 0 for two records. */
export type Order = (a: number, b: number) => number

/** A part of an order: `size` records behind `after`, or, when that is null, behind the first `from`. */
export interface Slice {
  readonly from: number
  readonly size: number
  readonly after: number | null
}

/** The records of a slice in order, and how many stand before them. Going on behind a record is one comparison a record. */
export function sliceOf(set: DocSet, { from, size, after }: Slice, order: Order): Sliced {
  if (size <= 0) return { from, numbers: [] }
  if (after === null) return { from, numbers: firstOf(set, from + size, order).slice(from) }
  const rest = set.filter((no) => order(after, no) < 0)
  return { from: set.length - rest.length, numbers: firstOf(rest, size, order) }
}

export interface Sliced {
  readonly from: number
  readonly numbers: readonly number[]
}

/**
 * The `size` records with the highest scores, in no order; `order` decides among equal scores at the border.
 * Sorting numbers is ten times cheaper than comparing records.
 */
export function highest(set: DocSet, size: number, scores: Float64Array, order: Order): readonly number[] {
  if (set.length <= size) return Array.from(set)
  const sorted = Float64Array.from(set, (no) => scores[no] ?? 0).sort()
  const border = sorted[sorted.length - size] ?? 0
  const above = set.filter((no) => (scores[no] ?? 0) > border)
  const level = set.filter((no) => scores[no] === border)
  return [...above, ...firstOf(level, size - above.length, order)]
}

/** The first `size` records in order. A heap keeps the last of the chosen on top, so most records cost one comparison. */
export function firstOf(set: DocSet, size: number, order: Order): readonly number[] {
  if (size <= 0) return []
  if (set.length <= size) return Array.from(set).sort(order)
  const heap = Array.from(set.subarray(0, size)).sort((a, b) => order(b, a))
  for (let i = size; i < set.length; i++) {
    const no = set[i] ?? 0
    if (order(no, heap[0] ?? 0) < 0) replaceTop(heap, no, order)
  }
  return heap.sort(order)
}

function replaceTop(heap: number[], no: number, order: Order): void {
  let at = 0
  for (;;) {
    let child = at * 2 + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && order(heap[child + 1] ?? 0, heap[child] ?? 0) > 0) child++
    if (order(heap[child] ?? 0, no) <= 0) break
    heap[at] = heap[child] ?? 0
    at = child
  }
  heap[at] = no
}
