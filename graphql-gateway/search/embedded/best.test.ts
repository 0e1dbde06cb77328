/** Slices of an order: what they cost and that they are the order. */

import { expect, it } from 'vitest'
import { sliceOf, type Order } from './best.ts'

const RECORDS = 344_171
/** A permutation of the numbers, so that no order is given for nothing. */
const standing = (no: number): number => (no * 7_919) % RECORDS
const all = Uint32Array.from({ length: RECORDS }, (_, no) => no)
const sorted = all.toSorted((a, b) => standing(a) - standing(b))

it.each([0, 9_999, 20_000, 172_000, RECORDS - 150, RECORDS - 1])(
  'goes on behind place %i of 344,171 at the cost of little more than one look at each record',
  (place) => {
    let comparisons = 0
    const order: Order = (a, b) => (comparisons++, standing(a) - standing(b))
    const { from, numbers } = sliceOf(all, { from: 0, size: 100, after: sorted[place] ?? 0 }, order)
    expect(from).toBe(place + 1)
    expect(numbers).toEqual([...sorted.subarray(place + 1, place + 101)])
    expect(comparisons).toBeLessThan(3 * RECORDS)
  },
)

it('begins behind a number of records where there is none to go on from', () => {
  const order: Order = (a, b) => standing(a) - standing(b)
  const slice = (from: number) => sliceOf(all, { from, size: 3, after: null }, order)
  expect(slice(300_000)).toEqual({ from: 300_000, numbers: [...sorted.subarray(300_000, 300_003)] })
  expect(slice(RECORDS + 9).numbers).toEqual([])
})
