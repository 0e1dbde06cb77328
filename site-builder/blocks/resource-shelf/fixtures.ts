/** States of `resource-shelf`. */
import { ShelfRecord, ShelfRecords } from '../operations.generated.ts'
import type { RecordCard } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'
import { longRecord, sampleRecord } from '../testing/sample-records.ts'

const source = {
  from: 'query',
  query: '',
  filter: [{ name: 'kind', anyOf: ['book'] }],
  sort: 'POPULAR',
  first: 12,
}
const fields = { title: { 'zh-CN': '典籍', en: 'Classics' }, source, look: 'covers', whenEmpty: 'say' }

const found = (records: readonly RecordCard[]): FixtureAnswer =>
  answer(ShelfRecords, {
    search: { totalCount: records.length, edges: records.map((node) => ({ node })) },
  })
const twelve = Array.from({ length: 12 }, (_, n) => sampleRecord(n))
const more = { 'zh-CN': '全部图书', en: 'All books' }

const picked = {
  ...fields,
  title: { 'zh-CN': '馆员推荐', en: 'Picked by our librarians' },
  source: {
    from: 'picked',
    items: [
      {
        id: '2',
        note: {
          'zh-CN': '写汴京的吃食、节令与街市，读来如在画中。配着《清明上河图》看更好。',
          en: 'Food, feasts and streets of the Song capital, as if one walked there.',
        },
      },
      { id: 'gone' },
      { id: '7', note: { 'zh-CN': '一位宋代学者的好奇心。' } },
      { id: '11' },
    ],
  },
}
const byId = answer(ShelfRecord, ({ id }) => ({
  record: id === 'gone' ? null : sampleRecord(Number(id) || 0),
}))

export const fixtures: BlockFixtures = {
  empty: { fields, answers: [found([])] },
  one: { fields, answers: [found(twelve.slice(0, 1))] },
  many: { fields: { ...fields, more }, answers: [found(twelve)] },
  long: {
    fields: {
      ...fields,
      title: {
        'zh-CN': '本馆历年影印出版与征集入藏的地方文献、家谱方志、碑刻拓片及名人手稿选目',
        en: 'Local history, genealogies and rubbings collected by us',
      },
      more: { 'zh-CN': '查看全部地方文献与手稿影印资料', en: 'All local history and manuscripts' },
    },
    answers: [found(Array.from({ length: 12 }, (_, n) => longRecord(n)))],
  },
  others: {
    'hidden when empty': { fields: { ...fields, whenEmpty: 'hide' }, answers: [found([])] },
    'picked as covers': { fields: picked, answers: [byId] },
    'picked as a list': { fields: { ...picked, look: 'list' }, answers: [byId] },
    'a table': { fields: { ...fields, look: 'table', more }, answers: [found(twelve)] },
    'a long list': {
      fields: { ...fields, look: 'list' },
      answers: [found([longRecord(0), longRecord(1)])],
    },
    'a long table': {
      fields: { ...fields, look: 'table' },
      answers: [found([longRecord(0), longRecord(1)])],
    },
  },
  refused: {
    'one record twice': { ...fields, source: { from: 'picked', items: [{ id: 'a' }, { id: 'a' }] } },
    'more than a shelf holds': { ...fields, source: { ...source, first: 500 } },
    'an order that is none': { ...fields, source: { ...source, sort: 'RANDOM' } },
    'a facet that reaches elsewhere': {
      ...fields,
      source: { ...source, filter: [{ name: 'kind&x', anyOf: ['a'] }] },
    },
  },
  former: [
    {
      v: 1,
      fields: { title: { 'zh-CN': '典籍' }, source, more, whenEmpty: 'hide' },
      becomes: { title: { 'zh-CN': '典籍' }, source, more, whenEmpty: 'hide', look: 'covers' },
    },
    {
      v: 1,
      fields: {
        title: { 'zh-CN': '推荐' },
        source: { from: 'picked', ids: ['a', 'b'] },
        whenEmpty: 'say',
      },
      becomes: {
        title: { 'zh-CN': '推荐' },
        source: { from: 'picked', items: [{ id: 'a' }, { id: 'b' }] },
        whenEmpty: 'say',
        look: 'covers',
      },
    },
  ],
}
