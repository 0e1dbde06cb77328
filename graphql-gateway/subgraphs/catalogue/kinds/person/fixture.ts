// 李白, with the names by which he is known.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const personFixture: RecordInput = {
  record: recordWith({
    id: 'fxperson',
    kind: 'person',
    title: '李白',
    alternativeTitles: ['Li Bai'],
    dates: [
      { role: 'born', edtf: '0701' },
      { role: 'died', edtf: '0762-12~' },
    ],
    period: { id: 'tang', label: '唐', years: { from: 618, to: 907 } },
    identifiers: [{ scheme: 'viaf', value: '39385965' }],
    places: [{ label: '绵州昌隆', code: null }],
    abstract: '唐代诗人，后世尊为“诗仙”，存诗近千首。',
    rights: { label: '公有领域', statement: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    prior: 880,
    details: {
      names: [
        { name: '太白', type: 'courtesy' },
        { name: '青莲居士', type: 'art' },
        { name: '李太白', type: 'other' },
      ],
      birthPlace: '碎叶',
      deathPlace: '当涂',
      occupations: ['诗人'],
    },
  }),
  texts: [],
  files: [],
  holdings: [],
}
