// What a branch site finds of the catalogue, and what kinds add to a record, in the graph over a real store.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heldBy, kinds, poem } from './fixtures/records.ts'
import { audioFixture } from './kinds/audio/fixture.ts'
import { bookFixture } from './kinds/book/fixture.ts'
import { episodeFixture } from './kinds/episode/fixture.ts'
import { catalogue } from './module.ts'
import type { CatalogueQuery, CatalogueSearch } from './search/port.ts'
import { upsertCollections } from './store/write-authorities.ts'
import { upsertMany } from './store/write.ts'
import { createCatalogue } from './subgraph.ts'

let store: TestStore
const asked: CatalogueQuery[] = []
const day = new Date('2026-11-22T00:00:00Z')

/** Finds `ids`, whatever is asked: what the store lets through is looked at here. Of the collections it counts one. */
let ids: readonly string[] = []
const search: CatalogueSearch = {
  query(request) {
    asked.push(request)
    return Promise.resolve({
      hits: ids.map((id) => ({ id, score: 1, tier: 'all' as const })),
      from: 0,
      total: ids.length,
      dates: { stated: 0, byPeriod: 0, undated: 0, differ: false },
      facets: request.facets.map(({ name }) => ({
        name,
        values: [
          { value: name === 'collection' ? 'quantangshi' : 'book', label: '？', count: 7, selected: false },
        ],
        valueCount: 1,
      })),
      relaxed: false,
      filling: null,
    })
  },
  suggest: () => Promise.resolve([]),
  reading: () => null,
  highlight: (_, text) => [{ text, marked: false }],
}

const execute = createExecutor(
  createCatalogue({ search, kinds, isLibrary: async () => true, origin: 'https://example.org' }),
)
async function run(query: string, tenant: string | null = null) {
  asked.length = 0
  const { data, errors } = await execute(query, {}, testContext(store.db('scopes'), { tenant }))
  return { data, errors }
}

const local = (id: string, libraries: readonly string[], scopes: string[] = []) =>
  poem(
    { id, scopes, agents: [{ name: '乡人', role: 'author', agentId: 'alocal', type: 'person' }] },
    { holdings: heldBy(...libraries) },
  )

const by = (agentId: string, id: string, libraries: readonly string[], prior: number) => {
  const { record, ...beside } = local(id, libraries)
  const agents = [{ name: '多产者', role: 'author' as const, agentId, type: 'person' as const }]
  return { ...beside, record: { ...record, agents, prior } }
}

beforeAll(async () => {
  store = await openTestStore()
  const db = store.db('scopes')
  await prepareStore({ db, now: () => day }, [catalogue])
  await upsertCollections(
    db,
    ['quantangshi', 'shijing'].map((id, order) => ({ id, name: id, description: null, order })),
    day,
  )
  const { refused } = await upsertMany(
    db,
    kinds,
    [
      local('plocal1', ['libone']),
      local('plocal2', ['libtwo']),
      local('plocal3', [], ['libone']),
      local('popen', [], ['*']),
      { ...local('pmoved', ['libtwo']), record: { ...local('pmoved', []).record, formerIds: ['pbefore'] } },
      bookFixture,
      audioFixture,
      episodeFixture,
      // Better known than those of the small library, and not on its site.
      ...Array.from({ length: 120 }, (_, i) => by('aprolific', `pfar${i}`, ['libbig'], 900)),
      by('aprolific', 'pnear1', ['libsmall'], 1),
      by('aprolific', 'pnear2', ['libsmall'], 0),
    ],
    day,
  )
  expect(refused).toEqual([])
})
afterAll(async () => {
  await store.close()
})

describe('on the site of a library', () => {
  const record = (id: string): string => `{record(id:"${id}"){id}}`

  it.each([
    ['libone', ['plocal1', 'plocal3', 'popen']],
    ['libtwo', ['plocal2', 'popen']],
    ['libother', ['popen']],
    [null, ['plocal1', 'plocal2', 'plocal3', 'popen']],
  ])('%s: a record is there when it is open to all, to the library, or held by it', async (tenant, there) => {
    const found: string[] = []
    for (const id of ['plocal1', 'plocal2', 'plocal3', 'popen'])
      if ((await run(record(id), tenant)).data?.['record']) found.push(id)
    expect(found).toEqual(there)
  })

  it('an address of before does not lead to what another library has', async () => {
    expect((await run(record('pbefore'), 'libtwo')).data).toEqual({ record: { id: 'pmoved' } })
    expect((await run(record('pbefore'), 'libone')).data).toEqual({ record: null })
  })

  it('an entity of another subgraph that names it gets nothing of it', async () => {
    const query = '{_entities(representations:[{__typename:"Record",id:"plocal2"}]){... on Record{title}}}'
    expect((await run(query, 'libone')).data).toEqual({ _entities: [null] })
  })

  it('other works of the author are those that are found here', async () => {
    const related = '{record(id:"popen"){related{id}}}'
    expect((await run(related, 'libone')).data).toEqual({
      record: { related: [{ id: 'plocal1' }, { id: 'plocal3' }] },
    })
    expect((await run(related, 'libother')).data).toEqual({ record: { related: [] } })
  })

  it('other works are found behind many that are not here', async () => {
    const related = (id: string): string => `{record(id:"${id}"){related(first:2){id}}}`
    expect((await run(related('pnear1'), 'libsmall')).data).toEqual({
      record: { related: [{ id: 'pnear2' }] },
    })
    expect((await run(related('pfar0'), 'libbig')).data).toMatchObject({ record: { related: { length: 2 } } })
  })

  it('a hit that the index should not have given is not shown', async () => {
    ids = ['plocal1', 'plocal2', 'popen']
    const hits = '{search(query:""){edges{node{id}}}}'
    expect((await run(hits, 'libtwo')).data).toEqual({
      search: { edges: [{ node: { id: 'plocal2' } }, { node: { id: 'popen' } }] },
    })
    expect(asked[0]?.scopes).toEqual(['libtwo', '*'])
  })

  it('collections are those of which it has something, with the number that it has', async () => {
    expect((await run('{collections{id recordCount}}', 'libone')).data).toEqual({
      collections: [{ id: 'quantangshi', recordCount: 7 }],
    })
    expect(asked).toMatchObject([{ scopes: ['libone', '*'], size: 0 }])
    expect((await run('{collection(id:"shijing"){id}}', 'libone')).data).toEqual({ collection: null })
    expect((await run('{collections{id}}')).data).toMatchObject({ collections: { length: 2 } })
  })

  it('what came last is what its readers may use', async () => {
    const ids = async (tenant?: string) =>
      (
        (await run('{newRecords(first:50){id}}', tenant)).data?.['newRecords'] as readonly {
          readonly id: string
        }[]
      )
        .map(({ id }) => id)
        .sort()
    const own = await ids('libother')
    expect(own).toContain('popen')
    // What another library alone has is as new, and not theirs.
    expect(own.filter((id) => /^p(?:far|one)/.test(id))).toEqual([])
    expect(await ids()).toContain('pfar0')
  })

  it('the poem of the day is one of its own', async () => {
    const days = Array.from({ length: 20 }, (_, i) => `2026-10-${String(i + 1).padStart(2, '0')}`)
    const poems = new Set<unknown>()
    for (const date of days)
      poems.add((await run(`{dailyPoem(date:"${date}"){id}}`, 'libother')).data?.['dailyPoem'])
    expect([...poems]).toEqual([
      { id: 'popen' },
      ...Array.from({ length: poems.size - 1 }, () => ({ id: 'popen' })),
    ])
  })
})

describe('kinds', () => {
  it('have their names in both languages and their own details', async () => {
    const { data, errors } = await run(
      `{record(id:"fxbook"){kind kindName(language:"en") chinese:kindName year dates{role edtf from to}
        book{place edition series{title number}} audio{duration}}}`,
    )
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      record: {
        kind: 'book',
        kindName: 'Book',
        chinese: '图书',
        year: 2009,
        dates: [{ role: 'issued', edtf: '2009-10', from: '2009-10-01', to: '2009-10-31' }],
        book: { place: '北京', edition: '第3版', series: { title: '中国古典名著译注丛书', number: '1' } },
        audio: null,
      },
    })
  })

  it('tell their details in the language of the reader', async () => {
    const { data, errors } = await run(
      '{record(id:"fxaudio"){isWork risType facts{label value url} en:facts(language:"en"){label value}}}',
    )
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      record: {
        isWork: true,
        risType: 'SOUND',
        facts: [{ label: '时长', value: '3小时51分钟', url: null }],
        en: [{ label: 'Duration', value: '3 hr 51 min' }],
      },
    })
  })

  it('have words for the codes of a record', async () => {
    const { data, errors } = await run(
      `{record(id:"fxbook"){languageName(language:"en") access{label} agents{statement}
        dates{label text} en:dates{label(language:"en") text(language:"en")} identifiers{label}}
        episode:record(id:"fxepisode"){position relations{label}}}`,
    )
    expect(errors).toBeUndefined()
    expect(data).toMatchObject({
      record: {
        languageName: 'Chinese (simplified)',
        access: { label: '持读者证可读' },
        agents: { 0: { statement: '杨伯峻 译' }, 1: { statement: '旧题 孔子' } },
        dates: [{ label: '发布', text: '2009年10月' }],
        en: [{ label: 'Issued', text: 'October 2009' }],
        identifiers: [{ label: '国际标准书号' }],
      },
      episode: { position: 6, relations: { 0: { label: '属于' } } },
    })
  })

  it('leave out a filter that an address may hold for others', async () => {
    const filters = '[{name:"ref",anyOf:["x"],ifKnown:true},{name:"kind",anyOf:["book"],ifKnown:true}]'
    expect((await run(`{search(query:"",filter:${filters}){totalCount}}`)).errors).toBeUndefined()
    expect(asked[0]).toMatchObject({ filters: [{ name: 'kind', anyOf: ['book'] }] })
    expect(
      (await run('{search(query:"",filter:[{name:"ref",anyOf:["x"]}]){totalCount}}')).errors,
    ).toBeDefined()
  })

  it('are listed as they are installed', async () => {
    const { data } = await run('{kinds{id name plural(language:"en") cover}}')
    expect(data).toMatchObject({
      kinds: { length: kinds.all.length, 0: { id: 'poem', name: '诗词', plural: 'Poetry', cover: 'bound' } },
    })
    expect((await run('{kinds{name(language:"fr")}}')).errors?.[0]?.message).toContain('language')
  })

  it('a whole has its members, a member its whole', async () => {
    const { data } = await run(
      '{record(id:"fxaudio"){members{id title} files{role name bytes}} episode:record(id:"fxepisode"){relations{role position record{id kind}}}}',
    )
    expect(data).toMatchObject({
      record: { members: [{ id: 'fxepisode' }], files: { 0: { role: 'track', bytes: 23_480_112 } } },
      episode: { relations: { 0: { role: 'partOf', record: { id: 'fxaudio', kind: 'audio' } } } },
    })
  })

  it('name facets and their values in the language of the reader', async () => {
    const { data } = await run(
      '{search(query:""){facets(names:["kind","author"]){name label label_en:label(language:"en") values{label(language:"en")}}}}',
    )
    expect(data).toEqual({
      search: {
        facets: [
          { name: 'kind', label: '类型', label_en: 'Kind', values: [{ label: 'Books' }] },
          { name: 'author', label: '作者', label_en: 'Author', values: [{ label: '？' }] },
        ],
      },
    })
    expect((await run('{search(query:""){facets(names:["x"]){name}}}')).errors?.[0]?.message).toContain(
      '"x" is no facet',
    )
  })
})

describe('dates and sort keys', () => {
  it('reach the engine as days and names', async () => {
    await run(
      '{search(query:"",dates:[{name:"issued",from:"1949-10",to:"1950"}],sortBy:{by:"duration",descending:true}){totalCount}}',
    )
    expect(asked[0]).toMatchObject({
      ranges: [{ name: 'issued', from: 711_765, to: 712_221 }],
      sort: { by: 'duration', order: 'descending' },
    })
  })

  it.each([
    ['dates:[{name:"issued",from:"soon"}]', 'dates issued: give from'],
    ['dates:[{name:"$where"}]', 'dates: name a date'],
    ['dates:[{name:"issued",from:"2000",to:"1999"}]', 'from is later than to'],
    [`dates:[${'{name:"issued"}'.repeat(13)}]`, 'dates: give at most 12'],
    ['sortBy:{by:"a b"}', 'sortBy'],
  ])('refuses %s', async (argument, words) => {
    const { errors } = await run(`{search(query:"",${argument}){totalCount}}`)
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
    expect(errors?.[0]?.message).toContain(words)
    expect(asked).toEqual([])
  })
})
