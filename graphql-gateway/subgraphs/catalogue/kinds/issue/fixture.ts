// An issue with its table of contents.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const issueFixture: RecordInput = {
  record: recordWith({
    id: 'fxissue',
    kind: 'issue',
    title: '中国图书馆学报 2024年第3期',
    agents: [{ name: '国家图书馆', role: 'publisher', agentId: 'fxorganisation', type: 'organisation' }],
    dates: [{ role: 'issued', edtf: '2024-05-15' }],
    identifiers: [{ scheme: 'issn', value: '1001-8867' }],
    rights: { label: '著作权由作者与编辑部享有', statement: null },
    access: { policy: 'login' },
    relations: [{ role: 'partOf', recordId: 'fxperiodical', position: 311 }],
    contents: [
      { n: 1, title: '公共图书馆全民阅读服务的十年', creator: '周明远', section: '专稿' },
      { n: 2, title: '古籍数字化中的文字识别与校勘', creator: '沈若兰', section: '研究论文' },
    ],
    prior: 12,
    details: { periodical: '中国图书馆学报', volume: '50', number: '3', year: 2024, pages: 128 },
  }),
  texts: [],
  files: [
    {
      role: 'access',
      mime: 'application/pdf',
      bytes: 18_442_107,
      sha256: '5b0c1d7e9a3f42868c1e6f7a0d93b254e8f16a7c3d20495b81e6fa937d0c2b48',
      name: 'tsgxb-2024-3.pdf',
      position: 1,
    },
  ],
  holdings: [],
}
