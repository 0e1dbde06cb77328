// A bronze vessel with an inscription.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const objectFixture: RecordInput = {
  record: recordWith({
    id: 'fxobject',
    kind: 'object',
    title: '何尊',
    alternativeTitles: ['He zun'],
    agents: [
      { name: '何', role: 'artist', agentId: null, type: 'person' },
      { name: '宝鸡青铜器博物院', role: 'holder', agentId: null, type: 'organisation' },
    ],
    dates: [{ role: 'created', edtf: '-1037~' }],
    period: { id: 'xizhou', label: '西周', years: { from: -1046, to: -771 } },
    identifiers: [{ scheme: 'accession', value: '04094' }],
    subjects: [
      { label: '青铜器', scheme: null, code: null },
      { label: '金文', scheme: null, code: null },
    ],
    places: [{ label: '陕西省宝鸡市', code: '610300' }],
    form: '尊',
    abstract: '内底铸铭文十二行一百二十二字，其中“宅兹中国”为“中国”一词最早的文字记载。',
    prior: 260,
    details: {
      materials: ['青铜'],
      technique: '范铸法',
      dimensions: '高38.8厘米，口径28.8厘米，重14.6千克',
      era: '西周早期成王五年',
      findspot: '1963年陕西宝鸡贾村出土',
    },
  }),
  texts: [],
  files: [],
  holdings: [],
}
