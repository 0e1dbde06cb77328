// A topic with some hundred sites.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const topicFixture: RecordInput = {
  record: recordWith({
    id: 'fxtopic',
    kind: 'topic',
    title: '全国公共图书馆网站专题',
    agents: [{ name: '国家图书馆', role: 'editor', agentId: 'fxorganisation', type: 'organisation' }],
    dates: [{ role: 'captured', edtf: '2019-04-01/..' }],
    subjects: [{ label: '公共图书馆', scheme: null, code: null }],
    abstract: '各省、市、县公共图书馆的网站，记录其服务与活动的变化。',
    relations: [{ role: 'hasPart', recordId: 'fxweb', position: 17 }],
    prior: 15,
    details: { seedCount: 312, captureCount: 7204 },
  }),
  texts: [],
  files: [],
  holdings: [],
}
