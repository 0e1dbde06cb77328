// What readers quote as another text of the work has it, over a real store and an index in memory that its feed fills.
import { highlight, parseBox, readingOf } from '@shuxiang/search'
import { createMemoryEngine } from '@shuxiang/search/memory'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { kinds, poem } from './fixtures/records.ts'
import { catalogue } from './module.ts'
import { fromEngine } from './search/from-engine.ts'
import { recordFeed } from './store/feed.ts'
import { upsertMany } from './store/write.ts'
import { createCatalogue } from './subgraph.ts'

const day = new Date('2026-11-28T00:00:00Z')
const verses = (...texts: readonly string[]) => texts.map((text) => ({ text, kind: 'verse' as const }))
const witness = (id: string, label: string, ...texts: readonly string[]) => ({
  ...{ id, title: '夜思', source: { id, label }, agents: ['李白'], language: 'lzh-Hans' as const },
  paragraphs: verses(...texts),
})
const quiet = poem(
  { id: 'pquiet', title: '靜夜思', prior: 100, scopes: ['*'] },
  {
    witnesses: [
      witness('wlocal', '县志', '床前看月光，疑是地上霜。', '举头望月明，低头思故乡。'),
      witness('tangshi300', '唐诗三百首', '床前明月光，疑是地上霜。', '举头望明月，低头思故乡。'),
    ],
  },
)

let store: TestStore
let db: Db
const engine = createMemoryEngine()
const search = fromEngine(engine, { parseBox, highlight, readingOf })
const execute = createExecutor(createCatalogue({ search, kinds, isLibrary: async () => true }))

async function run(query: string): Promise<unknown> {
  const { data, errors } = await execute(query, {}, testContext(db))
  expect(errors).toBeUndefined()
  return data
}

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('quoted')
  await prepareStore({ db, now: () => day }, [catalogue])
  expect((await upsertMany(db, kinds, [quiet], day)).refused).toEqual([])
  const feed = recordFeed(db, kinds)
  const changes = await feed.dirty(100)
  await engine.index(changes.flatMap(({ doc }) => doc ?? []))
  await feed.clean(changes)
})
afterAll(() => store.close())

it.each([
  ['床前明月光', '/item/pquiet?text=tangshi300#v1', '唐诗三百首'],
  ['举头望明月低头思故乡', '/item/pquiet?text=tangshi300#v3', '唐诗三百首'],
  ['举头望月明', '/item/pquiet?text=wlocal#v3', '县志'],
  ['明月', '/item/pquiet?text=tangshi300', '唐诗三百首'],
  ['举头望山月', '/item/pquiet#v3', null],
  ['疑是地上霜', '/item/pquiet#v2', null],
  ['静夜思', '/item/pquiet', null],
])('%s leads to the text that reads so, and the snippet is of it', async (query, url, snippetSource) => {
  const answer = await run(
    `{ search(query: "${query}") { edges { url snippetSource snippet { text marked } } } }`,
  )
  expect(answer).toMatchObject({ search: { edges: [{ url, snippetSource }] } })
  const [edge] = Object(answer).search.edges
  const marked = edge.snippet.some((piece: { marked: boolean }) => piece.marked)
  expect(marked).toBe(query !== '静夜思')
  // Without the snippet nothing else is told.
  expect(await run(`{ search(query: "${query}") { edges { url } } }`)).toEqual({
    search: { edges: [{ url }] },
  })
})

it('suggests the lines of the texts of a work, each where it stands', async () => {
  expect(
    await run(`{ own: suggest(prefix: "牀前看") { text url of } other: suggest(prefix: "床前明") { text url of }
      sound: suggest(prefix: "jutouwangmingyue") { text url } }`),
  ).toEqual({
    own: [{ text: '牀前看月光，疑是地上霜。', url: '/item/pquiet#v1', of: '靜夜思 · 李白' }],
    other: [
      { text: '床前明月光，疑是地上霜。', url: '/item/pquiet?text=tangshi300#v1', of: '靜夜思 · 李白' },
    ],
    sound: [{ text: '举头望明月，低头思故乡。', url: '/item/pquiet?text=tangshi300#v3' }],
  })
})

it.each(['chuang qian ming yue guang', 'ju tou wang ming yue', 'chuangqianmingyueguang'])(
  '%s is read as the line of the text that has it',
  async (query) => {
    const answer = await run(
      `{ search(query: "${query}", instead: true) { instead { kind } edges { url } } }`,
    )
    expect(answer).toMatchObject({
      search: {
        instead: { kind: 'line' },
        edges: [{ url: `/item/pquiet?text=tangshi300#v${query.startsWith('chuang') ? 1 : 3}` }],
      },
    })
  },
)
