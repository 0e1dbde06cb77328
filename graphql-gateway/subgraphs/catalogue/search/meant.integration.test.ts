// What is meant by a query that nothing has whole, from the store through an engine to the graph.
import { highlight, parseBox, readingOf } from '@shuxiang/search'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMemoryEngine } from '../../../search/memory/engine.ts'
import { book, heldBy, kinds, poem } from '../fixtures/records.ts'
import { catalogue } from '../module.ts'
import { recordFeed } from '../store/feed.ts'
import { upsertMany } from '../store/write.ts'
import { createCatalogue } from '../subgraph.ts'
import { fromEngine } from './from-engine.ts'

const day = new Date('2026-11-22T00:00:00Z')
const engine = createMemoryEngine()
const execute = createExecutor(
  createCatalogue({
    search: fromEngine(engine, { parseBox, highlight, readingOf }),
    kinds,
    isLibrary: async () => true,
    origin: 'https://example.org',
  }),
)
let store: TestStore

const run = async (query: string, tenant: string | null = null) => {
  const { data, errors } = await execute(query, {}, testContext(store.db('meant'), { tenant }))
  expect(errors).toBeUndefined()
  return data
}
const search = async (text: string, fields: string, args = '', tenant: string | null = null) =>
  (await run(`{search(query:${JSON.stringify(text)}${args}){${fields}}}`, tenant))?.search

const plain = book('banthology', 1, { title: '千家詩', scopes: ['*'] })
const anthology = {
  ...plain,
  texts: plain.texts.map((text) => ({
    ...text,
    paragraphs: [
      { text: '（唐）王之渙', kind: 'note' as const },
      { text: '白日依山盡，黃河入海流。', kind: 'verse' as const },
    ],
  })),
}

beforeAll(async () => {
  store = await openTestStore()
  const db = store.db('meant')
  await prepareStore({ db, now: () => day }, [catalogue])
  const { refused } = await upsertMany(
    db,
    kinds,
    [
      poem({ id: 'pquiet', prior: 500, scopes: ['*'] }),
      poem(
        { id: 'plocal', title: '黃浦夜泊', prior: 500, scopes: [] },
        {
          holdings: heldBy('libone'),
          texts: [{ n: 0, title: null, paragraphs: [{ text: '月上浦江潮。', kind: 'verse' }] }],
        },
      ),
      book('bbook', 2, { scopes: ['*'] }),
      anthology,
      poem(
        { id: 'pchance', title: '千里行', agents: [], prior: 1, scopes: ['*'] },
        { texts: [{ n: 0, title: null, paragraphs: [{ text: '千里百花開。', kind: 'verse' }] }] },
      ),
    ],
    day,
  )
  expect(refused).toEqual([])
  const entries = await recordFeed(db, kinds).dirty(10)
  await engine.index(entries.flatMap(({ doc }) => (doc ? [doc] : [])))
})
afterAll(() => store.close())

describe('a query that nothing has whole', () => {
  const all =
    'totalCount relaxed instead{text kind} meant{text} missing unfilteredCount edges{url title{text marked}}'

  it('is answered by what is clearly meant, with words marked, where that is asked for', async () => {
    expect(await search('静叶思', all, ',instead:true')).toEqual({
      totalCount: 1,
      relaxed: false,
      instead: { text: '静夜思', kind: 'title' },
      meant: [],
      missing: [],
      unfilteredCount: null,
      edges: [{ url: '/item/pquiet', title: [{ text: '靜夜思', marked: true }] }],
    })
  })

  it('leads to the line that is meant', async () => {
    expect(
      await search('举头忘山月', 'instead{text} edges{url snippet{text marked}}', ',instead:true'),
    ).toEqual({
      instead: { text: '举头望山月' },
      edges: [
        {
          url: '/item/pquiet#v3',
          snippet: [
            { text: '疑是地上霜。', marked: false },
            { text: '舉頭望山月', marked: true },
            { text: '，低頭思故鄉。', marked: false },
          ],
        },
      ],
    })
  })

  it('offers persons where a name with a slip stands in a text by chance', async () => {
    const fields = 'totalCount instead{text} meant{text}'
    expect(await search('里百', fields, ',instead:true')).toEqual({
      totalCount: 1,
      instead: null,
      meant: [{ text: '李白' }],
    })
    // A word that is no slip of a name, and one with more results than chance gives, are what they are.
    expect(await search('百花', fields, ',instead:true')).toMatchObject({ totalCount: 1, meant: [] })
  })

  it('leads to the line of a chapter', async () => {
    const found = await search('黄河入海刘', 'instead{text} edges{url chapters{items{url}}}', ',instead:true')
    expect(found).toEqual({
      instead: { text: '黄河入海流' },
      edges: [
        { url: '/item/banthology?part=1#v2', chapters: { items: [{ url: '/item/banthology?part=1' }] } },
      ],
    })
    const words = await search('黄河', 'edges{url}')
    expect(words).toEqual({ edges: [{ url: '/item/banthology?part=1' }] })
  })

  it('is answered by itself for whoever does not ask for more', async () => {
    expect(await search('静叶思', 'totalCount instead{text} meant{text}')).toEqual({
      totalCount: 0,
      instead: null,
      meant: [{ text: '静夜思' }],
    })
    expect(await search('静叶思', 'totalCount')).toEqual({ totalCount: 0 })
  })

  it('keeps to the second page of what is meant', async () => {
    const page = await search('静叶思', 'totalCount instead{text} edges{cursor}', ',instead:true,offset:20')
    expect(page).toEqual({ totalCount: 1, instead: { text: '静夜思' }, edges: [] })
    // Beyond the records with some of the words: the first of them says that none has all.
    const some = await search('李白 静叶思', 'totalCount instead{text}', ',instead:true,offset:20')
    expect(some).toEqual({ totalCount: 1, instead: { text: '李白 静夜思' } })
  })

  it('is never answered by what a reader of the site may not find', async () => {
    const asked = ',instead:true'
    expect(await search('黄普夜泊', 'totalCount instead{text} meant{text}', asked, 'libone')).toEqual({
      totalCount: 1,
      instead: { text: '黄浦夜泊' },
      meant: [],
    })
    const nothing = { totalCount: 0, instead: null, meant: [] }
    expect(await search('黄普夜泊', 'totalCount instead{text} meant{text}', asked, 'libtwo')).toEqual(nothing)
    const book = ',instead:true,filter:[{name:"kind",anyOf:["book"]}]'
    expect(await search('静叶思', 'totalCount instead{text} meant{text}', book)).toEqual(nothing)
  })

  it('says which words nothing has, and how much there is without the filters', async () => {
    expect(await search('李白 鑫鑫', 'relaxed missing')).toEqual({ relaxed: true, missing: ['鑫鑫'] })
    const filter = ',filter:[{name:"kind",anyOf:["book"]}]'
    expect(await search('静夜思', 'totalCount unfilteredCount', filter)).toEqual({
      totalCount: 0,
      unfilteredCount: 1,
    })
    expect(await search('鑫鑫', 'unfilteredCount', filter)).toEqual({ unfilteredCount: null })
    expect(await search('静夜思', 'unfilteredCount')).toEqual({ unfilteredCount: null })
  })
})

it('suggests a line with its work and the address of its verse', async () => {
  expect((await run('{suggest(prefix:"低头"){text kind url of}}'))?.suggest).toEqual([
    { text: '低頭思故鄉。', kind: 'line', url: '/item/pquiet#v4', of: '靜夜思 · 李白' },
  ])
  expect((await run('{suggest(prefix:"静夜"){kind of}}'))?.suggest).toEqual([{ kind: 'title', of: null }])
})
