// The progress line.
import { expect, it } from 'vitest'
import { progressLine } from './progress.ts'

it.each([
  [0, 20_000, 0, 0, '[░░░░░░░░░░░░░░░░░░░░░░░░] 0 of 20,000, 0:00 gone'],
  [10_000, 20_000, 31_000, 0, '[████████████░░░░░░░░░░░░] 10,000 of 20,000, 0:31 gone, 0:31 to go'],
  [15_000, 20_000, 10_000, 10_000, '[██████████████████░░░░░░] 15,000 of 20,000, 0:10 gone, 0:10 to go'],
  [20_000, 20_000, 61_000, 0, '[████████████████████████] 20,000 of 20,000, 1:01 gone'],
  [5, 0, 1000, 0, '[░░░░░░░░░░░░░░░░░░░░░░░░] 5 of 0, 0:01 gone'],
])('%i of %i', (done, total, gone, from, line) => {
  expect(progressLine(done, total, gone, from)).toBe(line)
})
