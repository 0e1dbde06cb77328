/** What a library says of visiting it, for the states of blocks that show it. The day is that of the fixtures' pages. */
import type {
  LibraryContactData,
  LibraryEventsData,
  LibraryHoursData,
  LibraryNoticesData,
} from '../operations.generated.ts'
import type { Texts } from '../said.ts'

export const both = (zh: string, en: string): Texts => [
  { language: 'zh-CN', text: zh },
  { language: 'en', text: en },
]

type Hours = NonNullable<NonNullable<LibraryHoursData['here']>['hours']>
type Opening = Hours['days'][number]['places'][number]

const name = '余杭区图书馆'
const day = [{ opens: '09:00', closes: '17:30' }]
const long = [{ opens: '09:00', closes: '20:30' }]
const week = (['TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const).map(
  (weekday) => ({ day: weekday, spans: day }),
)
const season = { from: null, until: null, week }
const summer = { from: '07-01', until: '08-31', week: week.map(({ day: of }) => ({ day: of, spans: long })) }

const opening = (facts: Partial<Opening> = {}): Opening => ({
  ...{ spans: day, source: 'WEEK', reason: [], next: null },
  ...facts,
})

/** From Sunday 22 November on: a Monday, and three days of works in December. */
function daysOf(each: (n: number) => readonly Opening[]): Hours['days'] {
  return Array.from({ length: 31 }, (_, n) => ({
    date: new Date(Date.UTC(2026, 10, 22 + n)).toISOString().slice(0, 10),
    isMakeUpDay: n === 6,
    holiday: n === 5 ? both('元旦', 'New Year’s Day') : [],
    places: each(n),
  }))
}

const works = both('消防检修，临时闭馆', 'Closed for work on the fire alarm')
const exception = { from: '2026-11-24', until: '2026-11-26', places: [], spans: [], reason: works }

function mainDay(n: number): Opening {
  if (n === 1) return opening({ spans: [], next: { date: '2026-11-27', opens: '09:00' } })
  if (n >= 2 && n <= 4) return opening({ spans: [], source: 'EXCEPTION', reason: works })
  if (n === 5) return opening({ spans: long, source: 'HOLIDAY' })
  return n === 6 ? opening({ source: 'MAKE_UP_DAY' }) : opening()
}

const main = { key: 'main', name: both('总馆', 'Main library'), seasons: [season, summer] }
const children = { key: 'children', name: both('少儿阅览室', 'Children’s room'), seasons: [season] }
const night = { key: 'night', name: both('24 小时书房', '24-hour room'), seasons: [season] }
const allDay = [{ opens: '00:00', closes: '24:00' }]

export const hoursOfOnePlace: LibraryHoursData = {
  here: {
    name,
    hours: { note: [], places: [{ ...main, name: [] }], announced: [], days: daysOf(() => [opening()]) },
  },
}

export const hoursOfPlaces: LibraryHoursData = {
  here: {
    name,
    hours: {
      note: both(
        '闭馆前 30 分钟停止入馆。\n国家法定节假日开放时间另行公告。',
        'Last entry half an hour before closing.',
      ),
      places: [main, children, night],
      announced: [exception, { ...exception, places: ['night'], spans: long, until: exception.from }],
      days: daysOf((n) => [mainDay(n), mainDay(n), opening({ spans: allDay })]),
    },
  },
}

/** Closed today, with long names and long reasons. */
export const hoursOfManyPlaces: LibraryHoursData = {
  here: {
    name,
    hours: {
      note: both('入馆须知。'.repeat(60), 'What to know. '.repeat(60)),
      places: Array.from({ length: 7 }, (_, n) => ({
        ...main,
        key: `p${n}`,
        name: both(
          '地方文献与古籍保护中心（全国古籍重点保护单位）阅览室',
          'Reading room of the centre for the care of old books',
        ),
      })),
      announced: Array.from({ length: 6 }, () => ({
        ...exception,
        reason: both(
          '因供电设施改造与消防联动系统升级'.repeat(3),
          'Because of work on the power supply and the alarm '.repeat(3),
        ),
      })),
      days: daysOf(() =>
        Array.from({ length: 7 }, () =>
          opening({
            spans: [],
            source: 'EXCEPTION',
            reason: both(
              '因供电设施改造与消防联动系统升级临时闭馆',
              'Closed because of work on the power supply and the fire alarm',
            ),
            next: { date: '2027-01-04', opens: '09:00' },
          }),
        ),
      ),
    },
  },
}

type Notice = NonNullable<LibraryNoticesData['here']>['notices'][number]
const notice = (facts: Partial<Notice> = {}): Notice => ({
  id: 'n330110:a-notice',
  title: both('自助借还机升级', 'New machines for borrowing'),
  text: both('11 月 25 日起启用新机。\n旧机同时停用。', 'From 25 November.\nThe old ones go.'),
  ...{ urgent: false, pinned: false, from: '2026-11-20', link: null },
  changedAt: '2026-11-19T08:00:00.000Z',
  ...facts,
})

export const noticesOf = (...notices: readonly Partial<Notice>[]): LibraryNoticesData => ({
  here: { notices: notices.map((facts) => notice(facts)) },
})

export const contactOf = (
  facts: Partial<NonNullable<NonNullable<LibraryContactData['here']>['contact']>> = {},
): LibraryContactData => ({
  here: {
    name,
    contact: {
      address: both('杭州市余杭区人民大道 1 号', '1 Renmin Avenue, Yuhang, Hangzhou'),
      postalCode: '311100',
      telephones: [
        { name: both('总服务台', 'Front desk'), number: '0571-88586301' },
        { name: both('少儿部', 'Children'), number: '0571-88586302 转 8' },
      ],
      email: 'service@yhlib.example.cn',
      wechat: '余杭区图书馆',
      directions: both('地铁 5 号线人民大道站 A 口。\n公交 360 路。', 'Metro line 5, exit A.\nBus 360.'),
      access: both(
        '一楼有无障碍入口与视障阅览室。',
        'An entrance without steps and a reading room for the blind.',
      ),
      complaints: {
        telephone: '0571-88586303',
        email: 'tousu@yhlib.example.cn',
        text: both('五个工作日内答复。', 'Answered within five working days.'),
      },
      ...facts,
    },
    lendingRules: {
      text: both('每证可借 20 册，借期 30 天，可续借一次。', 'Twenty books for thirty days, renewed once.'),
      link: '/borrowing',
    },
  },
})

type Event = NonNullable<LibraryEventsData['here']>['events'][number]
const event = (facts: Partial<Event> = {}): Event => ({
  key: 'an-event',
  title: both('《红楼梦》导读', 'Reading the Dream of the Red Chamber'),
  text: both('主讲：沈老师。', 'With Shen Jing.'),
  begins: '2026-12-05T14:00',
  ends: '2026-12-05T16:00',
  place: both('三楼报告厅', 'Hall on the third floor'),
  link: 'https://example.org/seats',
  audience: both('成人读者', 'Adults'),
  state: 'PLANNED',
  changedAt: '2026-11-19T08:00:00.000Z',
  ...facts,
})

export const eventsOf = (...events: readonly Partial<Event>[]): LibraryEventsData => ({
  here: { name, events: events.map((facts, n) => event({ key: `an-event-${n}`, ...facts })) },
})
