// 朝花夕拾, read aloud.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const audioFixture: RecordInput = {
  record: recordWith({
    id: 'fxaudio',
    kind: 'audio',
    title: '朝花夕拾',
    alternativeTitles: ['旧事重提'],
    agents: [
      { name: '鲁迅', role: 'author', agentId: 'fxluxun', type: 'person' },
      { name: '方致远', role: 'narrator', agentId: null, type: 'person' },
      { name: '清声有声出版社', role: 'publisher', agentId: null, type: 'organisation' },
    ],
    dates: [
      { role: 'created', edtf: '1926/1927' },
      { role: 'issued', edtf: '2021-04-23' },
    ],
    period: { id: 'minguo', label: '民国', years: { from: 1912, to: 1949 } },
    identifiers: [{ scheme: 'isrc', value: 'CN-A49-21-00317' }],
    subjects: [{ label: '散文', scheme: null, code: null }],
    form: '散文朗读',
    abstract: '十篇回忆散文的完整朗读。',
    rights: { label: '录音权利由出版者保留', statement: 'https://rightsstatements.org/vocab/InC/1.0/' },
    access: { policy: 'card' },
    relations: [{ role: 'hasPart', recordId: 'fxepisode', position: 6 }],
    contents: [
      { n: 1, title: '狗·猫·鼠' },
      { n: 2, title: '阿长与《山海经》' },
      { n: 3, title: '《二十四孝图》' },
    ],
    prior: 180,
    details: { duration: 13_860 },
  }),
  texts: [],
  files: [
    {
      role: 'track',
      mime: 'audio/mpeg',
      bytes: 23_480_112,
      sha256: '0e4b7c1a92d35f686a7f3d1c58e09b24a1c6f7d0b39e85427d1f0a6c3b9e2854',
      name: '01.mp3',
      position: 1,
    },
  ],
  holdings: [],
}
