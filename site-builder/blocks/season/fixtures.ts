/** States of `season`. */
import { WholePoems } from '../operations.generated.ts'
import type { WholePoem } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'

const title = { 'zh-CN': '今日节令', en: 'Today in the Chinese calendar' }
const look = { title, most: 2, set: 'horizontal' }
const poem = (id: string, name: string, lines: readonly string[]): WholePoem => ({
  ...{ id, title: name, language: 'zh-Hant', url: `/item/${id}` },
  titleBeside: null,
  agents: [{ name: '柳宗元' }],
  period: { label: '唐' },
  text: lines.map((text) => ({ kind: 'verse', text })),
})
const snow = poem('p1', '江雪', ['千山鳥飛絶，萬徑人蹤滅。', '孤舟蓑笠翁，獨釣寒江雪。'])
const night = poem('p2', '夜雪', ['已訝衾枕冷，復見窗戶明。', '夜深知雪重，時聞折竹聲。'])
const found = (...poems: readonly WholePoem[]): FixtureAnswer =>
  answer(WholePoems, { search: { edges: poems.map((node) => ({ node })) } })

export const fixtures: BlockFixtures = {
  empty: { fields: { ...look, most: 0 } },
  one: { fields: look, answers: [found(snow)] },
  many: {
    fields: { ...look, most: 3 },
    answers: [found(snow, night, { ...snow, id: 'p3' }, { ...night, id: 'p4' })],
  },
  long: {
    fields: {
      ...look,
      title: { 'zh-CN': '今日节令与诗'.repeat(10), en: 'Today in the calendar '.repeat(2) },
    },
    answers: [found({ ...snow, title: '雪'.repeat(18) }, night)],
  },
  others: { 'in columns': { fields: { ...look, set: 'vertical' }, answers: [found(snow, night)] } },
  refused: { 'more than fit': { ...look, most: 4 } },
}
