// A journal of library science that still comes out.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const periodicalFixture: RecordInput = {
  record: recordWith({
    id: 'fxperiodical',
    kind: 'periodical',
    title: '中国图书馆学报',
    alternativeTitles: ['Journal of Library Science in China', '图书馆学通讯'],
    agents: [
      { name: '中国图书馆学会', role: 'editor', agentId: null, type: 'organisation' },
      { name: '国家图书馆', role: 'publisher', agentId: 'fxorganisation', type: 'organisation' },
    ],
    dates: [{ role: 'begins', edtf: '1957/..' }],
    identifiers: [
      { scheme: 'issn', value: '1001-8867' },
      { scheme: 'cn', value: '11-2746/G2' },
    ],
    subjects: [{ label: '图书馆学', scheme: 'cct', code: 'S049720' }],
    abstract: '图书馆学、情报学的学术期刊，刊登理论研究与实践成果。',
    rights: { label: '著作权由作者与编辑部享有', statement: null },
    access: { policy: 'login' },
    relations: [{ role: 'hasPart', recordId: 'fxissue', position: 311 }],
    prior: 60,
    details: {
      frequency: 'bimonthly',
      place: '北京',
      firstIssue: '1957年第1期',
      classification: 'G250',
    },
  }),
  texts: [],
  files: [],
  holdings: [],
}
