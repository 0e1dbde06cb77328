// No poem and no book stands on a page twice, whichever blocks choose it.
import { expect, it } from 'vitest'
import {
  DailyPoem,
  NewArrivals,
  PersonOfTheDay,
  ShelfRecords,
  WholePoems,
  type WholePoem,
} from './operations.generated.ts'
import { openPage } from './page.ts'
import { answer, answersOfState, pageOf } from './testing/fixture.ts'
import { context } from './testing/pages.ts'
import { poem } from './testing/sample-poem.ts'
import { sampleRecord } from './testing/sample-records.ts'

const query = { from: 'query', query: '', filter: [{ name: 'kind', anyOf: ['poem'] }], sort: 'POPULAR' }
const whole = (id: string): WholePoem => ({
  ...{ id, title: id, language: 'zh-Hant', url: `/item/${id}`, titleBeside: null, agents: [], period: null },
  text: [{ kind: 'verse', text: '空山不見人，但聞人語響。' }],
})
const poems = (first: number, daily: boolean) => ({
  type: 'poems',
  fields: { title: { 'zh-CN': '读' }, source: { ...query, first }, set: 'horizontal', daily },
})
const found = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map(whole)
const answers = [
  // Its id is p1.
  answer(DailyPoem, poem(['空山新雨后，天气晚来秋。'])),
  answer(WholePoems, { search: { edges: found.map((node) => ({ node })) } }),
  answer(PersonOfTheDay, {
    personOfTheDay: {
      ...{ id: 'a', name: '王维', label: '王维', url: '/person/a', lifetime: null, period: null },
      biography: '王维，字摩诘。',
      bestKnown: found.map(({ id }) => ({ ...sampleRecord(0), id, url: `/item/${id}` })),
    },
  }),
]

it.each([true, false])('each block leaves out what those above it show, in turns: %s', (daily) => {
  const doc = pageOf([
    { type: 'daily-poem', fields: {} },
    poems(2, daily),
    { type: 'daily-person', fields: { title: { 'zh-CN': '人' }, works: 1 } },
    poems(6, daily),
  ])
  const page = openPage(doc, context)
  const given = answersOfState(doc, { fields: {}, answers })
  const links = [...page.render(given).matchAll(/href="(\/item\/\w+)"/g)].map(([, path]) => path)
  expect(links).toHaveLength(6)
  expect(new Set(links).size).toBe(6)
  // Drawn again it is the same page: nothing is kept of the first time.
  expect([...page.render(given).matchAll(/href="(\/item\/\w+)"/g)].map(([, path]) => path)).toEqual(links)
})

it('what a librarian picked stands where it was put', () => {
  const doc = pageOf([
    { type: 'daily-poem', fields: {} },
    {
      type: 'poems',
      fields: { ...poems(1, false).fields, source: { from: 'picked', items: [{ id: 'p1' }] } },
    },
  ])
  const picked = answer({ name: 'PickedPoem', answer: 'text' }, { record: whole('p1') })
  const given = answersOfState(doc, { fields: {}, answers: [...answers, picked] })
  expect(
    openPage(doc, context)
      .render(given)
      .match(/href="\/item\/p1"/g),
  ).toHaveLength(2)
})

it('shelves leave out the books of shelves above them, and are as full as before', () => {
  const shelf = (first: number, look: string) => ({
    type: 'resource-shelf',
    v: 2,
    fields: {
      ...{ title: { 'zh-CN': '书' }, look, whenEmpty: 'hide' },
      source: { from: 'query', query: '', filter: [], sort: 'POPULAR', first },
    },
  })
  const doc = pageOf([
    shelf(3, 'covers'),
    shelf(3, 'list'),
    {
      type: 'new-arrivals',
      fields: { title: { 'zh-CN': '新' }, most: 2, look: 'covers', whenEmpty: 'hide' },
    },
    shelf(9, 'table'),
  ])
  const books = Array.from({ length: 9 }, (_, n) => ({ ...sampleRecord(n), url: `/item/b${n}` }))
  const given = answersOfState(doc, {
    fields: {},
    answers: [
      answer(ShelfRecords, { search: { totalCount: 9, edges: books.map((node) => ({ node })) } }),
      answer(NewArrivals, { newRecords: books }),
    ],
  })
  const links = [
    ...openPage(doc, context)
      .render(given)
      .matchAll(/href="(\/item\/b\d)"/g),
  ].map(([, path]) => path)
  expect(links.slice(0, 8)).toEqual(books.slice(0, 8).map(({ url }) => url))
  // A table is looked through by name: it has all.
  expect(links.slice(8)).toEqual(books.map(({ url }) => url))
})
