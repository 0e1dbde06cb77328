/** States of `navigation-list`. */
import { CountFound } from '../operations.generated.ts'
import { answer, type BlockFixtures } from '../testing/fixture.ts'

const title = { 'zh-CN': '常用服务', en: 'What people come for' }
const way = (zh: string, en: string, to: string, about?: readonly [string, string]) => ({
  words: { 'zh-CN': zh, en },
  to,
  ...(about ? { about: { 'zh-CN': about[0], en: about[1] } } : {}),
})
const ways = [
  way('办证与借阅', 'Cards and lending', '/search', [
    '身份证即可办理，一次借十册',
    'Bring an identity card; ten books at a time',
  ]),
  way('各地图书馆', 'Libraries', '/libraries', ['找到离您最近的一家', 'Find the one nearest to you']),
  way('检索诗词', 'Search poems', '/search?kind=poem', [
    '记得一句就能找到全篇',
    'A line you remember is enough',
  ]),
  way('公开课', 'Open courses', '/courses'),
  way('政府信息', 'Government information', '/government', [
    '法规、公报与政策',
    'Laws, gazettes and policies',
  ]),
  way('给我们写信', 'Write to us', 'mailto:reader@example.org', [
    '两个工作日内回复',
    'Answered within two working days',
  ]),
]

export const fixtures: BlockFixtures = {
  empty: { fields: { title, items: [], look: 'tiles' } },
  one: { fields: { title, items: ways.slice(0, 1), look: 'tiles' } },
  many: { fields: { title, items: ways, look: 'tiles' } },
  long: {
    fields: {
      title: {
        'zh-CN': '本馆面向老年读者、少年儿童与视障读者提供的全部线上线下服务项目一览表',
        en: 'All services for older, young and blind readers of ours',
      },
      items: Array.from({ length: 9 }, () =>
        way(
          '为行动不便的读者送书上门并代为办理续借与归还手续的服务',
          'Books brought home and renewed for you',
          '/search',
          [
            '每周二、周四由志愿者送达，请提前一天在“我的图书馆”登记或致电服务台说明所需书目',
            'By volunteers on Tuesdays and Thursdays; tell us a day before, please',
          ],
        ),
      ),
      look: 'tiles',
    },
  },
  others: {
    'one below the other': { fields: { title, items: ways, look: 'list' } },
    'how many each finds': {
      fields: { title, items: ways, look: 'counted' },
      answers: [
        answer(CountFound, ({ filter }) => ({ search: { totalCount: Array.isArray(filter) ? 1_234 : 0 } })),
      ],
    },
    'a page that is gone': { fields: { title, items: [way('旧页', 'Gone', 'page:gone')], look: 'list' } },
  },
  refused: {
    'a link to a script': { title, items: [way('x', 'x', 'javascript:alert(1)')], look: 'tiles' },
    'more than fit': { title, items: Array.from({ length: 25 }, () => ways[0] ?? {}), look: 'tiles' },
  },
}
