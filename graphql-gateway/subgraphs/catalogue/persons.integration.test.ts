// Persons and topics in the graph, over a real store and an index in memory that the store's own feed fills.
import type { PersonContent } from '@shuxiang/record'
import { highlight, parseBox, readingOf } from '@shuxiang/search'
import type { SearchEngine } from '@shuxiang/search/contract'
import { createMemoryEngine } from '@shuxiang/search/memory'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { book, heldBy, kinds, poem } from './fixtures/records.ts'
import { catalogue } from './module.ts'
import type { PersonDoc } from './model/authority.ts'
import { fromEngine } from './search/from-engine.ts'
import { recordFeed } from './store/feed.ts'
import { upsertPersons } from './store/write-authorities.ts'
import { upsertMany } from './store/write.ts'
import { createCatalogue } from './subgraph.ts'

const day = new Date('2026-11-22T00:00:00Z')
const song = { id: 'song', label: '宋' }
const su: PersonContent = {
  id: 'asushi',
  name: '苏轼',
  alternativeNames: ['蘇軾'],
  formerIds: ['asuold', 'aforgotten'],
  names: [
    { name: '子瞻', type: 'courtesy', pinyin: 'Zǐzhān', source: '《宋史》' },
    { name: '东坡居士', type: 'art', source: '《宋史》' },
    { name: '文忠', type: 'posthumous', source: '《宋史》' },
    { name: '苏东坡', type: 'other', pinyin: 'Sū Dōngpō', source: '《宋史》' },
    { name: '苏子瞻', type: 'other', pinyin: 'Sū Zǐzhān', source: '《宋史》' },
  ],
  pinyin: 'Sū Shì',
  born: '1037',
  died: '1101',
  datesFrom: '《宋史》',
  period: song,
  biography: '眉州眉山人。嘉祐二年进士，历知密州、徐州、湖州、杭州。</script>',
  source: { name: '小传', url: 'https://example.org/lives', licence: 'MIT' },
}
const plain = (id: string, name: string, more: Partial<PersonContent> = {}): PersonContent => ({
  id,
  name,
  alternativeNames: [],
  period: song,
  biography: null,
  ...more,
})
const persons: readonly PersonContent[] = [
  su,
  plain('aouyang', '欧阳修', { born: '1007', died: '1072', names: [{ name: '文忠', type: 'posthumous' }] }),
  plain('aluyou', '陆游', { born: '1125', died: '1210' }),
  plain('anoyears', '张先生'),
  plain('adufu', '杜甫', {
    period: { id: 'tang', label: '唐' },
    names: [{ name: '子美', type: 'courtesy' }],
  }),
  plain('asushunqin', '苏舜钦', { names: [{ name: '子美', type: 'courtesy' }] }),
  plain('aempty', '无作者'),
  plain('athere', '一地人'),
  plain('asuold', '苏老'),
  plain('akongzi', '孔子', {
    period: { id: 'xianqin', label: '先秦' },
    pinyin: 'Kǒngzǐ',
    names: [{ name: 'Confucius', type: 'foreign' }],
    datesFrom: '《史记》',
    source: { name: 'chinese-poetry 作者小传', url: 'https://example.org/lives', licence: 'MIT' },
  }),
]

let store: TestStore
let db: Db
const engine: SearchEngine = createMemoryEngine()
const search = fromEngine(engine, { parseBox, highlight, readingOf })
const execute = createExecutor(
  createCatalogue({
    ...{ search, kinds, isLibrary: async () => true, origin: 'https://example.org' },
    englishLibrary: (code, name) => `Library ${code}, which is ${name}`,
  }),
)

async function run<T = Record<string, unknown>>(query: string, tenant: string | null = null): Promise<T> {
  const { data, errors } = await execute(query, {}, testContext(db, { tenant }))
  expect(errors).toBeUndefined()
  // The shape is that of the query beside it.
  return data as T
}

/** Brings the index up to what the store has. */
async function fed(): Promise<number> {
  const feed = recordFeed(db, kinds)
  const changes = await feed.dirty(100)
  await engine.index(changes.flatMap(({ doc }) => doc ?? []))
  await feed.clean(changes)
  return changes.length
}

const work = (id: string, agentId: string, name: string, given: Parameters<typeof poem>[0] | object = {}) =>
  poem({ id, agents: [{ name, role: 'author', agentId, type: 'person' }], period: song, ...given })

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('persons')
  await prepareStore({ db, now: () => day }, [catalogue])
  await upsertPersons(db, persons, day)
  const lyric = {
    title: '水调歌头·明月几时有',
    form: '词',
    subjects: [
      { label: '水调歌头', scheme: null, code: null },
      { label: '宋词三百首', scheme: null, code: null },
    ],
    scopes: ['*'],
  }
  const { refused } = await upsertMany(
    db,
    kinds,
    [
      work('p1', 'asushi', '苏轼', lyric),
      work('p2', 'asushi', '苏轼', { scopes: ['*'] }),
      work('p3', 'aouyang', '欧阳修', { scopes: ['*'] }),
      work('p4', 'aluyou', '陆游'),
      work('p5', 'anoyears', '张先生'),
      work('p6', 'adufu', '杜甫', { period: { id: 'tang', label: '唐' } }),
      work('p7', 'adufu', '杜甫', { period: { id: 'tang', label: '唐' } }),
      work('p8', 'asushunqin', '苏舜钦'),
      poem(
        {
          id: 'p9',
          scopes: [],
          agents: [{ name: '一地人', role: 'author', agentId: 'athere', type: 'person' }],
        },
        { holdings: heldBy('n33') },
      ),
    ],
    day,
  )
  expect(refused).toEqual([])
  await fed()
})
afterAll(async () => {
  await engine.close()
  await store.close()
})

describe('values of facets', () => {
  const asked = `{ search(query: "", first: 1) { facets(names: ["period", "author", "tune", "kind"]) {
    name values { value url years en: years(language: "en") begins }
  } } }`
  interface Asked {
    search: { facets: { name: string; values: { value: string; url: string }[] }[] }
  }
  const valuesOf = ({ search: { facets } }: Asked, name: string) =>
    facets.find((facet) => facet.name === name)?.values ?? []

  it('name libraries in the language of the reader', async () => {
    const { search: found } = await run<{ search: { facets: { values: object[] }[] } }>(
      '{ search(query: "", first: 1) { facets(names: ["library"]) { values { label en: label(language: "en") } } } }',
      'n33',
    )
    expect(found.facets[0]?.values).toContainEqual({ label: '馆n33', en: 'Library n33, which is 馆n33' })
  })

  it('lead to the page of the person or topic, else to the search; periods have years', async () => {
    const found = await run<Asked>(asked)
    expect(valuesOf(found, 'period')).toEqual([
      {
        value: 'song',
        url: '/browse/period/song',
        years: '960–1279年',
        en: '960–1279',
        begins: 960,
      },
      { value: 'tang', url: '/browse/period/tang', years: '618–907年', en: '618–907', begins: 618 },
    ])
    const none = { years: null, en: null, begins: null }
    expect(valuesOf(found, 'author')).toContainEqual({ value: 'asushi', url: '/person/asushi', ...none })
    expect(valuesOf(found, 'kind')).toEqual([{ value: 'poem', url: '/search?kind=poem', ...none }])
  })

  it.each([
    ['n33', true],
    ['n44', false],
  ])('are those of the site that asks: %s', async (tenant, has) => {
    const values = valuesOf(await run<Asked>(asked, tenant), 'author').map(({ value }) => value)
    expect(values).toContain('asushi')
    expect(values.includes('athere')).toBe(has)
  })
})

describe('a person', () => {
  it('has names in both scripts and in pinyin, years and period in the words of the reader', async () => {
    expect(
      await run(`{ person(id: "asushi") {
        label traditionalName pinyin lifetime born died url worksUrl workCount factsFrom
        biographySource { name licence } period { label url }
        otherNames { name label pinyin }
        en: label(language: "en")
      } }`),
    ).toEqual({
      person: {
        label: '苏轼',
        en: 'Su Shi 苏轼',
        traditionalName: '蘇軾',
        pinyin: 'Sū Shì',
        lifetime: '1037–1101',
        born: '1037',
        died: '1101',
        url: '/person/asushi',
        worksUrl: '/search?author=asushi',
        workCount: 2,
        factsFrom: ['《宋史》'],
        biographySource: { name: '小传', licence: 'MIT' },
        period: { label: '宋', url: '/browse/period/song' },
        otherNames: [
          { name: '子瞻', label: '字', pinyin: 'Zǐzhān' },
          { name: '东坡居士', label: '号', pinyin: null },
          { name: '文忠', label: '谥号', pinyin: null },
          { name: '苏东坡', label: '别名', pinyin: 'Sū Dōngpō' },
        ],
      },
    })
  })

  it('is told in English by the vocabulary where records name the person', async () => {
    const { record } = await run<{ record: unknown }>(`{ record(id: "p1") {
      agents { label(language: "en") person { url } } period { label(language: "en") }
      collection { name(language: "en") url }
      formTopic { label(language: "en") url } tune { label url } subjects { name(language: "en") url }
    } }`)
    expect(record).toEqual({
      agents: [{ label: 'Su Shi 苏轼', person: { url: '/person/asushi' } }],
      period: { label: 'Song' },
      collection: { name: 'Complete Tang Poems', url: '/browse/collection/quantangshi' },
      formTopic: { label: 'Lyric (ci)', url: '/browse/form/%E8%AF%8D' },
      tune: { label: '水调歌头', url: `/browse/tune/${encodeURIComponent('水调歌头')}` },
      subjects: [
        { name: 'Shuǐ diào gē tóu 水调歌头', url: `/browse/tune/${encodeURIComponent('水调歌头')}` },
        {
          name: 'Three Hundred Song Lyrics',
          url: `/browse/subject/${encodeURIComponent('宋词三百首')}`,
        },
      ],
    })
  })

  it('has a life of which the script is told', async () => {
    const { person } = await run('{ person(id: "asushi") { biographyLanguage } }')
    expect(person).toEqual({ biographyLanguage: 'zh-Hans' })
    expect(await run('{ person(id: "aempty") { biographyLanguage } }')).toEqual({
      person: { biographyLanguage: null },
    })
  })

  it('has schema.org Person that may stand in a script', async () => {
    const { person } = await run<{ person: { jsonLd: string } }>('{ person(id: "asushi") { jsonLd } }')
    expect(person.jsonLd).not.toMatch(/[<>]/)
    expect(JSON.parse(person.jsonLd)).toMatchObject({
      '@type': 'Person',
      '@id': 'https://example.org/person/asushi',
      name: '苏轼',
      alternateName: ['Su Shi', '蘇軾', '子瞻', '东坡居士', '苏东坡', '苏子瞻'],
      birthDate: '1037',
      deathDate: '1101',
    })
  })

  it('goes in English by the name that is usual there, and so do the books that tell of the person', async () => {
    expect(
      await run(`{ person(id: "akongzi") {
        label(language: "en") chinese: label factsFrom(language: "en")
        biographySource { name label(language: "en") chinese: label }
      } }`),
    ).toEqual({
      person: {
        label: 'Confucius (Kongzi) 孔子',
        chinese: '孔子',
        factsFrom: ['Records of the Grand Historian (史记)'],
        biographySource: {
          name: 'chinese-poetry 作者小传',
          label: 'Lives of authors in the data set chinese-poetry',
          chinese: 'chinese-poetry 作者小传',
        },
      },
    })
  })

  it('knows who lived at the same time, in the order of time; else who is of the period', async () => {
    const near = async (id: string): Promise<unknown> => {
      const { person } = await run<{ person: { contemporaries: { name: string }[] } }>(
        `{ person(id: "${id}") { contemporaries { name } } }`,
      )
      return person.contemporaries.map(({ name }) => name)
    }
    expect(await near('asushi')).toEqual(['欧阳修'])
    expect(await near('anoyears')).toEqual(['欧阳修', '苏轼', '陆游', '苏舜钦'])
    expect(await near('aempty')).toContain('苏轼')
  })

  it('whom another was merged into is found under the id of that one, also where the store still has it', async () => {
    const asked = (id: string) => `{ person(id: "${id}") { id url } }`
    const su = { person: { id: 'asushi', url: '/person/asushi' } }
    expect(await run(asked('asuold'))).toEqual(su)
    expect(await run(asked('aforgotten'))).toEqual(su)
    expect(await run(asked('asuold'), 'n44')).toEqual(su)
  })

  it('on a branch site is one of whom it has a work, on the portal anybody who is known', async () => {
    const query = '{ person(id: "athere") { workCount } }'
    expect(await run(query, 'n33')).toEqual({ person: { workCount: 1 } })
    expect(await run(query, 'n44')).toEqual({ person: null })
    expect(await run('{ person(id: "aempty") { workCount } }')).toEqual({ person: { workCount: 0 } })
    expect(await run('{ person(id: "anone") { name } }')).toEqual({ person: null })
    expect(await run('{ person(id: "<b>") { name } }')).toEqual({ person: null })
  })
})

describe('the person of a day', () => {
  const on = (date: string, tenant: string | null = null) =>
    run<{ personOfTheDay: { id: string; bestKnown: { id: string; title: string }[] } | null }>(
      `{ personOfTheDay(date: "${date}") { id bestKnown(first: 1) { id title } } }`,
      tenant,
    )

  it('is one of whom a life is told, with what is known best', async () => {
    for (const day of ['2026-11-28', '2026-11-29', '2027-02-06']) {
      const { personOfTheDay } = await on(day)
      expect(personOfTheDay?.id).toBe('asushi')
      expect(personOfTheDay?.bestKnown).toHaveLength(1)
    }
  })

  it('is another one on other days, and the same all day', async () => {
    const life = '山阴人。' + '一生作诗近万首。'.repeat(4)
    await upsertPersons(db, [plain('aluyou', '陆游', { born: '1125', died: '1210', biography: life })], day)
    const days = Array.from({ length: 12 }, (_, n) => `2026-12-${String(n + 10)}`)
    const chosen = await Promise.all(days.map(async (one) => (await on(one)).personOfTheDay?.id))
    expect(new Set(chosen)).toEqual(new Set(['asushi', 'aluyou']))
    expect(await Promise.all(days.map(async (one) => (await on(one)).personOfTheDay?.id))).toEqual(chosen)
    await upsertPersons(db, [plain('aluyou', '陆游', { born: '1125', died: '1210' })], day)
  })

  it('takes a day and no other word, and some works but not all', async () => {
    for (const query of [
      '{ personOfTheDay(date: "today") { id } }',
      '{ person(id: "asushi") { bestKnown(first: 13) { id } } }',
    ]) {
      const { errors } = await execute(query, {}, testContext(db))
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
    }
    expect(await run('{ person(id: "asushi") { bestKnown(first: 0) { id } } }')).toEqual({
      person: { bestKnown: [] },
    })
  })
})

describe('persons of a name', () => {
  it.each([
    ['苏东坡', ['苏轼']],
    [' 苏轼 ', ['苏轼']],
    ['蘇東坡', ['苏轼']],
    ['子瞻', ['苏轼']],
    ['东坡', ['苏轼']],
    ['東坡', ['苏轼']],
    ['Su Shi', ['苏轼']],
    ['su dongpo', ['苏轼']],
    // The one with more works first.
    ['子美', ['杜甫', '苏舜钦']],
    // A beginning is no name, a posthumous name alone is nobody's, who has no works is not offered.
    ['苏东', []],
    ['文忠', []],
    ['无作者', []],
    ['', []],
    ['苏'.repeat(300), []],
  ])('%s: %j', async (name, expected) => {
    const { personsNamed } = await run<{ personsNamed: { name: string }[] }>(
      `{ personsNamed(name: ${JSON.stringify(name)}) { name } }`,
    )
    expect(personsNamed.map((person) => person.name)).toEqual(expected)
  })

  it('are told beside what is searched for instead', async () => {
    const found = await run(
      `{ search(query: "苏试", instead: true) { instead { text kind persons { name } } } }`,
    )
    expect(found).toEqual({
      search: { instead: { text: '苏轼', kind: 'creator', persons: [{ name: '苏轼' }] } },
    })
  })

  it('find the works, and are suggested with the page of the person', async () => {
    expect(
      await run(`{
        search(query: "苏东坡") { edges { node { id } } }
        both: search(query: "东坡居士 明月") { edges { node { id } } }
        suggest(prefix: "苏东") { text name url of english: of(language: "en") }
      }`),
    ).toEqual({
      search: { edges: [{ node: { id: 'p1' } }, { node: { id: 'p2' } }] },
      both: { edges: [{ node: { id: 'p1' } }] },
      suggest: [{ text: '苏东坡', name: '苏轼', url: '/person/asushi', of: null, english: 'Su Shi 苏轼' }],
    })
    const { suggest } = await run<{ suggest: object[] }>('{ suggest(prefix: "苏") { text url } }')
    // By whatever name, a person is offered once.
    expect(suggest).toEqual([
      { text: '苏轼', url: '/person/asushi' },
      { text: '苏舜钦', url: '/person/asushunqin' },
    ])
  })

  it('that come later find the works once these are indexed again, also after a crash between the two', async () => {
    const found = async () =>
      (await run<{ search: { totalCount: number } }>('{ search(query: "陆放翁") { totalCount } }')).search
        .totalCount
    expect(await found()).toBe(0)
    const later = plain('aluyou', '陆游', { born: '1125', names: [{ name: '陆放翁', type: 'other' }] })
    expect(await upsertPersons(db, [later], day)).toBe(1)
    expect(await fed()).toBe(1)
    expect(await found()).toBe(1)
    // What is stated no longer is gone.
    const doc = await db.collection<PersonDoc>('persons').findOne({ _id: 'aluyou' })
    expect(doc).not.toHaveProperty('died')
    expect(doc).not.toHaveProperty('unsettled')
    expect(await upsertPersons(db, [later], day)).toBe(0)
    // As a process leaves it that ends behind the write of the person.
    await db.collection<PersonDoc>('persons').updateOne({ _id: 'aluyou' }, { $set: { unsettled: true } })
    expect(await upsertPersons(db, [later], day)).toBe(1)
    expect(await fed()).toBe(1)
  })
})

describe('a topic', () => {
  it('is named and told in both languages, with who wrote of it', async () => {
    expect(
      await run(`{
        form: topic(facet: "form", value: "词") {
          facetLabel label(language: "en") about recordCount url people { name }
        }
        period: topic(facet: "period", value: "tang") { label(language: "en") years(language: "en") people { name } }
        tune: topic(facet: "tune", value: "水调歌头") { label recordCount }
      }`),
    ).toEqual({
      form: {
        facetLabel: '体裁',
        label: 'Lyric (ci)',
        about: '按词牌填写、可以歌唱的长短句，盛于宋代。',
        recordCount: 1,
        url: '/browse/form/%E8%AF%8D',
        people: [{ name: '苏轼' }],
      },
      period: { label: 'Tang', years: '618–907', people: [{ name: '杜甫' }, { name: '一地人' }] },
      tune: { label: '水调歌头', recordCount: 1 },
    })
  })

  it.each([
    ['form', '无此体'],
    ['kind', 'poem'],
    ['author', 'asushi'],
    ['__proto__', 'x'],
    ['form', ''],
    ['form', '词'.repeat(500)],
  ])('%s %s is none', async (facet, value) => {
    expect(await run(`{ topic(facet: "${facet}", value: "${value}") { label } }`)).toEqual({ topic: null })
  })
})

// Last, for it adds a record.
describe('the contents of an anthology', () => {
  it('tell in English how titles sound, poets who are known here, and what forms are called', async () => {
    const anthology = book('banthology', 5, {
      language: 'lzh-Hant',
      contents: [
        { n: 1, title: '水調歌頭', creator: '苏轼', section: '词' },
        // Of two persons, and of none.
        { n: 2, title: '春望', creator: '子美', section: '五言律诗' },
        { n: 3, title: '哥舒歌', creator: '西鄙人' },
        // As an anthology of prose names author and volume.
        {
          ...{ n: 4, title: '後赤壁賦', creator: '宋代：苏轼', section: '卷十一・宋文' },
          parallelTitles: [{ title: 'The Second Prose Poem on the Red Cliff', language: 'en' }],
        },
        { n: 5, title: '雜詩', creator: '佚名' },
      ],
    })
    expect(await upsertMany(db, kinds, [anthology], day)).toMatchObject({ refused: [] })
    const told =
      'titleBeside(language: $l) { text language } creatorLabel(language: $l) sectionLabel(language: $l)'
    const chapters = (language: string) =>
      run<{ record: { chapters: unknown } }>(
        `{ record(id: "banthology") { chapters { ${told.replaceAll('$l', JSON.stringify(language))} } } }`,
      )
    const beside = (text: string) => ({ text, language: 'zh-Latn-pinyin' })
    expect((await chapters('en')).record.chapters).toEqual([
      {
        titleBeside: beside('Shuǐ diào gē tóu'),
        creatorLabel: 'Su Shi 苏轼',
        sectionLabel: 'Lyric (ci)',
      },
      {
        titleBeside: beside('Chūn wàng'),
        creatorLabel: '子美',
        sectionLabel: 'Five-character regulated verse',
      },
      { titleBeside: beside('Gē shū gē'), creatorLabel: '西鄙人', sectionLabel: null },
      {
        titleBeside: { text: 'The Second Prose Poem on the Red Cliff', language: 'en' },
        creatorLabel: 'Su Shi 苏轼',
        sectionLabel: 'Juàn shí yī · sòng wén 卷十一・宋文',
      },
      { titleBeside: beside('Zá shī'), creatorLabel: 'Anonymous', sectionLabel: null },
    ])
    expect((await chapters('zh-CN')).record.chapters).toEqual([
      { titleBeside: null, creatorLabel: '苏轼', sectionLabel: '词' },
      { titleBeside: null, creatorLabel: '子美', sectionLabel: '五言律诗' },
      { titleBeside: null, creatorLabel: '西鄙人', sectionLabel: null },
      { titleBeside: null, creatorLabel: '宋代：苏轼', sectionLabel: '卷十一・宋文' },
      { titleBeside: null, creatorLabel: '佚名', sectionLabel: null },
    ])
  })
})
