/** States of `events`. */
import { LibraryEvents } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures } from '../testing/fixture.ts'
import { both, eventsOf } from '../testing/sample-library.ts'

const title = { 'zh-CN': '近期活动', en: 'Events' }
const fields = { title, most: 6, whenEmpty: 'hide' }

export const fixtures: BlockFixtures = {
  empty: { fields, answers: [answer(LibraryEvents, eventsOf())] },
  one: { fields, answers: [answer(LibraryEvents, eventsOf({}))] },
  many: {
    fields,
    answers: [
      answer(
        LibraryEvents,
        eventsOf(
          {
            title: both('周末故事会', 'Story time'),
            audience: both('6—9 岁', 'Children of 6 to 9'),
            link: null,
          },
          { state: 'CANCELLED' },
          { begins: '2027-01-01T18:00', ends: '2027-01-02T02:00', place: [], audience: [], text: [] },
        ),
      ),
    ],
  },
  long: {
    fields,
    answers: [
      answer(
        LibraryEvents,
        eventsOf(
          ...Array.from({ length: 6 }, () => ({
            title: both(
              '“书香余杭”全民阅读系列讲座第一百二十三期：从《红楼梦》看清代江南园林',
              'Lecture 123 of the series of the district: gardens of the south in the Dream of the Red Chamber',
            ),
            text: both('主讲人简介：'.repeat(60), 'About the lecturer. '.repeat(40)),
            place: both(
              '文化艺术中心西区三号楼三层多功能报告厅',
              'Hall on the third floor of building 3, west part of the centre',
            ),
          })),
        ),
      ),
    ],
  },
  others: {
    'none, and it says so': {
      fields: { ...fields, whenEmpty: 'say' },
      answers: [answer(LibraryEvents, eventsOf())],
    },
    'on the portal': { fields, answers: [answer(LibraryEvents, { here: null })] },
  },
  refused: { 'more than a page holds': { ...fields, most: 500 } },
}
