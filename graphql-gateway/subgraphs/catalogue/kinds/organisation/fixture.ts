// A national library, with the name it had before.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const organisationFixture: RecordInput = {
  record: recordWith({
    id: 'fxorganisation',
    kind: 'organisation',
    title: '国家图书馆',
    alternativeTitles: ['京师图书馆', '北京图书馆'],
    dates: [{ role: 'founded', edtf: '1909-09-09' }],
    places: [{ label: '北京市海淀区', code: '110108' }],
    abstract: '国家总书库、国家书目中心、国家古籍保护中心。',
    rights: { label: '公有领域', statement: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    prior: 200,
    details: {
      type: '公共图书馆',
      parent: '文化和旅游部',
      address: '北京市海淀区中关村南大街33号',
      website: 'https://www.nlc.cn/',
    },
  }),
  texts: [],
  files: [],
  holdings: [],
}
