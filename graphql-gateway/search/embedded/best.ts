/** Picks the first records of an order without sorting all of them. */

import type { DocSet } from './doc-set.ts'

/** Negative when record `a` comes before record `b`; never 0 for two records. */
export type Order = (a: number, b: number) => number

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
