// Which bytes of ten are asked for.
import { expect, it } from 'vitest'
import { rangeOf } from './range.ts'

it.each([
  [undefined, [0, 9]],
  ['bytes=0-3', [0, 3]],
  ['bytes=4-', [4, 9]],
  ['bytes=-3', [7, 9]],
  ['bytes=-30', [0, 9]],
  ['bytes=8-99', [8, 9]],
  ['bytes=9-9', [9, 9]],
  // Not to be read, so the whole.
  ['bytes=3-1', [0, 9]],
  ['bytes=0-1,4-5', [0, 9]],
  ['lines=1-2', [0, 9]],
  ['bytes=-', [0, 9]],
  ['bytes=1e3-', [0, 9]],
] as const)('%s', (header, [from, to]) => expect(rangeOf(header, 10)).toEqual({ from, to }))

it.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])('%s has nothing', (header) =>
  expect(rangeOf(header, 10)).toBeNull(),
)
