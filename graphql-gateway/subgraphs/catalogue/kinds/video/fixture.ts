// A documentary with captions in two languages.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const videoFixture: RecordInput = {
  record: recordWith({
    id: 'fxvideo',
    kind: 'video',
    title: '修书人：古籍修复师的一年',
    agents: [
      { name: '陆知行', role: 'director', agentId: null, type: 'person' },
      { name: '国家图书馆', role: 'publisher', agentId: 'fxorganisation', type: 'organisation' },
    ],
    dates: [{ role: 'issued', edtf: '2023-06-10' }],
    subjects: [
      { label: '古籍修复', scheme: null, code: null },
      { label: '非物质文化遗产', scheme: null, code: null },
    ],
    places: [{ label: '北京', code: '110000' }],
    form: '纪录片',
    abstract: '跟拍三位修复师，从配纸、溜口到装帧，看一部残破的明刻本怎样重新可读。',
    rights: { label: '国家图书馆保留权利', statement: 'https://rightsstatements.org/vocab/InC/1.0/' },
    contents: [
      { n: 1, title: '配纸' },
      { n: 2, title: '溜口' },
      { n: 3, title: '装帧' },
    ],
    prior: 140,
    details: {
      duration: 3132,
      resolution: { width: 1920, height: 1080 },
      captions: ['zh-Hans', 'en'],
    },
  }),
  texts: [],
  files: [
    {
      role: 'captions',
      mime: 'text/vtt',
      bytes: 48_211,
      sha256: '7c1e8d02b5a94f3660d7e1c2a89b3f547e0d6c1b2a3948f5e7d60c1b2a9348f5',
      name: 'zh-Hans.vtt',
      position: 1,
    },
  ],
  holdings: [],
}
