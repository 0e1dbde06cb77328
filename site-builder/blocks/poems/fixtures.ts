/** States of `poems`. */
import { PickedPoem, WholePoems } from '../operations.generated.ts'
import type { WholePoem } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'

const title = { 'zh-CN': '读一首', en: 'A poem to read' }
const query = {
  from: 'query',
  query: '',
  filter: [{ name: 'kind', anyOf: ['poem'] }],
  sort: 'POPULAR',
  first: 3,
}
const look = { title, source: query, set: 'vertical', daily: true }

const poem = (id: string, name: string, lines: readonly string[]): WholePoem => ({
  ...{ id, title: name, language: 'zh-Hant', url: `/item/${id}` },
  titleBeside: null,
  agents: [{ name: '王维' }],
  period: { label: '唐' },
  text: lines.map((text) => ({ kind: 'verse', text })),
})
const autumn = poem('p1', '山居秋暝', [
  '空山新雨後，天氣晚來秋。',
  '明月松間照，清泉石上流。',
  '竹喧歸浣女，蓮動下漁舟。',
  '隨意春芳歇，王孫自可留。',
])
const deer = poem('p2', '鹿柴', ['空山不見人，但聞人語響。', '返景入深林，復照青苔上。'])
const long = poem(
  'p3',
  '長恨歌',
  Array.from({ length: 60 }, () => '漢皇重色思傾國，御宇多年求不得。'),
)
const found = (...poems: readonly WholePoem[]): FixtureAnswer =>
  answer(WholePoems, { search: { edges: poems.map((node) => ({ node })) } })

export const fixtures: BlockFixtures = {
  empty: { fields: look, answers: [found()] },
  one: { fields: look, answers: [found(long, deer)] },
  many: {
    fields: { ...look, more: { 'zh-CN': '全部诗词', en: 'All poems' } },
    answers: [found(autumn, deer, poem('p4', '竹里館', ['獨坐幽篁裏，彈琴復長嘯。']), long)],
  },
  long: {
    fields: { ...look, title: { 'zh-CN': '今日宜读'.repeat(15), en: 'To read today '.repeat(4) } },
    answers: [
      found(
        poem('p5', '山'.repeat(18), ['空山新雨後天氣晚來秋明月松間照清泉石上流竹喧歸浣女蓮動'.repeat(2)]),
      ),
    ],
  },
  others: {
    'in lines': { fields: { ...look, set: 'horizontal' }, answers: [found(autumn, deer)] },
    'picked by hand, one of them gone': {
      fields: {
        ...look,
        source: { from: 'picked', items: [{ id: 'p1' }, { id: 'gone' }] },
      },
      answers: [answer(PickedPoem, ({ id }) => ({ record: id === 'p1' ? autumn : null }))],
    },
  },
  refused: {
    'more than a page bears': { ...look, source: { ...query, first: 7 } },
    'a setting that there is not': { ...look, set: 'slanted' },
  },
}
