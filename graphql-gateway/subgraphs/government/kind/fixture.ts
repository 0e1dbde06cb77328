// A rule of a province that does not exist.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const governmentFixture: RecordInput = {
  record: recordWith({
    id: 'fxgovernment',
    kind: 'government',
    title: '青江省人民政府办公厅关于推进公共图书馆城乡一体化服务的实施意见',
    agents: [{ name: '青江省人民政府办公厅', role: 'issuer', agentId: 'fxqingjiang', type: 'organisation' }],
    dates: [
      { role: 'issued', edtf: '2024-03-18' },
      { role: 'effective', edtf: '2024-05-01' },
    ],
    subjects: [{ label: '公共文化服务', scheme: null, code: null }],
    places: [{ label: '青江省', code: null }],
    form: '意见',
    abstract: '到2027年，实现县域内图书馆总分馆通借通还全覆盖。',
    source: { name: '青江省人民政府门户网站', url: 'https://example.org/gov', licence: '政府信息公开' },
    contents: [
      { n: 1, title: '总体要求' },
      { n: 2, title: '主要任务' },
    ],
    opening: '各市、县（市、区）人民政府，省政府直属各单位：',
    prior: 30,
    details: {
      documentNumber: '青政办发〔2024〕12号',
      indexNumber: '002482510/2024-00317',
      categories: ['文化、广电、新闻出版', '文化'],
      status: 'inForce',
    },
  }),
  texts: [
    {
      n: 1,
      title: '总体要求',
      paragraphs: [
        { text: '坚持公益性、基本性、均等性、便利性，推动优质公共文化资源向基层延伸。', kind: 'prose' },
      ],
    },
    {
      n: 2,
      title: '主要任务',
      paragraphs: [
        { text: '（一）健全县级总馆、乡镇分馆、村级服务点三级网络。', kind: 'prose' },
        { text: '（二）统一编目，统一借阅规则，统一读者证。', kind: 'prose' },
      ],
    },
  ],
  files: [],
  holdings: [],
}
