import { expect, it } from 'vitest'
import { createRest } from './at-rest.ts'

it('collects once when work has ended, not while it goes on, and again only after more work', () => {
  let collected = 0
  const look = createRest(10_000, () => collected++)
  const seen = [3_000, 9_000, 9_100, 9_150, 9_200, 9_650, 9_660, 12_000, 12_010].map((used) => {
    look(used)
    return collected
  })
  expect(seen).toEqual([0, 0, 1, 1, 1, 1, 2, 2, 3])
})
