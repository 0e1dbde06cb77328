// The catalogue in the graph, over a real store and a stand-in for the search engine.
import {
  QueryRefused,
  SearchUnavailable,
  type SearchHit,
  type SuggestionsWanted,
} from '@shuxiang/search/contract'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { book, kinds, poem } from './fixtures/records.ts'
import { catalogue } from './module.ts'
import type { CatalogueQuery, CatalogueSearch } from './search/port.ts'
import { arrivalDay } from './store/arrivals.ts'
import { upsertCollections, upsertPersons } from './store/write-authorities.ts'
import { upsertMany } from './store/write.ts'
import { withdraw } from './store/withdraw.ts'
import { createCatalogue } from './subgraph.ts'

let store: TestStore
const commands: string[] = []
const asked: CatalogueQuery[] = []
const suggested: SuggestionsWanted[] = []
let failing: Error | null = null
const day = new Date('2026-11-22T00:00:00Z')

/** In the book two chapters are found, if anybody wants to know. */
function hitOf(id: string): SearchHit {
  const hit = { id, score: 1, tier: 'all' } as const
  const partHit = (n: number) => ({ n, title: `第${n}篇`, snippet: [{ text: `正文${n}`, marked: false }] })
  return id === 'b1' ? { ...hit, inside: { total: 2, first: [partHit(2), partHit(3)], leads } } : hit
}
let leads = true

/** Finds every poem, `p0` first. */
const search: CatalogueSearch = {
  query(request) {
    asked.push(request)
    if (failing) return Promise.reject(failing)
    const all = [...Array.from({ length: 30 }, (_, i) => `p${i}`), 'pgone', 'b1']
    const from = request.after ? request.after.place + 1 : request.from
    return Promise.resolve({
      hits: all.slice(from, from + request.size).map(hitOf),
      from,
      total: all.length,
      dates: { stated: 1, byPeriod: 2, undated: 29, differ: true },
      facets: request.facets.map(({ name, size }) => ({
        name,
        values: Array.from({ length: size }, (_, i) => ({
          value: `v${i}`,
          label: `V${i}`,
          count: 9,
          selected: i === size - 1,
        })),
        valueCount: 3000,
      })),
      relaxed: false,
      filling: { done: 1, total: 2 },
    })
  },
  suggest(prefix, wanted) {
    suggested.push(wanted)
    return Promise.resolve(
      [
        { text: `${prefix}夜思`, kind: 'title' as const, recordId: 'p0', count: 1 },
        { text: '李"白', kind: 'creator' as const, recordId: null, count: 9 },
      ].slice(0, wanted.limit),
    )
  },
  reading: (text) =>
    text.includes('-')
      ? { pieces: [{ type: 'not' }, { type: 'term', field: 'any', text }], literal: `"${text}"` }
      : null,
  highlight: (query, text, { maxLength }) => [
    { text: text.slice(0, maxLength), marked: text.includes(query) },
  ],
}

const execute = createExecutor(
  createCatalogue({ search, kinds, isLibrary: async () => true, origin: 'https://example.org' }),
)
async function run(query: string, variables: Record<string, unknown> = {}, tenant: string | null = null) {
  commands.length = 0
  asked.length = 0
  return execute(query, variables, testContext(store.db('graph'), { tenant }))
}

beforeAll(async () => {
  store = await openTestStore()
  const db = store.db('graph')
  await prepareStore({ db, now: () => day }, [catalogue])
  await upsertPersons(
    db,
    [
      {
        id: 'alibai',
        name: '李白',
        alternativeNames: [],
        period: { id: 'tang', label: '唐' },
        biography: '字太白',
      },
    ],
    day,
  )
  await upsertCollections(db, [{ id: 'quantangshi', name: '全唐诗', description: '唐诗总集', order: 0 }], day)
  await upsertMany(
    db,
    kinds,
    [...Array.from({ length: 30 }, (_, i) => poem({ id: `p${i}`, prior: 100 - i })), book('b1', 3)],
    day,
  )
  await upsertMany(db, kinds, [poem({ id: 'pwithdrawn' })], day)
  await withdraw(db, 'pwithdrawn', { at: day, reason: '权利人要求' })
  await upsertMany(db, kinds, [poem({ id: 'ptwin' })], day)
  const witness = (id: string, title: string, label: string, lines: readonly string[]) => ({
    ...{ id, title, source: { id, label }, agents: ['李白'], language: 'lzh-Hans' },
    paragraphs: lines.map((text) => ({ text, kind: 'verse' as const })),
  })
  await upsertMany(
    db,
    kinds,
    [
      poem(
        { id: 'pmany' },
        {
          witnesses: [
            witness('qianjiashi', '夜思', '千家诗', ['床前明月光，疑是地上霜。', '举头望明月，低头思故乡。']),
            witness('wlocal', '静夜思', '县志', ['床前明月光，疑是地上霜。', '举头望山月，低头思故乡。']),
            witness('wother', '静夜思', '别本', ['白日依山尽，黄河入海流。']),
          ],
        },
      ),
    ],
    day,
  )
  await upsertMany(db, kinds, [poem({ id: 'pkept', formerIds: ['ptwin', 'ptwinelsewhere'] })], day)
  store.client.on('commandStarted', ({ commandName }) => commands.push(commandName))
})
afterAll(async () => {
  await store.close()
})

const page = `query($q:String!,$first:Int,$after:String,$offset:Int,$filter:[FacetFilter!],$size:Int){
  search(query:$q,first:$first,after:$after,offset:$offset,filter:$filter){
    totalCount relaxed filling{done total} pageInfo{hasNextPage hasPreviousPage startCursor endCursor}
    facets(size:$size){name values{value label count selected}}
    edges{cursor title{text marked} snippet{text marked}
      node{id title kind url period{label} agents{name person{id name url}} collection{id name} holdingCount form}}}}`

describe('a work handed down in several texts', () => {
  const texts = `query($id:ID!,$w:ID){record(id:$id){
    text(witness:$w){text} variants(witness:$w){line from to base text witnesses}
    witnesses{id isOwn name(language:"en") source title agents language compared text{text} readings{base text}}}}`

  it('tells of each with its names, its text and its readings, its own first, in one trip more', async () => {
    const { data, errors } = await run(texts, { id: 'pmany' })
    expect(errors).toBeUndefined()
    expect(commands).toEqual(['find', 'find', 'find'])
    expect(data).toMatchObject({
      record: {
        text: [{ text: '牀前看月光，疑是地上霜。' }, {}],
        witnesses: [
          {
            id: 'pmany',
            isOwn: true,
            name: 'Complete Tang Poems',
            source: '全唐诗',
            title: '靜夜思',
            readings: [],
          },
          {
            ...{ id: 'qianjiashi', isOwn: false, name: 'Poems of a Thousand Masters', title: '夜思' },
            ...{ compared: true, language: 'lzh-Hans', agents: ['李白'] },
            readings: [
              { base: '看', text: '明' },
              { base: '山', text: '明' },
            ],
          },
          { id: 'wlocal', name: '县志', readings: [{ base: '看', text: '明' }] },
          { id: 'wother', compared: false, readings: [] },
        ],
        variants: [
          { line: 0, from: 2, to: 3, base: '看', text: '明', witnesses: ['qianjiashi', 'wlocal'] },
          { line: 1, from: 3, to: 4, base: '山', text: '明', witnesses: ['qianjiashi'] },
        ],
      },
    })
  })

  it('reads as the witness that is asked for, and tells what the others have there', async () => {
    const { data } = await run(texts, { id: 'pmany', w: 'qianjiashi' })
    expect(data).toMatchObject({
      record: {
        text: [{ text: '床前明月光，疑是地上霜。' }, {}],
        variants: [
          { line: 0, base: '明', text: '看', witnesses: ['pmany'] },
          { line: 1, base: '明', text: '山', witnesses: ['pmany', 'wlocal'] },
        ],
      },
    })
    const unknown = await run(texts, { id: 'pmany', w: 'nobody' })
    expect(unknown.data).toMatchObject({ record: { text: [{ text: '牀前看月光，疑是地上霜。' }, {}] } })
  })

  it('is no matter of a work with one, which costs no trip', async () => {
    const { data } = await run('{record(id:"p0"){witnesses{id} variants{text}}}')
    expect(data).toEqual({ record: { witnesses: [], variants: [] } })
    expect(commands).toEqual(['find'])
  })

  it('has the same export, whichever is read', async () => {
    const cited = (id: string) => run(`{record(id:"${id}"){export(format:BIBTEX)}}`)
    const [many, one] = [await cited('pmany'), await cited('p1')]
    expect(JSON.stringify(many.data).replaceAll('pmany', 'p1')).toBe(JSON.stringify(one.data))
  })
})

describe('search', () => {
  it('lists the collections in one trip to the store', async () => {
    commands.length = 0
    const answer = await run('{ collections { id } }')
    expect(answer.errors).toBeUndefined()
    expect(answer.data?.['collections']).toEqual(expect.arrayContaining([{ id: expect.any(String) }]))
    expect(commands).toEqual(['find'])
  })

  it('makes a page of results in one search, and reads records and texts at the same time', async () => {
    const result = await run(page, { q: '月', first: 20 })
    expect(result.errors).toBeUndefined()
    expect(asked).toHaveLength(1)
    expect(commands).toEqual(['find', 'find'])
    expect(result.data).toMatchObject({
      search: {
        totalCount: 32,
        pageInfo: { hasNextPage: true, hasPreviousPage: false },
        edges: { length: 20, 0: { node: { id: 'p0', url: '/item/p0' }, snippet: [{ marked: true }] } },
      },
    })
  })

  it('tells alone what an order by date rests on', async () => {
    const result = await run('{search(query:"",sort:OLDEST){dates{stated byPeriod undated differ}}}')
    expect(result).toEqual({
      data: { search: { dates: { stated: 1, byPeriod: 2, undated: 29, differ: true } } },
    })
  })

  it('asks for facets in the same search, and only when they are wanted', async () => {
    await run('{search(query:""){totalCount facets(size:3){name}}}')
    expect(asked.map(({ facets }) => facets.map(({ name }) => name))).toEqual([
      kinds.facets.map(({ id }) => id),
    ])
    await run('{search(query:""){totalCount}}')
    expect(asked.map(({ facets }) => facets.length)).toEqual([0])
  })

  it('goes from page to page by cursor and by number, and leaves out what the store does not have', async () => {
    const first: unknown = (await run(page, { q: '', first: 20 })).data?.search
    const end = (first as { pageInfo: { endCursor: string } }).pageInfo.endCursor
    const next = await run(page, { q: '', first: 20, after: end })
    expect(asked[0]).toMatchObject({ after: { id: 'p19', place: 19 }, size: 20 })
    expect(next.data).toMatchObject({
      search: { pageInfo: { hasNextPage: false, hasPreviousPage: true }, edges: { length: 11 } },
    })
    await run(page, { q: '', offset: 30, first: 5 })
    expect(asked[0]).toMatchObject({ from: 30, size: 5 })
  })

  const chapters = `{search(query:"正文",offset:31){edges{url snippet{text} cutAt
    chapters(first:1){totalCount items{n title{text} snippet{text marked} url}}}}}`

  it('leads to the chapter that was found and lists the chapters, in one search and one trip', async () => {
    expect((await run(chapters)).data).toEqual({
      search: {
        edges: [
          {
            url: '/item/b1?part=2',
            snippet: [{ text: '正文2' }],
            cutAt: null,
            chapters: {
              totalCount: 2,
              items: [
                {
                  n: 2,
                  title: [{ text: '第2篇' }],
                  snippet: [{ text: '正文2', marked: false }],
                  url: '/item/b1?part=2',
                },
              ],
            },
          },
        ],
      },
    })
    expect([asked.length, asked[0]?.chapters?.size, commands]).toEqual([1, 10, ['find']])
  })

  it('leads to the work when the work itself was looked for', async () => {
    leads = false
    const { data } = await run(chapters)
    leads = true
    expect(data).toMatchObject({
      search: {
        edges: [{ url: '/item/b1', snippet: [{ text: '子曰：学而时习之' }], chapters: { totalCount: 2 } }],
      },
    })
    await run('{search(query:""){edges{node{id}}}}')
    expect(asked[0]?.chapters).toBeUndefined()
    expect((await run('{search(query:"",offset:31){edges{chapters(first:11){totalCount}}}}')).errors?.[0]?.message).toContain('first') // prettier-ignore
  })

  it('says how a query with signs was read, without asking the engine', async () => {
    const reading = 'query($q:String!){search(query:$q){reading{literal pieces{type field text}}}}'
    expect((await run(reading, { q: '-a' })).data).toEqual({
      search: {
        reading: {
          literal: '"-a"',
          pieces: [
            { type: 'not', field: '', text: '' },
            { type: 'term', field: 'any', text: '-a' },
          ],
        },
      },
    })
    expect((await run(reading, { q: 'a' })).data).toEqual({ search: { reading: null } })
    expect(asked).toEqual([])
  })

  it('finds and suggests on a branch site what is for its library or for all, on the portal everything', async () => {
    const scopes = async (tenant: string | null): Promise<unknown> => {
      await run('{search(query:"月"){totalCount} suggest(prefix:"静"){text}}', {}, tenant)
      return [asked.at(-1)?.scopes, suggested.at(-1)?.scopes]
    }
    expect(await scopes('lib-7')).toEqual([['lib-7', '*'], ['lib-7', '*']]) // prettier-ignore
    expect(await scopes(null)).toEqual([null, null])
  })

  it.each([
    [{ q: '', first: 0 }, 'first'],
    [{ q: '', first: 101 }, 'first'],
    [{ q: '', offset: -1 }, 'offset'],
    [{ q: '', offset: 10_001 }, 'a cursor (after) goes on'],
    [{ q: '', after: 'x' }, 'after'],
    [{ q: 'x'.repeat(10_001) }, 'query'],
    [{ q: '', filter: [{ name: '__proto__', anyOf: ['a'] }] }, 'facet'],
    [{ q: '', filter: [{ name: 'kind', anyOf: [] }] }, 'filter kind'],
    [{ q: '', filter: [{ name: 'kind', anyOf: Array.from({ length: 51 }, String) }] }, 'filter kind'],
  ])('refuses %j and says which argument', async (variables, words) => {
    const { errors } = await run(page, variables)
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    expect(errors?.[0]?.message).toContain(words)
    expect(commands).toEqual([])
  })

  it.each(['at:99', '99', '1:', '123456789:p1', '-1:p1', '1:$ne', '1:p1\n'])(
    'refuses the cursor made of %j',
    async (text) => {
      const { errors } = await run(page, { q: '', after: Buffer.from(text).toString('base64url') })
      expect(errors?.[0]?.message).toContain('after: give a cursor')
      expect(asked).toEqual([])
    },
  )

  it('keeps the results when only the facets were asked for wrongly', async () => {
    const result = await run(`{search(query:""){totalCount facets(size:0){name}}}`)
    expect(result.errors?.map(({ path }) => path)).toEqual([['search', 'facets']])
    expect(result.errors?.[0]?.message).toContain('size')
  })

  it('tells a search that is away from one that was refused', async () => {
    failing = new SearchUnavailable('secret detail')
    const away = (await run('{search(query:"a"){totalCount}}')).errors?.[0]
    expect([away?.extensions?.code, away?.message]).toEqual([
      'SERVICE_UNAVAILABLE',
      expect.not.stringContaining('secret'),
    ])
    failing = new QueryRefused('too many words')
    expect((await run('{search(query:"a"){totalCount}}')).errors?.[0]?.message).toBe('too many words')
    failing = null
  })

  it('tells how many values a facet has beside those listed', async () => {
    const { data } = await run('{search(query:""){facets(size:3){valueCount values{value}}}}')
    expect(data?.search).toMatchObject({ facets: { 0: { valueCount: 3000, values: { length: 3 } } } })
  })

  it('goes on by cursor where no number leads', async () => {
    const after = Buffer.from('12345:p7').toString('base64url')
    await run(page, { q: '', after })
    expect(asked[0]).toMatchObject({ after: { id: 'p7', place: 12_345 }, size: 20 })
  })

  it.each(['first:21', 'first:-1'])('refuses suggestions with %s', async (args) => {
    const { errors } = await run(`{suggest(prefix:"静",${args}){text}}`)
    expect(errors?.[0]?.message).toContain('first: give a number from 0 to 20')
  })

  it('suggests with addresses, and asks nothing for nothing', async () => {
    expect((await run('{suggest(prefix:"静"){text kind count url}}')).data?.suggest).toEqual([
      { text: '静夜思', kind: 'title', count: 1, url: '/item/p0' },
      {
        text: '李"白',
        kind: 'creator',
        count: 9,
        url: `/search?q=${encodeURIComponent('author:"李白"')}`,
      },
    ])
    expect((await run('{suggest(prefix:"  "){text}}')).data).toEqual({ suggest: [] })
  })

  it.each([
    ['靜', 'HANS', '静夜思'],
    ['静', 'HANS', '静夜思'],
    ['静', 'HANT', '靜夜思'],
    // Traditional already: another 后 than the one that is written 後.
    ['后園靜', 'HANT', '后園靜夜思'],
  ])('suggests for %s in %s what is written so, and leads to the same', async (prefix, script, text) => {
    const { data } = await run(`{suggest(prefix:"${prefix}",first:1,script:${script}){text url}}`)
    expect(data?.suggest).toEqual([{ text, url: '/item/p0' }])
  })
})

describe('help with reading', () => {
  it('tells in which words a short text is written otherwise in the other script', async () => {
    const { data } = await run('{record(id:"p0"){otherScript{language words}}}')
    expect(data).toMatchObject({ record: { otherScript: { language: 'lzh-Hans' } } })
    expect(JSON.stringify(data)).toMatch(/靜静.*牀床.*頭头/)
  })

  it('tells it of a chapter and of the contents', async () => {
    const { data } = await run(
      '{record(id:"b1"){otherScript{language words} chapter(n:2){otherScript{language words}}}}',
    )
    expect(data).toMatchObject({
      record: { otherScript: { language: 'lzh-Hans' }, chapter: { otherScript: { language: 'lzh-Hans' } } },
    })
  })

  it('reads a text out in pinyin, and says where it is not sure', async () => {
    const { data } = await run('{record(id:"p0"){text{pinyin}}}')
    expect(data).toMatchObject({
      record: { text: [{ pinyin: 'chuáng qián kàn yuè guāng yí shì dì shàng shuāng' }, {}] },
    })
  })

  it('tells of a character, and how it is read where it stands', async () => {
    const fields =
      'text readings reading sure strokes radical strokesBeside traditional meaning source{licence}'
    const { data } = await run(`{character(text:"长",line:"长相思，在长安。",at:5){${fields}}}`)
    expect(data).toEqual({
      character: {
        text: '长',
        readings: ['zhǎng', 'cháng'],
        reading: 'cháng',
        sure: true,
        strokes: 4,
        radical: '長',
        strokesBeside: 0,
        traditional: ['長'],
        meaning: 'long; length; excel in; leader',
        source: { licence: 'Unicode-3.0' },
      },
    })
  })

  it('tells in which words a text is written otherwise in a script, line by line', async () => {
    const { data } = await run('{scriptWords(text:"夜闌臥聽\\n乾坤未定",script:HANS)}')
    expect(String(data?.['scriptWords']).split(' ').toSorted()).toEqual(
      ['乾坤乾坤', '聽听', '臥卧', '闌阑'].toSorted(),
    )
    // What ends a line and what begins the next are no word.
    expect((await run('{scriptWords(text:"乾\\n坤",script:HANS)}')).data).toEqual({ scriptWords: '乾干' })
    expect((await run('{scriptWords(text:"后面",script:HANT)}')).data).toEqual({ scriptWords: '后面後面' })
  })

  it.each([
    [
      'more than a page',
      `{scriptWords(text:"${'明'.repeat(20_001)}",script:HANS)}`,
      'text: give at most 20,000',
    ],
    ['two characters', '{character(text:"明月"){text}}', 'text: give one character.'],
    [
      'a line without end',
      `{character(text:"明",line:"${'明'.repeat(201)}",at:0){text}}`,
      'line: give at most 200',
    ],
  ])('refuses %s', async (_, query, message) => {
    expect((await run(query)).errors?.[0]?.message).toContain(message)
  })

  it.each(['at:-1', 'at:99', 'at:3'])(
    'tells of a character without its sound where none is there (%s)',
    async (at) => {
      const { data } = await run(`{character(text:"明",line:"明月，",${at}){reading sure}}`)
      expect(data).toEqual({ character: { reading: null, sure: false } })
    },
  )
})

describe('record', () => {
  const whole = `query($id:ID!){record(id:$id){id title kind text{text kind} chapters{n title} chapter(n:2){title paragraphs{text}}
    agents{name role type person{name biography period{label}}} collection{name description recordCount}
    holdings{library{id} access demonstration} related{id} withdrawn{at reason} updatedAt subjects{label} rights{label} source{name}
    bib:export(format:BIBTEX) ris:export(format:RIS) ld:export(format:JSONLD) marc:export(format:MARCXML)}}`

  it('is a whole page in a few trips, persons and collection together', async () => {
    const result = await run(whole, { id: 'b1' })
    expect(result.errors).toBeUndefined()
    expect(result.data).toMatchObject({
      record: {
        id: 'b1',
        text: null,
        chapters: { length: 3 },
        chapter: { title: '第2篇', paragraphs: [{ text: '第2篇的正文' }] },
        holdings: [{ library: { id: 'ndl' }, access: 'online', demonstration: true }],
        withdrawn: null,
        bib: expect.stringContaining('https://example.org/item/b1'),
      },
    })
    expect(commands.length).toBeLessThanOrEqual(6)
  })

  it('names other works of the creator, best known first, without itself', async () => {
    const result = await run('{record(id:"p0"){related(first:3){id}}}')
    expect(result.data?.record).toEqual({ related: [{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }] })
  })

  it.each(['ptwin', 'ptwinelsewhere', 'pkept'])('asked for as %s is the one that is kept', async (id) => {
    const result = await run('query($id:ID!){record(id:$id){id url title withdrawn{at}}}', { id })
    expect(result.data?.record).toMatchObject({ id: 'pkept', url: '/item/pkept', withdrawn: null })
  })

  it('that was withdrawn shows id, title and reason, nothing else', async () => {
    const result = await run(whole, { id: 'pwithdrawn' })
    expect(result.data?.record).toMatchObject({
      id: 'pwithdrawn',
      title: '靜夜思',
      text: null,
      agents: [],
      holdings: [],
      related: [],
      collection: null,
      withdrawn: { at: day.toISOString(), reason: '权利人要求' },
      bib: '',
      marc: '',
    })
  })

  it.each(['nope', '__proto__', '$ne', '', 'x'.repeat(5000), '../etc', '{"$gt":""}'])(
    'answers null for the id %j',
    async (id) => {
      expect((await run('query($id:ID!){record(id:$id){id}}', { id })).data).toEqual({ record: null })
    },
  )

  it('is found by reference, many in one trip', async () => {
    const result = await run(
      'query($r:[_Any!]!){_entities(representations:$r){... on Record{title} ... on Person{biography}}}',
      {
        r: [
          { __typename: 'Record', id: 'p1' },
          { __typename: 'Record', id: 'none' },
          { __typename: 'Person', id: 'alibai' },
          { __typename: 'Record', id: 'b1' },
        ],
      },
    )
    expect(result.data?._entities).toEqual([
      { title: '靜夜思' },
      null,
      { biography: '字太白' },
      { title: '论语' },
    ])
    expect(commands).toEqual(['find', 'find'])
  })
})

describe('what came last', () => {
  it('has each record by the day it came, whatever was changed of it since, and the best known first', async () => {
    const ids = async (first = 50) =>
      (await run(`{newRecords(first:${first}){id}}`)).data?.['newRecords'] as readonly {
        readonly id: string
      }[]
    const before = await ids()
    expect(before.length).toBeGreaterThan(2)
    const [known] = before
    const db = store.db('graph')
    const input = (title: string) => poem({ id: 'plate', title })
    const tomorrow = new Date(day.getTime() + 24 * 3600_000)
    await upsertMany(db, kinds, [input('新到')], tomorrow)
    expect((await ids())[0]).toEqual({ id: 'plate' })
    expect((await ids())[1]).toEqual(known)
    // Changed a week later: it came when it came.
    await upsertMany(db, kinds, [input('新到的')], new Date(day.getTime() + 7 * 24 * 3600_000))
    const stored = await db.collection<{ _id: string; addedOn: string }>('records').findOne({ _id: 'plate' })
    expect(stored?.addedOn).toBe(arrivalDay(tomorrow))
    await withdraw(db, 'plate', { at: tomorrow, reason: '试' })
    expect((await ids())[0]).toEqual(known)
    expect(await ids(1)).toEqual([known])
    // Many that came last and are gone empty no shelf.
    const gone = Array.from({ length: 5 }, (_, n) => poem({ id: `plater${n}`, title: '撤下' }))
    await upsertMany(db, kinds, gone, tomorrow)
    for (const { record } of gone) await withdraw(db, record.id, { at: tomorrow, reason: '试' })
    expect(await ids(1)).toEqual([known])
  })

  it.each([0, 51, -1])('refuses %i of them', async (first) => {
    const { errors } = await run(`{newRecords(first:${first}){id}}`)
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })
})

describe('the poem of the day', () => {
  it('is the same for everybody on a day, changes from day to day, and is short', async () => {
    const of = async (date: string) =>
      JSON.stringify((await run('query($d:String!){dailyPoem(date:$d){id text{text}}}', { d: date })).data)
    expect(await of('2026-11-22')).toBe(await of('2026-11-22'))
    const days = await Promise.all(Array.from({ length: 9 }, (_, i) => of(`2026-11-0${i + 1}`)))
    expect(new Set(days).size).toBeGreaterThan(1)
  })

  it.each(['today', '2026-02-30', '2026-1-1', "2026-01-01'; drop"])('refuses the date %j', async (d) => {
    const { errors } = await run('query($d:String!){dailyPoem(date:$d){id}}', { d })
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })
})
