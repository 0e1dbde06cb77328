// The sixth piece of the audiobook, with its text.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const episodeFixture: RecordInput = {
  record: recordWith({
    id: 'fxepisode',
    kind: 'episode',
    title: '从百草园到三味书屋',
    agents: [
      { name: '鲁迅', role: 'author', agentId: 'fxluxun', type: 'person' },
      { name: '方致远', role: 'narrator', agentId: null, type: 'person' },
    ],
    dates: [
      { role: 'created', edtf: '1926-09-18' },
      { role: 'issued', edtf: '2021-04-23' },
    ],
    form: '散文朗读',
    rights: { label: '录音权利由出版者保留', statement: 'https://rightsstatements.org/vocab/InC/1.0/' },
    access: { policy: 'card' },
    relations: [{ role: 'partOf', recordId: 'fxaudio', position: 6 }],
    opening: '我家的后面有一个很大的园，相传叫作百草园。',
    prior: 95,
    details: { series: '朝花夕拾', duration: 1265 },
  }),
  texts: [
    {
      n: 0,
      title: null,
      paragraphs: [
        {
          text: '我家的后面有一个很大的园，相传叫作百草园。现在是早已并屋子一起卖给朱文公的子孙了，连那最末次的相见也已经隔了七八年，其中似乎确凿只有一些野草；但那时却是我的乐园。',
          kind: 'prose',
        },
      ],
    },
  ],
  files: [],
  holdings: [],
}
