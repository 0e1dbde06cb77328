import { expect, it } from 'vitest'
import { hindrance, wanted, type Standing } from './standing.ts'

const standing = (steps: Standing['steps'], changers: string, approvers: string): Standing => ({
  ...{ steps, changers: new Set(changers), approvers: [...approvers] },
})

it.each<[Standing['steps'], string, string, string, string | null]>([
  [1, 'a', '', 'a', null],
  [2, 'a', '', 'a', 'second-person'],
  [2, 'a', '', 'b', null],
  [2, 'a', 'b', 'a', null],
  [2, 'a', 'b', 'c', null],
  // Who changed something has let nothing pass, whenever they said so.
  [2, 'ab', 'b', 'a', 'second-person'],
  [2, '', '', 'a', null],
  [3, 'a', '', 'b', 'review-wanted'],
  [3, 'a', 'b', 'b', 'review-wanted'],
  [3, 'a', 'bb', 'b', 'review-wanted'],
  [3, 'a', 'b', 'c', null],
  [3, 'a', 'bc', 'c', null],
  [3, 'a', 'bc', 'a', 'second-person'],
  [3, 'ab', 'b', 'c', 'review-wanted'],
  [3, '', '', 'a', 'review-wanted'],
])(
  '%i steps, changed by %j, looked at by %j: %s publishes unless %s',
  (steps, changers, approvers, who, why) => {
    expect(hindrance(standing(steps, changers, approvers), who)).toBe(why)
  },
)

it.each<[Standing['steps'], string, string, number]>([
  [1, 'a', '', 0],
  [2, 'a', '', 1],
  [2, 'a', 'b', 0],
  [3, 'a', 'b', 1],
  [3, 'ab', 'bc', 1],
  [3, 'a', 'bcd', 0],
])('%i steps, changed by %j, looked at by %j: %i more', (steps, changers, approvers, more) => {
  expect(wanted(standing(steps, changers, approvers))).toBe(more)
})
