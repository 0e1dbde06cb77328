// 春望, as the large collections hold it.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const poemFixture: RecordInput = {
  record: recordWith({
    id: 'fxpoem',
    kind: 'poem',
    title: '春望',
    agents: [{ name: '杜甫', role: 'author', agentId: 'fxdufu', type: 'person' }],
    dates: [{ role: 'created', edtf: '0757' }],
    period: { id: 'tang', label: '唐', years: { from: 618, to: 907 } },
    collection: { id: 'quantangshi', label: '全唐诗' },
    subjects: [{ label: '唐诗三百首', scheme: null, code: null }],
    places: [{ label: '长安', code: null }],
    language: 'lzh-Hans',
    form: '五言律诗',
    prior: 900,
  }),
  texts: [
    {
      n: 0,
      title: null,
      paragraphs: [
        { text: '国破山河在，城春草木深。', kind: 'verse' },
        { text: '感时花溅泪，恨别鸟惊心。', kind: 'verse' },
        { text: '烽火连三月，家书抵万金。', kind: 'verse' },
        { text: '白头搔更短，浑欲不胜簪。', kind: 'verse' },
      ],
    },
  ],
  files: [],
  holdings: [],
}
