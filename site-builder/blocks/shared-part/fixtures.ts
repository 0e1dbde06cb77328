/** States of `shared-part`. */
import type { BlockFixtures } from '../testing/fixture.ts'

export const fixtures: BlockFixtures = {
  empty: { fields: { from: 'nation', part: 'law' } },
  one: { fields: { from: 'nation', part: 'law' } },
  many: { fields: { from: 'province', part: '全省阅读' } },
  long: { fields: { from: 'province', part: '很长的名称'.repeat(16) } },
  refused: { 'of nobody': { from: 'elsewhere', part: 'law' } },
}
