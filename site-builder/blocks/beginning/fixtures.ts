/** States of `beginning`. */
import { WorkBeginning } from '../operations.generated.ts'
import type { RecordCard, WorkBeginningData } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'

const label = { 'zh-CN': '开卷', en: 'A beginning' }
const work: RecordCard = {
  ...{ id: 'b1', kind: 'book', title: '论语', language: 'zh-Hans', url: '/item/b1' },
  titleBeside: null,
  agents: [{ name: '孔子' }],
  period: { label: '先秦' },
}
const analects = [
  '子曰：“学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？”',
  '有子曰：“其为人也孝弟，而好犯上者，鲜矣；不好犯上而好作乱者，未之有也。”',
].map((text) => ({ kind: 'prose' as const, text }))
const found = (record: WorkBeginningData['record']): FixtureAnswer => answer(WorkBeginning, { record })
const look = { label, works: [{ record: 'b1' }] }

export const fixtures: BlockFixtures = {
  empty: { fields: { label, works: [] } },
  one: {
    fields: look,
    answers: [found({ ...work, text: null, chapter: { title: '学而篇', paragraphs: analects } })],
  },
  many: {
    fields: { label, works: ['b1', 'b2', 'b3'].map((record) => ({ record })) },
    answers: [
      found({
        ...work,
        title: '詩經',
        language: 'zh-Hant',
        text: null,
        chapter: {
          title: '周南·關雎',
          paragraphs: [
            '關關雎鳩，在河之洲。窈窕淑女，君子好逑。',
            '參差荇菜，左右流之。窈窕淑女，寤寐求之。',
          ].map((text) => ({ kind: 'verse' as const, text })),
        },
      }),
    ],
  },
  long: {
    fields: { ...look, label: { 'zh-CN': '开卷有益'.repeat(10), en: 'A beginning '.repeat(3) } },
    answers: [
      found({
        ...work,
        title: '文字蒙求'.repeat(12),
        text: null,
        chapter: {
          title: '序'.repeat(40),
          paragraphs: [{ kind: 'prose', text: '雪堂謂筠曰人之不識字也病於不能分'.repeat(40) }],
        },
      }),
    ],
  },
  others: {
    'a work without chapters': { fields: look, answers: [found({ ...work, text: analects, chapter: null })] },
    'a work without a text': { fields: look, answers: [found({ ...work, text: null, chapter: null })] },
    'a work that is gone': { fields: look, answers: [found(null)] },
  },
  refused: { 'works by name': { ...look, works: '论语' } },
}
