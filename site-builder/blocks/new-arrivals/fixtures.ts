/** States of `new-arrivals`. */
import { NewArrivals } from '../operations.generated.ts'
import type { RecordCard } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'
import { longRecord, sampleRecord } from '../testing/sample-records.ts'

const fields = {
  title: { 'zh-CN': '新到资源', en: 'New arrivals' },
  most: 12,
  look: 'covers',
  whenEmpty: 'say',
}
const found = (newRecords: readonly RecordCard[]): FixtureAnswer => answer(NewArrivals, { newRecords })
const twelve = Array.from({ length: 12 }, (_, n) => sampleRecord(n))

export const fixtures: BlockFixtures = {
  empty: { fields, answers: [found([])] },
  one: { fields, answers: [found(twelve.slice(0, 1))] },
  many: { fields, answers: [found(twelve)] },
  long: { fields, answers: [found(Array.from({ length: 12 }, (_, n) => longRecord(n)))] },
  others: {
    list: { fields: { ...fields, look: 'list' }, answers: [found(twelve.slice(0, 4))] },
    table: { fields: { ...fields, look: 'table' }, answers: [found(twelve)] },
  },
  refused: { 'more than fit': { ...fields, most: 99 } },
}
