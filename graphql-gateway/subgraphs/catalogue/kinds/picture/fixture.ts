// A scroll, photographed whole.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const pictureFixture: RecordInput = {
  record: recordWith({
    id: 'fxpicture',
    kind: 'picture',
    title: '清明上河图',
    alternativeTitles: ['Along the River During the Qingming Festival'],
    agents: [
      { name: '张择端', role: 'artist', agentId: null, type: 'person' },
      { name: '故宫博物院', role: 'holder', agentId: null, type: 'organisation' },
    ],
    dates: [{ role: 'created', edtf: '11XX' }],
    period: { id: 'beisong', label: '北宋', years: { from: 960, to: 1127 } },
    subjects: [{ label: '风俗画', scheme: null, code: null }],
    places: [{ label: '汴京', code: null }],
    language: 'zh-Hans',
    form: '长卷',
    abstract: '描绘北宋都城汴京与汴河两岸的城市面貌和各阶层人物。',
    prior: 310,
    details: { width: 35_000, height: 1650, technique: '绢本设色', dimensions: '纵24.8厘米，横528.7厘米' },
  }),
  texts: [],
  files: [
    {
      role: 'access',
      mime: 'image/jpeg',
      bytes: 61_200_344,
      sha256: '91d3c7b05e2a486f8f0b6d1e4c7a39258d0e1f6b7c3a495286b1d7f0e3c9a245',
      name: 'qingming.jpg',
      position: 1,
    },
  ],
  holdings: [],
}
