// A modern commented edition of 论语, which a library lends.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const bookFixture: RecordInput = {
  record: recordWith({
    id: 'fxbook',
    kind: 'book',
    title: '论语译注',
    alternativeTitles: ['论语译注（简体字本）'],
    agents: [
      { name: '杨伯峻', role: 'translator', agentId: 'fxyangbojun', type: 'person' },
      { name: '孔子', role: 'attributed', agentId: 'fxkongzi', type: 'person' },
      { name: '杨逢彬', role: 'commentator', agentId: null, type: 'person' },
      { name: '中华书局', role: 'publisher', agentId: 'fxzhonghua', type: 'organisation' },
    ],
    dates: [{ role: 'issued', edtf: '2009-10' }],
    period: { id: 'chunqiu', label: '春秋', years: { from: -770, to: -476 } },
    identifiers: [{ scheme: 'isbn', value: '978-7-101-07024-8' }],
    subjects: [
      { label: '儒家', scheme: 'cct', code: 'S012634' },
      { label: '《论语》——译文', scheme: null, code: null },
    ],
    abstract: '以通行的现代汉语译出《论语》二十篇，逐章注释，书末附《论语词典》。',
    rights: { label: '著作权由作者继承人享有', statement: 'https://rightsstatements.org/vocab/InC/1.0/' },
    access: { policy: 'card' },
    contents: [
      { n: 1, title: '学而篇第一' },
      { n: 2, title: '为政篇第二' },
      { n: 3, title: '八佾篇第三' },
    ],
    scopes: [],
    prior: 420,
    details: {
      place: '北京',
      edition: '第3版',
      extent: '316页，21厘米',
      pages: 316,
      series: { title: '中国古典名著译注丛书', number: '1' },
      classification: 'B222.22',
    },
  }),
  texts: [],
  files: [],
  holdings: [
    {
      libraryId: 'ndl',
      libraryName: '国家图书馆',
      regions: [],
      access: 'shelf',
      callNumber: 'B222.22/Y24-3',
      demonstration: true,
    },
  ],
}
