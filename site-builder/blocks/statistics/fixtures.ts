/** States of `statistics`. */
import { SiteNumbers } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'

const title = { 'zh-CN': '馆藏一览', en: 'The collection in numbers' }
const fields = { title, records: true, kinds: 3, libraries: true, own: [] }

const numbers = (...values: readonly (readonly [string, string, number])[]): FixtureAnswer =>
  answer(SiteNumbers, {
    search: {
      totalCount: values.reduce((sum, [, , count]) => sum + count, 0),
      facets: [{ name: 'kind', values: values.map(([value, label, count]) => ({ value, label, count })) }],
    },
    libraries: { totalCount: 2978 },
  })
const all = numbers(
  ['book', '图书', 12_480],
  ['poem', '诗词', 391_206],
  ['government', '政府信息', 3_120],
  ['course', '公开课', 88],
)

export const fixtures: BlockFixtures = {
  empty: { fields: { title, records: false, kinds: 0, libraries: false, own: [] } },
  one: { fields: { ...fields, kinds: 0, libraries: false }, answers: [all] },
  many: {
    fields: {
      ...fields,
      own: [{ value: 312_000, words: { 'zh-CN': '册纸本图书', en: 'printed books' } }],
    },
    answers: [all],
  },
  long: {
    fields: {
      ...fields,
      kinds: 6,
      own: Array.from({ length: 6 }, () => ({
        value: 1_000_000_000,
        words: {
          'zh-CN': '册件套馆藏实体文献与数字化地方文献影像资料合计总数',
          en: 'items of printed and digitised matter',
        },
      })),
    },
    answers: [numbers(['book', '图书期刊报纸与其他连续出版物', 1_284_480_000], ['poem', '诗词', 391_206])],
  },
  refused: {
    'a number below nothing': { ...fields, kinds: -1 },
    'a number with a part': { ...fields, kinds: 1.5 },
  },
}
