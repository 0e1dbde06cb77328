// What the libraries of the people to try the product with say of visiting them: made up, and marked as that.
import type { HourSpan, Place, SaidByLibrary, Weekday, Words } from '@shuxiang/subgraph-visiting/content'

const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })
const span = (opens: string, closes: string): readonly HourSpan[] => [{ opens, closes }]

const made = words('演示数据，并非该馆真实情况。', 'Demonstration data: the library itself may be otherwise.')

const withoutMonday: readonly Weekday[] = [
  ...(['TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const),
]

const place = (key: string, name: Words, spans: readonly HourSpan[]): Place => ({
  key,
  name,
  seasons: [
    {
      name: {},
      from: null,
      until: null,
      week: Object.fromEntries(withoutMonday.map((day) => [day, spans])),
    },
  ],
  holidays: { kind: 'AS_WEEKDAY', day: 'SUNDAY' },
  makeUpDays: { kind: 'AS_USUAL' },
})

interface Shown {
  readonly library: string
  readonly closes: string
  readonly address: Words
  readonly directions: Words
}

/** Those with a site from the beginning. Numbers and addresses lead nowhere (RFC 2606). */
const shown: readonly Shown[] = [
  {
    library: 'n330110',
    closes: '20:30',
    address: words('浙江省杭州市余杭区（演示地址）1 号', '1 Demonstration Road, Yuhang, Hangzhou'),
    directions: words('地铁 5 号线，步行 5 分钟。', 'Metro line 5, then five minutes on foot.'),
  },
  {
    library: 'n440305',
    closes: '21:00',
    address: words('广东省深圳市南山区（演示地址）2 号', '2 Demonstration Road, Nanshan, Shenzhen'),
    directions: words('地铁 1 号线，步行 8 分钟。', 'Metro line 1, then eight minutes on foot.'),
  },
  {
    library: 'n33',
    closes: '20:00',
    address: words('浙江省杭州市（演示地址）3 号', '3 Demonstration Road, Hangzhou'),
    directions: words('公交、地铁均可到达。', 'By bus or metro.'),
  },
]

/** `now` is when the notice begins. */
export function firstVisiting(now: Date): readonly SaidByLibrary[] {
  const from = new Date(now.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 10)
  return shown.map(({ library, closes, address, directions }) => ({
    library,
    hours: {
      places: [
        place('main', words('总馆', 'Main library'), span('09:00', closes)),
        place('children', words('少儿阅览室', 'Children’s room'), span('09:00', '17:30')),
      ],
      exceptions: [],
      announceDays: 7,
      note: made,
    },
    contact: {
      address,
      postalCode: null,
      telephones: [{ name: words('总服务台', 'Front desk'), number: '000-00000000' }],
      email: `service@${library}.example`,
      wechat: null,
      directions,
      access: words('一楼有无障碍入口与视障阅览区。', 'Step-free entrance and places for blind readers.'),
      complaints: {
        telephone: '000-00000001',
        email: null,
        text: words('五个工作日内答复。', 'Answered within five working days.'),
      },
    },
    lendingRules: {
      text: words(
        '持读者证每次可借 20 册，借期 30 天，可续借一次。（演示数据）',
        'With a card twenty books for thirty days, renewed once. (Demonstration data.)',
      ),
      link: null,
    },
    notice: {
      title: words('本站为演示站点', 'This is a demonstration site'),
      text: words(
        '开放时间、联系方式和公告均为演示数据；馆员可在控制台修改。',
        'Hours, contact and notices are made up; staff change them in the console.',
      ),
      ...{ urgent: false, pinned: true, from, until: null, link: null },
    },
  }))
}
