// A reading for children with registration.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const eventFixture: RecordInput = {
  record: recordWith({
    id: 'fxevent',
    kind: 'event',
    title: '典籍里的节气：大雪亲子读书会',
    agents: [
      { name: '杭州图书馆', role: 'organiser', agentId: null, type: 'organisation' },
      { name: '宋清如', role: 'lecturer', agentId: null, type: 'person' },
    ],
    dates: [
      { role: 'begins', edtf: '2026-12-05T14:00:00+08:00' },
      { role: 'ends', edtf: '2026-12-05T16:00:00+08:00' },
    ],
    subjects: [{ label: '二十四节气', scheme: null, code: null }],
    places: [{ label: '浙江省杭州市', code: '330100' }],
    form: '读书会',
    abstract: '读《礼记·月令》与历代咏雪诗，动手做一张消寒图。',
    rights: { label: '杭州图书馆', statement: null },
    scopes: ['n3301'],
    prior: 5,
    details: {
      venue: '杭州图书馆二楼少儿阅览室',
      address: '浙江省杭州市上城区解放东路58号',
      capacity: 40,
      audience: '6—12岁儿童及家长',
      registration: 'https://example.org/events/daxue',
    },
  }),
  texts: [],
  files: [],
  holdings: [],
}
