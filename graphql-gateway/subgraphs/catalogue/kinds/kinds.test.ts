// The kinds of the catalogue: every one takes its fixture, and says what is searched of it.
import { kindsOf, recordInput, type RecordInput } from '@shuxiang/record'
import { spanOfEdtf } from '@shuxiang/record/edtf'
import { facets } from '@shuxiang/vocabulary'
import {
  buildSchema,
  extendSchema,
  getNamedType,
  graphql,
  isObjectType,
  parse,
  type GraphQLObjectType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { kindFixtures } from './fixtures.ts'
import { catalogueKinds } from './index.ts'

const kinds = kindsOf(catalogueKinds, facets)
const fixtureOf = (id: string): RecordInput => {
  const found = kindFixtures.find(({ record }) => record.kind === id)
  if (!found) throw new Error(`no fixture of ${id}`)
  return found
}

describe.each(catalogueKinds.map((kind) => [kind.entry.id, kind] as const))('%s', (id, kind) => {
  const { record } = fixtureOf(id)

  it('takes its fixture, whole and within the bounds of the kernel', () => {
    expect(kind.problem(record.details)).toBeNull()
    expect(recordInput.parse(fixtureOf(id))).toEqual(fixtureOf(id))
    for (const { edtf } of record.dates) expect(spanOfEdtf(edtf), edtf).not.toBeNull()
  })

  it('refuses a detail that it does not know', () => {
    expect(kind.problem({ ...record.details, colour: 'red' })).toMatch(/^details\.: .*colour/)
  })

  it('is dated by a date that its fixture has', () => {
    expect(record.dates.map(({ role }) => role).some((role) => kind.dated.includes(role))).toBe(true)
  })

  it('tells its details in words of both languages', () => {
    const facts = kind.facts(record)
    expect(facts.length).toBeGreaterThanOrEqual(Object.keys(record.details).length > 0 ? 1 : 0)
    for (const { label, value } of facts)
      for (const text of [
        label['zh-CN'],
        label.en,
        ...(typeof value === 'string' ? [value] : Object.values(value)),
      ])
        expect(text.trim()).not.toBe('')
  })

  it('fills facets that have words', () => {
    const known = kinds.facets.map((facet) => facet.id)
    for (const name of Object.keys(kind.search(record).facets ?? {})) expect(known).toContain(name)
    for (const facet of kind.facets) expect(kind.search(record).facets?.[facet.id]).not.toEqual([])
  })

  it('shows in the graph every detail that its fixture has', async () => {
    const { typeDefs } = kind
    if (typeDefs === null) return expect(record.details).toEqual({})
    const schema = extendSchema(buildSchema('type Record type Query { record: Record }'), parse(typeDefs))
    const type = schema.getType('Record')
    if (!isObjectType(type)) throw new Error('no Record')
    const source = `{ record { ${allOf(type)} } }`
    const { data, errors } = await graphql({
      schema,
      source,
      rootValue: { record: { [id]: record.details } },
    })
    expect(errors).toBeUndefined()
    expect(plain(data)).toMatchObject({ record: { [id]: record.details } })
  })
})

/** Every field of a type, and of the types below it. */
function allOf(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map((field) => {
      const below = getNamedType(field.type)
      return isObjectType(below) ? `${field.name} { ${allOf(below)} }` : field.name
    })
    .join(' ')
}

/** graphql-js answers with objects of no prototype. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('what is searched beside the kernel', () => {
  it.each([
    ['poem', { titles: ['春望'] }],
    [
      'book',
      {
        titles: ['中国古典名著译注丛书'],
        facets: { classification: [{ value: 'B', label: '哲学、宗教' }] },
        sorts: { pages: 316 },
      },
    ],
    [
      'periodical',
      {
        facets: { classification: [{ value: 'G', label: '文化、科学、教育、体育' }] },
        subjects: ['双月刊'],
      },
    ],
    ['issue', { titles: ['中国图书馆学报'], sorts: { position: 311 } }],
    ['audio', { sorts: { duration: 13_860 } }],
    ['episode', { titles: ['朝花夕拾'], sorts: { duration: 1265, position: 6 } }],
    [
      'video',
      {
        facets: {
          captions: [
            { value: 'zh-Hans', label: '中文（简体）' },
            { value: 'en', label: '英文' },
          ],
        },
        sorts: { duration: 3132 },
      },
    ],
    ['picture', { facets: { technique: [{ value: '绢本设色', label: '绢本设色' }] } }],
    [
      'event',
      {
        facets: { audience: [{ value: '6—12岁儿童及家长', label: '6—12岁儿童及家长' }] },
        texts: ['杭州图书馆二楼少儿阅览室', '浙江省杭州市上城区解放东路58号'],
      },
    ],
    [
      'object',
      {
        facets: {
          material: [{ value: '青铜', label: '青铜' }],
          technique: [{ value: '范铸法', label: '范铸法' }],
        },
        texts: ['西周早期成王五年', '1963年陕西宝鸡贾村出土'],
      },
    ],
    [
      'person',
      {
        titles: ['太白', '青莲居士', '李太白'],
        facets: { occupation: [{ value: '诗人', label: '诗人' }] },
        texts: ['碎叶', '当涂'],
      },
    ],
    [
      'organisation',
      {
        facets: { organisationType: [{ value: '公共图书馆', label: '公共图书馆' }] },
        texts: ['文化和旅游部', '北京市海淀区中关村南大街33号'],
      },
    ],
  ])('of %s', (id, expected) => {
    expect(kinds.of(id).search(fixtureOf(id).record)).toEqual(expected)
  })
})

describe('details', () => {
  it.each([
    ['book', { classification: '哲学' }, 'classification'],
    ['book', { pages: 0 }, 'pages'],
    ['book', { series: { title: '' } }, 'series.title'],
    ['periodical', { frequency: 'hourly' }, 'frequency'],
    ['issue', {}, 'periodical'],
    ['audio', { duration: -1 }, 'duration'],
    ['video', { captions: ['Chinese'] }, 'captions.0'],
    ['event', { registration: 'javascript:alert(1)' }, 'registration'],
    ['object', { materials: ['铜'.repeat(300)] }, 'materials.0'],
    ['person', { names: [{ name: '太白', type: 'nick' }], occupations: [] }, 'names.0.type'],
    ['organisation', { website: 'nlc.cn' }, 'website'],
  ])('of %s: %j is refused by its path', (id, details, path) => {
    expect(kinds.of(id).problem(details)).toContain(`details.${path}: `)
  })
})
