// Libraries, regions and pages in the graph, over a real store.
import { createHash } from 'node:crypto'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainEditing } from './editing/testing/page-rules.ts'
import { sites } from './module.ts'
import { numbered, releasesIn } from './releases/documents.ts'
import { sitesIn } from './store/documents.ts'
import type { NewSite } from './store/new-site.ts'
import { openSite } from './store/open-site.ts'
import { createSites } from './subgraph.ts'

let store: TestStore
let db: Db
const commands: string[] = []
const day = new Date('2026-11-22T00:00:00Z')
const execute = createExecutor(createSites({ sitesOrigin: 'https://lib.example', ...plainEditing }))
const branch: NewSite = {
  code: 'n330110',
  names: { 'zh-CN': '余杭区图书馆' },
  seal: '余杭',
  theme: 'national',
  menu: [{ path: '/', words: { 'zh-CN': '首页', en: 'Home' } }],
  template: 'county',
  pages: new Map([
    ['/', '{"branch":1}'],
    ['/about', '{"branch":2}'],
  ]),
}
const prepare = (home: string, made: readonly string[] = []): Promise<void> =>
  prepareStore({ db, now: () => day }, [
    sites({ pages: async () => new Map([['/', { document: home, made }]]), sites: async () => [branch] }),
  ])

async function run(query: string, variables: Record<string, unknown> = {}, tenant: string | null = null) {
  commands.length = 0
  return execute(query, variables, { ...testContext(db), tenant })
}

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('graph')
  await prepare('{"a":1}')
  store.client.on('commandStarted', ({ commandName }) => commands.push(commandName))
})
afterAll(async () => {
  await store.close()
})

describe('libraries', () => {
  it('are seeded once', async () => {
    const libraries = await db.collection('libraries').find({}).toArray()
    await prepare('{"a":2}')
    expect(await db.collection('libraries').find({}).toArray()).toEqual(libraries)
    expect(await db.collection('libraries').countDocuments({})).toBeGreaterThan(3000)
  })

  it('are listed for a region and all below it, page by page', async () => {
    const query = `query($after:String){libraries(region:"3301",first:10,after:$after){
      totalCount edges{node{id code name level demonstration region{id name parent{name}}}} pageInfo{hasNextPage endCursor}}}`
    const first = await run(query)
    expect(first.errors).toBeUndefined()
    expect(commands.filter((name) => name === 'find')).toHaveLength(3)
    expect(first.data).toMatchObject({
      libraries: {
        totalCount: 14,
        edges: [
          {
            node: {
              id: 'n3301',
              code: 'n3301',
              name: '杭州图书馆',
              level: 'CITY',
              demonstration: true,
              region: { id: '3301', parent: { name: '浙江省' } },
            },
          },
          ...Array.from({ length: 9 }, () => ({ node: { level: 'COUNTY' } })),
        ],
        pageInfo: { hasNextPage: true },
      },
    })
    const end = (first.data?.libraries as { pageInfo: { endCursor: string } }).pageInfo.endCursor
    expect(await run(query, { after: end })).toMatchObject({
      data: { libraries: { edges: { length: 4 }, pageInfo: { hasNextPage: false } } },
    })
  })

  it('are listed to the last one', async () => {
    const seen = new Set<string>()
    let after: string | null = null
    do {
      const query = `query($after:String){libraries(region:"13",first:100,after:$after){totalCount edges{node{id}} pageInfo{hasNextPage endCursor}}}`
      const { libraries } = (await run(query, { after })).data as {
        libraries: {
          totalCount: number
          edges: { node: { id: string } }[]
          pageInfo: { hasNextPage: boolean; endCursor: string }
        }
      }
      for (const { node } of libraries.edges) seen.add(node.id)
      after = libraries.pageInfo.hasNextPage ? libraries.pageInfo.endCursor : null
      if (after === null) expect(seen.size).toBe(libraries.totalCount)
    } while (after !== null)
    expect(seen.size).toBeGreaterThan(100)
  })

  it('begin with the national one, and are chosen by level', async () => {
    const names = async (args: string) =>
      (await run(`{libraries(first:3${args}){edges{node{name}}}}`)).data?.libraries
    expect(await names('')).toMatchObject({ edges: [{ node: { name: '国家数字图书馆' } }, {}, {}] })
    expect(await names(',level:PROVINCE')).toEqual({
      edges: [
        { node: { name: '首都图书馆' } },
        { node: { name: '天津图书馆' } },
        { node: { name: '河北图书馆' } },
      ],
    })
  })

  it('are found by what is typed of their names, and by their code', async () => {
    const named = async (name: string) =>
      (
        await run('query($name:String){libraries(first:3,name:$name){totalCount edges{node{id name}}}}', {
          name,
        })
      ).data?.libraries
    expect(await named(' 余杭 ')).toEqual({
      totalCount: 1,
      edges: [{ node: { id: 'n330110', name: '余杭区图书馆' } }],
    })
    expect(await named('N33')).toMatchObject({ totalCount: 1, edges: [{ node: { id: 'n33' } }] })
    expect(await named('hangzhou yuhang')).toMatchObject({ edges: [{ node: { id: 'n330110' } }] })
    expect(await named('yuhangqu')).toMatchObject({ edges: [{ node: { id: 'n330110' } }] })
    // What a pattern means elsewhere is text here.
    for (const text of ['.*', '[余]', '(', '^', '图书馆'])
      expect(await named(text)).toMatchObject({ totalCount: 0 })
    expect(await named('')).toMatchObject({ edges: [{ node: { name: '国家数字图书馆' } }, {}, {}] })
  })

  it('of a name come page by page, within a region and a level', async () => {
    const query = `query($after:String){libraries(name:"he",region:"13",level:COUNTY,first:7,after:$after){
      totalCount edges{cursor node{id level}} pageInfo{hasNextPage hasPreviousPage endCursor}}}`
    const seen: string[] = []
    let after: string | null = null
    for (let pages = 0; ; pages++) {
      const { libraries } = (await run(query, { after })).data as {
        libraries: {
          totalCount: number
          edges: { cursor: string; node: { id: string; level: string } }[]
          pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null }
        }
      }
      expect(libraries.pageInfo.hasPreviousPage).toBe(pages > 0)
      for (const { node } of libraries.edges) {
        expect(node).toMatchObject({ id: expect.stringMatching(/^n13\d{4}$/), level: 'COUNTY' })
        seen.push(node.id)
      }
      after = libraries.pageInfo.endCursor
      if (libraries.pageInfo.hasNextPage) continue
      expect(new Set(seen).size).toBe(libraries.totalCount)
      expect(pages).toBeGreaterThan(0)
      break
    }
    for (const args of ['first:101', 'first:-1', 'after:"zz"', 'after:"WyJub25lIl0"'])
      expect(
        (await run(`{libraries(name:"he",${args}){edges{node{id}}}}`)).errors?.[0]?.extensions?.code,
      ).toBe('BAD_USER_INPUT')
  })

  it('have names in both languages, and are told how to be read', async () => {
    const query = `{libraryByCode(code:"n330110"){zh:label(language:"zh-CN") en:label(language:"en") pinyin
      region{zh:label(language:"zh-CN") en:label(language:"en")}} library(id:"n320106"){label(language:"en")}}`
    expect((await run(query)).data).toEqual({
      libraryByCode: {
        zh: '余杭区图书馆',
        en: 'Yuhang District Library',
        pinyin: 'Yúháng Qū Túshūguǎn',
        region: { zh: '余杭区', en: 'Yuhang District' },
      },
      library: { label: 'Gulou District Library, Nanjing' },
    })
    const { errors } = await run('{libraryByCode(code:"n33"){label(language:"fr")}}')
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })

  it('are found by code and by reference, many in one trip', async () => {
    expect((await run('{libraryByCode(code:"n330110"){name}}')).data).toEqual({
      libraryByCode: { name: '余杭区图书馆' },
    })
    const result = await run('query($r:[_Any!]!){_entities(representations:$r){... on Library{name}}}', {
      r: ['ndl', 'none', 'n33'].map((id) => ({ __typename: 'Library', id })),
    })
    expect(result.data?._entities).toEqual([{ name: '国家数字图书馆' }, null, { name: '浙江图书馆' }])
    expect(commands).toEqual(['find'])
  })

  it.each(['region:"x"', 'region:"3"', 'first:-1', 'first:101', 'after:"zz"', `name:"${'馆'.repeat(101)}"`])(
    'refuse %s',
    async (args) => {
      const { errors } = await run(`{libraries(${args}){edges{node{id}}}}`)
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    },
  )
})

describe('regions', () => {
  it('begin with 31 provinces that know how many libraries they have', async () => {
    const regions = (await run('{regions{id name libraryCount parent{id}}}')).data?.regions
    expect(regions).toHaveLength(31)
    expect(regions).toContainEqual({
      id: '33',
      name: '浙江省',
      libraryCount: expect.any(Number),
      parent: null,
    })
    expect((await run('{regions(parent:"11"){name}}')).data?.regions).toContainEqual({ name: '东城区' })
    expect((await run('{region(id:"99"){id} regions(parent:"zz"){id}}')).data).toEqual({
      region: null,
      regions: [],
    })
  })
})

describe('pages', () => {
  it('are seeded only where there is none', async () => {
    await prepare('{"a":2}')
    expect((await run('{page(path:"/"){path rev document}}')).data).toEqual({
      page: { path: '/', rev: 1, document: '{"a":1}' },
    })
    expect((await run('{page(path:"__proto__"){path}}')).data).toEqual({ page: null })
  })

  it('become the present ones where they are what a release before began with, and only there', async () => {
    const hash = createHash('sha256').update('{"a":1}').digest('hex')
    const pages = db.collection<{ _id: string; rev: number; document: string }>('pages')
    const stored = () => pages.findOne({ _id: '/' }, { projection: { _id: 0, rev: 1, document: 1 } })
    await prepare('{"a":3}', [hash])
    expect(await stored()).toEqual({ rev: 2, document: '{"a":3}' })
    await pages.updateOne({ _id: '/' }, { $set: { rev: 3, document: '{"a":1 }' } })
    await prepare('{"a":4}', [hash])
    expect(await stored()).toEqual({ rev: 3, document: '{"a":1 }' })
    await pages.updateOne({ _id: '/' }, { $set: { rev: 1, document: '{"a":1}' } })
  })

  it('are listed by their paths, each site its own', async () => {
    expect((await run('{paths}')).data).toEqual({ paths: ['/'] })
    expect((await run('{paths}', {}, 'n330110')).data).toEqual({ paths: ['/', '/about'] })
    expect((await run('{paths}', {}, 'n33')).data).toEqual({ paths: [] })
  })
})

describe('branch sites', () => {
  it('have a name, a menu and the paths of their pages', async () => {
    const query =
      '{site(code:"n330110"){id library{name} names{language text} seal theme languages menu{path words{text}} paths}}'
    expect((await run(query)).data).toEqual({
      site: {
        id: 'n330110',
        library: { name: '余杭区图书馆' },
        names: [{ language: 'zh-CN', text: '余杭区图书馆' }],
        seal: '余杭',
        theme: 'national',
        languages: ['zh-CN', 'en'],
        menu: [{ path: '/', words: [{ text: '首页' }, { text: 'Home' }] }],
        paths: ['/', '/about'],
      },
    })
  })

  it('show the logo that the release was drawn with, and none before there is one', async () => {
    const query = '{site(code:"n330110"){logo{url width height}}}'
    expect((await run(query)).data).toEqual({ site: { logo: null } })
    const logo = { url: '/files/logo.webp', width: 320, height: 80 }
    await releasesIn(db).insertOne({
      ...{ _id: numbered('n330110', 1), site: 'n330110', number: 1, publication: 1, logo },
      ...{ why: 'publish', of: null, by: null, name: '', at: day, hash: '', routes: [], changed: [] },
      ...{ answers: '', words: '', stale: [] },
    })
    const own = { _id: 'n330110' }
    const drawn = { redrawAt: null, drawnAt: day, mark: '' }
    const live = { release: 1, publication: 1, hash: '', at: day, ...drawn }
    await sitesIn(db).updateOne(own, { $set: { live } })
    expect((await run(query)).data).toEqual({ site: { logo } })
    await sitesIn(db).updateOne(own, { $unset: { live: 1 } })
    expect((await run(query)).data).toEqual({ site: { logo: null } })
  })

  it('answer for their own pages, and for nobody else’s', async () => {
    const query = '{page(path:"/"){path document}}'
    expect((await run(query, {}, 'n330110')).data).toEqual({ page: { path: '/', document: '{"branch":1}' } })
    expect((await run(query, {}, 'n33')).data).toEqual({ page: null })
    expect((await run('{page(path:"n330110:/"){path}}')).data).toEqual({ page: null })
    expect((await run('{page(path:"/about"){path}}')).data).toEqual({ page: null })
  })

  it('are where their libraries say: libraries, sites and hosts in one trip each', async () => {
    const query = '{libraries(region:"3301",first:20){edges{node{code site}}}}'
    const { libraries } = (await run(query)).data as {
      libraries: { edges: { node: { code: string; site: string | null } }[] }
    }
    const sites = libraries.edges.map(({ node }) => node).filter(({ site }) => site !== null)
    expect(sites).toEqual([{ code: 'n330110', site: 'https://n330110.lib.example/' }])
    expect(commands.filter((name) => name === 'find')).toHaveLength(3)
  })

  it('are not served when they are closed', async () => {
    await openSite(db, { ...branch, code: 'n3301' }, day)
    await db.collection<{ _id: string }>('sites').updateOne({ _id: 'n3301' }, { $set: { state: 'closed' } })
    expect((await run('{site(code:"n3301"){id}}')).data).toEqual({ site: null })
    expect((await run('{page(path:"/"){path} paths}', {}, 'n3301')).data).toEqual({ page: null, paths: [] })
    expect(
      (await run('{a:site(code:"N330110"){id} b:site(code:"*"){id} c:site(code:"none"){id}}')).data,
    ).toEqual({
      a: null,
      b: null,
      c: null,
    })
  })

  it('are made once, and go on where a crash ended', async () => {
    await expect(openSite(db, branch, day)).resolves.toBe('there')
    const half = { ...branch, code: 'n440305' }
    await db
      .collection<{
        _id: string
        site: string
        path: string
        rev: number
        document: string
        updatedAt: Date
      }>('site_pages')
      .insertOne({
        _id: 'n440305:/',
        site: 'n440305',
        path: '/',
        rev: 1,
        document: '{"branch":1}',
        updatedAt: day,
      })
    expect((await run('{site(code:"n440305"){id}}')).data).toEqual({ site: null })
    await expect(openSite(db, half, day)).resolves.toBe('made')
    expect((await run('{site(code:"n440305"){paths}}')).data).toEqual({ site: { paths: ['/', '/about'] } })
    await expect(openSite(db, { ...branch, code: 'n11', pages: new Map() }, day)).rejects.toThrow(RangeError)
  })
})
