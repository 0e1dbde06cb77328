/** Answers of the graph for tests: the shapes are the generated ones, so a changed operation fails here first. */
import type { FullLibrary, Held, Hours } from '../operations.generated.ts'

const zh = (text: string) => [{ language: 'zh-CN', text }]

const day = (
  date: string,
  weekday: Hours['days'][number]['day'],
  facts: object = {},
): Hours['days'][number] => ({
  date,
  day: weekday,
  holiday: [],
  isMakeUpDay: false,
  places: ['main', 'children'].map((key) => ({
    place: { key, name: zh(key === 'main' ? '总馆' : '少儿阅览室') },
    spans: [{ opens: '09:00', closes: key === 'main' ? '20:30' : '17:30' }],
    source: 'WEEK' as const,
    reason: [],
    next: null,
  })),
  ...facts,
})

export const hours: Hours = {
  note: zh('闭馆前 30 分钟停止入馆。'),
  days: [
    day('2026-11-29', 'SUNDAY'),
    day('2026-11-30', 'MONDAY', {
      places: ['main', 'children'].map((key) => ({
        place: { key, name: zh(key) },
        spans: [],
        source: 'EXCEPTION' as const,
        reason: zh('消防检修'),
        next: { date: '2026-12-01', opens: '09:00' },
      })),
    }),
    day('2026-12-01', 'TUESDAY', { holiday: zh('元旦') }),
  ],
}

export const yuhang: FullLibrary = {
  code: 'n330110',
  name: '余杭区图书馆',
  label: '余杭区图书馆',
  pinyin: 'Yúháng Qū Túshūguǎn',
  level: 'COUNTY',
  demonstration: true,
  site: 'https://n330110.lib.example/',
  region: {
    ...{ id: '330110', label: '余杭区' },
    parent: { ...{ id: '3301', label: '杭州市' }, parent: { id: '33', label: '浙江省' } },
  },
  hours,
  contact: {
    address: [...zh('杭州市余杭区 1 号'), { language: 'en', text: '1 Renmin Avenue' }],
    postalCode: '311100',
    telephones: [{ name: zh('总服务台'), number: '0571-88586301转8' }],
    email: 'service@yh.example',
    wechat: '余杭区图书馆',
    directions: zh('地铁 5 号线。'),
    access: [],
  },
  notices: [{ title: zh('设备检修通知'), urgent: true, from: '2026-11-01' }],
}

/** It has said nothing and lies nowhere. */
export const bare: FullLibrary = {
  ...yuhang,
  ...{ code: 'ndl', name: '国家数字图书馆', label: 'National Digital Library', level: 'NATIONAL' as const },
  ...{ demonstration: false, site: null, region: null, hours: null, contact: null, notices: [] },
}

export const held: Held = {
  totalCount: 1234,
  facets: [
    {
      name: 'kind',
      values: [
        { value: 'poem', label: '诗词', count: 1200 },
        { value: 'book', label: '图书', count: 34 },
      ],
    },
  ],
  edges: [
    {
      node: {
        ...{
          id: 'p1',
          kind: 'poem',
          kindName: '诗词',
          title: '静夜思',
          url: '/item/p1',
          language: 'lzh-Hans',
        },
        titleBeside: null,
        agents: [{ label: '李白' }],
        period: { label: '唐' },
      },
    },
  ],
}
export const nothingHeld: Held = { totalCount: 0, facets: [], edges: [] }
