/** States of `announcements`. */
import { LibraryNotices } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures } from '../testing/fixture.ts'
import { both, noticesOf } from '../testing/sample-library.ts'

const title = { 'zh-CN': '公告', en: 'Notices' }
const fields = { title, most: 5, whenEmpty: 'hide' }
const urgent = {
  id: 'n330110:an-urgent-one',
  title: both('今日闭馆：一楼漏水', 'Closed today: water on the ground floor'),
  urgent: true,
  from: '2026-11-22',
  link: '/visit',
}

export const fixtures: BlockFixtures = {
  empty: { fields, answers: [answer(LibraryNotices, noticesOf())] },
  one: { fields, answers: [answer(LibraryNotices, noticesOf({}))] },
  many: {
    fields,
    answers: [
      answer(
        LibraryNotices,
        noticesOf(
          urgent,
          { pinned: true, from: '2025-12-01' },
          {},
          { text: [], link: 'https://example.org/more' },
        ),
      ),
    ],
  },
  long: {
    fields: {
      ...fields,
      title: { 'zh-CN': '本馆公告与开放时间、服务调整的通知', en: 'Notices of the library' },
    },
    answers: [
      answer(
        LibraryNotices,
        noticesOf(
          ...Array.from({ length: 5 }, (_, n) => ({
            id: `n330110:notice-${n}`,
            title: both(
              '关于供电设施改造与消防联动系统升级期间调整各阅览室开放时间的通知'.repeat(2),
              'On the hours of all reading rooms while the power supply is renewed '.repeat(2),
            ),
            text: both(
              '各位读者：\n'.concat('因设施改造，开放时间调整如下。'.repeat(20)),
              'Dear readers,\n'.concat('the hours are as follows. '.repeat(30)),
            ),
          })),
        ),
      ),
    ],
  },
  others: {
    'none, and it says so': {
      fields: { ...fields, whenEmpty: 'say' },
      answers: [answer(LibraryNotices, noticesOf())],
    },
    'on the portal': { fields, answers: [answer(LibraryNotices, { here: null })] },
  },
  refused: { 'none at all': { ...fields, most: 0 } },
}
