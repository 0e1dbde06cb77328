/** States of `browse`. */
import { MostFrequent } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'
import type { Value } from './values.ts'

const look = {
  title: { 'zh-CN': '随处看看', en: 'Look around' },
  periods: true,
  ...{ people: 12, forms: 0, tunes: 12, themes: 0, collections: 0 },
  random: true,
}
const all = { ...look, people: 24, forms: 8, tunes: 24, themes: 24, collections: 24 }

const value = (label: string, count: number, url: string): Value => ({
  ...{ label, count, url },
  ...{ years: null, begins: null },
})
const period = (label: string, count: number, begins: number, years: string): Value => ({
  ...value(label, count, `/browse/period/${begins}`),
  ...{ years, begins },
})
const ages = [
  period('唐', 9796, 618, '618–907年'),
  period('宋', 8931, 960, '960–1279年'),
  period('先秦', 339, -2070, '前2070–前221年'),
  period('元', 1, 1271, '1271–1368年'),
]
const people = ['苏轼', '白居易', '杜甫', '陆游', '李白', '辛弃疾'].map((name, n) =>
  value(name, 3176 - 400 * n, `/person/a${n}`),
)
const tunes = ['浣溪沙', '菩萨蛮', '江神子·江城子'].map((name, n) =>
  value(name, 134 - n, `/browse/tune/t${n}`),
)

const found = (of: Readonly<Record<string, readonly Value[]>>, more = 0): FixtureAnswer =>
  answer(MostFrequent, {
    search: {
      facets: Object.entries(of).map(([name, values]) => ({
        ...{ name, values },
        valueCount: values.length + more,
      })),
    },
  })

export const fixtures: BlockFixtures = {
  empty: { fields: look, answers: [found({ period: [], author: [], tune: [] })] },
  one: { fields: look, answers: [found({ period: ages.slice(0, 1), author: people.slice(0, 1), tune: [] })] },
  many: {
    fields: all,
    answers: [
      found(
        { period: ages, author: people, form: tunes, tune: tunes, subject: tunes, collection: tunes },
        600,
      ),
    ],
  },
  long: {
    fields: { ...look, title: { 'zh-CN': '随处看看'.repeat(15), en: 'Look around '.repeat(5) } },
    answers: [
      found({
        period: ages.map((one) => ({ ...one, label: 'Five Dynasties and Ten Kingdoms' })),
        author: people.map((one) => ({ ...one, label: '爱新觉罗'.repeat(6) })),
        tune: [],
      }),
    ],
  },
  others: {
    'people alone': {
      fields: { ...look, periods: false, tunes: 0, random: false },
      answers: [found({ author: people })],
    },
    'nothing chosen': { fields: { ...look, periods: false, people: 0, tunes: 0 } },
  },
  refused: {
    'more than are counted': { ...look, people: 25 },
    'fewer than none': { ...look, tunes: -1 },
  },
}
