// Titles in other languages, over a real store and an index in memory that the store's own feed fills.
import { highlight, parseBox, readingOf } from '@shuxiang/search'
import { createMemoryEngine } from '@shuxiang/search/memory'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { heldBy, kinds, poem } from './fixtures/records.ts'
import type { RecordDoc } from './model/record.ts'
import { catalogue } from './module.ts'
import { fromEngine } from './search/from-engine.ts'
import { recordFeed } from './store/feed.ts'
import { upsertMany } from './store/write.ts'
import { createCatalogue } from './subgraph.ts'

const day = new Date('2026-11-22T00:00:00Z')
const quiet = poem({
  id: 'pquiet',
  title: '靜夜思',
  scopes: ['*'],
  parallelTitles: [
    { title: 'Quiet Night Thought', language: 'en' },
    { title: 'A Silent Evening', language: 'en', source: 'A book, 1929' },
  ],
})
const works = [
  quiet,
  poem({ id: 'punknown', title: '夜雨', alternativeTitles: ['秋夜雨'], scopes: ['*'] }),
  poem({ id: 'penglish', title: 'Night Rain', language: 'en', scopes: ['*'] }),
  poem(
    { id: 'pkept', title: '夜泊', scopes: [], parallelTitles: [{ title: 'Kept at Night', language: 'en' }] },
    { holdings: heldBy('n33') },
  ),
]

let store: TestStore
let db: Db
const engine = createMemoryEngine()
const search = fromEngine(engine, { parseBox, highlight, readingOf })
const execute = createExecutor(createCatalogue({ search, kinds, isLibrary: async () => true }))

async function run(query: string, tenant: string | null = null): Promise<unknown> {
  const { data, errors } = await execute(query, {}, testContext(db, { tenant }))
  expect(errors).toBeUndefined()
  return data
}

async function fed(): Promise<void> {
  const feed = recordFeed(db, kinds)
  const changes = await feed.dirty(100)
  await engine.index(changes.flatMap(({ doc }) => doc ?? []))
  await feed.clean(changes)
}

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('titles')
  await prepareStore({ db, now: () => day }, [catalogue])
  expect((await upsertMany(db, kinds, works, day)).refused).toEqual([])
  await fed()
})
afterAll(() => store.close())

it('are told with their sources, and one stands beside the title for who reads the language', async () => {
  const fields =
    'parallelTitles { title language source } zh: titleBeside { text } en: titleBeside(language: "en") { text language }'
  expect(
    await run(`{ known: record(id: "pquiet") { ${fields} } unknown: record(id: "punknown") { ${fields} }
      english: record(id: "penglish") { ${fields} } }`),
  ).toEqual({
    known: {
      parallelTitles: [
        { title: 'Quiet Night Thought', language: 'en', source: null },
        { title: 'A Silent Evening', language: 'en', source: 'A book, 1929' },
      ],
      zh: { text: 'Quiet Night Thought' },
      en: { text: 'Quiet Night Thought', language: 'en' },
    },
    unknown: { parallelTitles: [], zh: null, en: { text: 'Yè yǔ', language: 'zh-Latn-pinyin' } },
    english: { parallelTitles: [], zh: null, en: null },
  })
})

it.each([
  ['quiet night', 'Quiet Night Thought'],
  ['SILENT EVENING', 'A Silent Evening'],
  ['the quíet night thought', null],
  ['a silent evening', 'A Silent Evening'],
])('find the work by %s, and the one that was found stands beside it', async (query, found) => {
  const answer = await run(`{ search(query: "${query}") { relaxed edges { node { id }
    zh: titleBeside { text { text marked } language } en: titleBeside(language: "en") { text { text } } } } }`)
  const [edge] = Object(answer).search.edges
  expect(edge.node).toEqual({ id: 'pquiet' })
  const text = (title: { text: { text: string }[] } | null) =>
    title?.text.map((run) => run.text).join('') ?? null
  expect(text(edge.en)).toBe(found ?? 'Quiet Night Thought')
  expect(text(edge.zh)).toBe(found ?? 'Quiet Night Thought')
  expect(edge.zh.text.some(({ marked }: { marked: boolean }) => marked)).toBe(true)
})

it('stand beside a result in Chinese only where something in them was found', async () => {
  expect(
    await run(`{ search(query: "夜") { edges { node { id } zh: titleBeside { language }
      en: titleBeside(language: "en") { language text { text marked } } } } }`),
  ).toMatchObject({
    search: {
      edges: expect.arrayContaining([
        {
          node: { id: 'pquiet' },
          zh: null,
          en: { language: 'en', text: [{ text: 'Quiet Night Thought', marked: false }] },
        },
        {
          node: { id: 'punknown' },
          zh: null,
          en: { language: 'zh-Latn-pinyin', text: [{ text: 'Yè yǔ', marked: false }] },
        },
      ]),
    },
  })
})

it('are suggested with what the work is called here, and titles in characters with what stands beside them', async () => {
  expect(
    await run(`{
      letters: suggest(prefix: "quiet n") { text name of(language: "en") url }
      article: suggest(prefix: "a silent") { text name }
      without: suggest(prefix: "silent") { text name }
      chinese: suggest(prefix: "静夜") { text name of }
      english: suggest(prefix: "静夜") { text name of(language: "en") }
      pinyin: suggest(prefix: "yeyu") { text of(language: "en") }
      other: suggest(prefix: "秋夜") { text of(language: "en") }
      own: suggest(prefix: "night rain") { text name }
    }`),
  ).toEqual({
    letters: [{ text: 'Quiet Night Thought', name: '靜夜思', of: null, url: '/item/pquiet' }],
    article: [{ text: 'A Silent Evening', name: '靜夜思' }],
    without: [{ text: 'Silent Evening', name: '靜夜思' }],
    chinese: [{ text: '靜夜思', name: null, of: null }],
    english: [{ text: '靜夜思', name: null, of: 'Quiet Night Thought' }],
    pinyin: [{ text: '夜雨', of: 'Yè yǔ' }],
    other: [{ text: '秋夜雨', of: 'Qiū yè yǔ' }],
    own: [{ text: 'Night Rain', name: null }],
  })
})

it('of what another library keeps are nobody’s business', async () => {
  const asked = '{ search(query: "kept at night") { totalCount } suggest(prefix: "kept") { name } }'
  expect(await run(asked, 'n11')).toEqual({ search: { totalCount: 0 }, suggest: [] })
  expect(await run(asked, 'n33')).toEqual({ search: { totalCount: 1 }, suggest: [{ name: '夜泊' }] })
})

it('go when the source has them no longer, and come back', async () => {
  const { parallelTitles, ...plain } = quiet.record
  expect(parallelTitles).toHaveLength(2)
  await upsertMany(db, kinds, [{ ...quiet, record: plain }], day)
  await fed()
  const doc = await db.collection<RecordDoc>('records').findOne({ _id: 'pquiet' })
  expect(doc).not.toHaveProperty('parallelTitles')
  expect(await run('{ search(query: "quiet night thought") { totalCount } }')).toEqual({
    search: { totalCount: 0 },
  })
  expect(await upsertMany(db, kinds, [quiet], day)).toMatchObject({ updated: 1 })
  await fed()
  expect(await run('{ search(query: "quiet night thought") { totalCount } }')).toEqual({
    search: { totalCount: 1 },
  })
})

it('are not told of a work that was withdrawn', async () => {
  await db
    .collection<RecordDoc>('records')
    .updateOne({ _id: 'pquiet' }, { $set: { withdrawn: { at: day, reason: 'test' } } })
  expect(
    await run(`{ record(id: "pquiet") { parallelTitles { title } titleBeside(language: "en") { text } }
      suggest(prefix: "quiet") { name } }`),
  ).toEqual({
    record: { parallelTitles: [], titleBeside: { text: 'Jìng yè sī' } },
    suggest: [{ name: null }],
  })
})
