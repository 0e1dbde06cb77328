/** States of `contact`. */
import { LibraryContact } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures } from '../testing/fixture.ts'
import { both, contactOf } from '../testing/sample-library.ts'

const title = { 'zh-CN': '联系我们', en: 'Contact' }
const fields = { title, rules: true }
const nothing = { postalCode: null, telephones: [], email: null, wechat: null, directions: [], access: [] }

export const fixtures: BlockFixtures = {
  empty: {
    fields,
    answers: [answer(LibraryContact, { here: { name: '余杭区图书馆', contact: null, lendingRules: null } })],
  },
  one: {
    fields: { ...fields, rules: false },
    answers: [
      answer(
        LibraryContact,
        contactOf({ ...nothing, complaints: { telephone: null, email: null, text: [] } }),
      ),
    ],
  },
  many: { fields, answers: [answer(LibraryContact, contactOf())] },
  long: {
    fields,
    answers: [
      answer(
        LibraryContact,
        contactOf({
          address: both(
            '浙江省杭州市余杭区仓前街道文一西路与高教路交叉口东南侧文化艺术中心西区三号楼',
            'Building 3, west part of the Centre of Culture and Arts, corner of Wenyi West Road',
          ),
          telephones: Array.from({ length: 10 }, () => ({
            name: both('地方文献与古籍保护中心咨询服务台', 'Desk of the centre for the care of old books'),
            number: '+86 571 8858 6301 转 8001',
          })),
          email: 'a.very.long.address.of.a.department@library.of.the.district.example.org',
          directions: both('乘地铁。'.repeat(80), 'Take the metro. '.repeat(60)),
        }),
      ),
    ],
  },
  others: {
    'the rules of borrowing alone': {
      fields,
      answers: [
        answer(LibraryContact, () => {
          const { here } = contactOf()
          return { here: here && { ...here, contact: null } }
        }),
      ],
    },
    'on the portal': { fields, answers: [answer(LibraryContact, { here: null })] },
  },
  refused: { 'a word for a switch': { ...fields, rules: 'yes' } },
}
