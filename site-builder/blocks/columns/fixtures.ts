/** States of `columns`. */
import type { BlockFixtures } from '../testing/fixture.ts'
import { fixtures as shelf } from '../resource-shelf/fixtures.ts'

const one = { type: 'resource-shelf', fields: shelf.many.fields }
const list = { type: 'resource-shelf', fields: { ...shelf.many.fields, look: 'list' } }
const long = { type: 'resource-shelf', fields: { ...shelf.long.fields, look: 'list' } }
const answers = [...(shelf.many.answers ?? [])]

export const fixtures: BlockFixtures = {
  empty: { fields: { share: 'halves' } },
  one: { fields: { share: 'halves' }, slots: { first: [one] }, answers },
  many: { fields: { share: 'thirds' }, slots: { first: [one], second: [list], third: [one, one] }, answers },
  long: {
    fields: { share: 'narrow' },
    slots: { first: [long], second: [long] },
    answers: shelf.long.answers ?? [],
  },
  others: {
    'wide and narrow': { fields: { share: 'wide' }, slots: { first: [one], second: [list] }, answers },
    'a third of two': { fields: { share: 'halves' }, slots: { first: [one], third: [one] }, answers },
  },
  refused: { 'a share that is none': { share: 'quarters' } },
}
