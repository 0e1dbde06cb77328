// For tests: what a library may say of visiting it, as a form sends it.
import type { ContactInput, HoursInput, LibraryEventInput, NoticeInput } from './schema/types.generated.ts'

export const zh = (text: string) => [{ language: 'zh-CN', text }]

const day = [{ opens: '09:00', closes: '17:30' }]

export const hoursInput = (facts: Partial<HoursInput> = {}): HoursInput => ({
  places: [
    {
      key: 'main',
      name: zh('总馆'),
      seasons: [
        {
          name: [],
          week: (['TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const).map(
            (weekday) => ({ day: weekday, spans: day }),
          ),
        },
      ],
      holidays: { kind: 'AS_WEEKDAY', day: 'SUNDAY' },
      makeUpDays: { kind: 'AS_USUAL' },
    },
  ],
  exceptions: [
    { from: '2026-12-03', until: '2026-12-05', places: [], spans: [], reason: zh('消防检修，临时闭馆') },
  ],
  announceDays: 7,
  note: zh('闭馆前 30 分钟停止入馆。'),
  ...facts,
})

export const contactInput = (facts: Partial<ContactInput> = {}): ContactInput => ({
  address: [
    ...zh('杭州市余杭区人民大道 1 号'),
    { language: 'en', text: '1 Renmin Avenue, Yuhang, Hangzhou' },
  ],
  postalCode: '311100',
  telephones: [{ name: zh('总服务台'), number: '0571-88586301' }],
  email: 'service@yhlib.example.cn',
  wechat: '余杭区图书馆',
  directions: zh('地铁 5 号线人民大道站 A 口。'),
  access: zh('一楼有无障碍入口与视障阅览室。'),
  complaints: { telephone: '0571-88586302', email: null, text: zh('五个工作日内答复。') },
  ...facts,
})

export const noticeInput = (facts: Partial<NoticeInput> = {}): NoticeInput => ({
  title: zh('设备检修通知'),
  text: zh('自助借还机今日停用。'),
  urgent: false,
  pinned: false,
  from: '2026-11-01',
  until: null,
  link: null,
  ...facts,
})

export const eventInput = (facts: Partial<LibraryEventInput> = {}): LibraryEventInput => ({
  title: zh('《红楼梦》导读'),
  text: zh('主讲：沈老师。'),
  begins: '2026-12-05T14:00',
  ends: '2026-12-05T16:00',
  place: zh('三楼报告厅'),
  link: '/events',
  audience: zh('成人读者'),
  state: 'PLANNED',
  ...facts,
})
