// Saved searches in the graph, over a real store: one a search, brought back, bounded, and nobody else's.
import { person } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { dyingDb } from '@shuxiang/store-contract/dying-db'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mostRemovedSearches, mostSearches } from '../bounds.ts'
import { ports } from '../fixtures.ts'
import { account } from '../module.ts'
import { createAccount } from '../subgraph.ts'
import { searchesIn } from './documents.ts'

let store: TestStore
let db: Db
let n = 0
let clock = 0
const execute = createExecutor(createAccount(ports))
const audit = memoryAudit()

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  clock = Date.parse('2026-11-26T12:00:00Z')
  audit.recorded.length = 0
  db = store.db(`searches_${n++}`)
  await prepareStore({ db, now: () => new Date(clock) }, [account])
})

const portal = { client: 'portal', azp: 'ndl-portal', level: 1 } as const
const li = person({ ...portal, subject: 'li' })
const du = person({ ...portal, subject: 'du' })
const fields = 'id name query filters { name anyOf } sort createdAt seenAt removedAt'

interface Saved {
  readonly id: string
  readonly name: string
  readonly seenAt: string
  readonly removedAt: string | null
}

async function answer(query: string, variables: Record<string, unknown> = {}, principal = li, on = db) {
  clock += 1000
  return execute(query, variables, testContext(on, { principal, audit, now: () => clock }))
}
async function run(query: string, variables: Record<string, unknown> = {}, principal = li): Promise<Saved> {
  const { data, errors } = await answer(query, variables, principal)
  expect(errors).toBeUndefined()
  return Object.values(data ?? {})[0] as Saved
}
const refusal = async (query: string, variables: Record<string, unknown> = {}, principal = li) => {
  const { errors } = await answer(query, variables, principal)
  return { code: errors?.[0]?.extensions?.['code'], sentence: errors?.[0]?.message }
}

const save = `mutation($search: SearchToSave!) { saveSearch(search: $search) { ${fields} } }`
const one = (field: string) => `mutation($id: ID!) { ${field}(id: $id) { ${fields} } }`
const rename = `mutation($id: ID!, $name: String!) { renameSearch(id: $id, name: $name) { ${fields} } }`
const search = (query: string, more: object = {}) => ({
  name: `查${query}`,
  query,
  filters: [{ name: 'kind', anyOf: ['poem'] }],
  sort: 'relevance',
  ...more,
})
const all = async (principal = li): Promise<readonly Saved[]> => {
  const { data } = await answer(`{ me { savedSearches { ${fields} } } }`, {}, principal)
  return (data?.['me'] as { savedSearches: readonly Saved[] }).savedSearches
}

describe('a saved search', () => {
  it('is one, however often and in whatever order of its filters it is saved, and keeps its name', async () => {
    const two = [
      { name: 'period', anyOf: ['tang', 'song'] },
      { name: 'kind', anyOf: ['poem'] },
    ]
    const saved = await run(save, { search: search('月', { filters: two }) })
    const again = { filters: two.toReversed().map((one) => ({ ...one, anyOf: one.anyOf.toReversed() })) }
    expect(await run(save, { search: search(' 月 ', { ...again, name: '别名' }) })).toMatchObject({
      id: saved.id,
      name: '查月',
    })
    expect(await all()).toHaveLength(1)
    expect((await run(save, { search: search('月', { sort: 'newest' }) })).id).not.toBe(saved.id)
  })

  it('is looked at now when it is made, and the later look counts', async () => {
    const earlier = '2026-11-01T00:00:00.000Z'
    const { id, seenAt } = await run(save, { search: search('月', { seenAt: earlier, createdAt: earlier }) })
    expect(seenAt).toBe(earlier)
    const seen = await run(one('markSearchSeen'), { id })
    expect(seen.seenAt).toBe(new Date(clock).toISOString())
    expect((await run(save, { search: search('月', { seenAt: earlier }) })).seenAt).toBe(seen.seenAt)
    // The clock of a device may be ahead.
    const ahead = await run(save, { search: search('风', { seenAt: '2039-01-01T00:00:00Z' }) })
    expect(ahead.seenAt).toBe(new Date(clock).toISOString())
  })

  it('is renamed, removed and brought back; saved anew it is back under its new name', async () => {
    const { id } = await run(save, { search: search('月') })
    expect(await run(rename, { id, name: ' 月\n亮 ' })).toMatchObject({ name: '月 亮' })
    await run(one('removeSearch'), { id })
    expect((await run(one('removeSearch'), { id })).removedAt).not.toBeNull()
    expect(await all()).toEqual([])
    expect(await run(one('restoreSearch'), { id })).toMatchObject({ name: '月 亮', removedAt: null })
    await run(one('removeSearch'), { id })
    expect(await run(save, { search: search('月') })).toMatchObject({ id, name: '查月', removedAt: null })
    expect((await all()).map((each) => each.id)).toEqual([id])
  })

  it('there are so many and no more, and removing one makes room', async () => {
    for (let i = 0; i < mostSearches; i++) await run(save, { search: search(`第${i}`) })
    expect(await refusal(save, { search: search('多') })).toMatchObject({
      code: 'BAD_USER_INPUT',
      sentence: expect.stringContaining(`${mostSearches} saved searches`) as unknown,
    })
    // One that is there is no more.
    const { id } = await run(save, { search: search('第0') })
    await run(one('removeSearch'), { id })
    await run(save, { search: search('多') })
    expect((await refusal(one('restoreSearch'), { id })).code).toBe('BAD_USER_INPUT')
    expect(await all()).toHaveLength(mostSearches)
  })

  it('the oldest of those removed are forgotten', async () => {
    for (let i = 0; i < mostRemovedSearches + 2; i++) {
      const { id } = await run(save, { search: search(`第${i}`) })
      await run(one('removeSearch'), { id })
    }
    expect(await searchesIn(db).countDocuments({})).toBe(mostRemovedSearches)
  })

  it.each([
    ['no name', { name: ' ' }],
    ['a name of 61 characters', { name: '名'.repeat(61) }],
    ['a query that nobody types', { query: 'x'.repeat(301) }],
    ['half a character', { query: '\ud83d' }],
    ['a facet that can be none', { filters: [{ name: '$where', anyOf: ['x'] }] }],
    ['a facet twice', { filters: ['a', 'b'].map((value) => ({ name: 'kind', anyOf: [value] })) }],
    ['a facet without a value', { filters: [{ name: 'kind', anyOf: [] }] }],
    ['a value of 201 characters', { filters: [{ name: 'kind', anyOf: ['x'.repeat(201)] }] }],
    ['too many facets', { filters: Array.from({ length: 13 }, (_, i) => ({ name: `f${i}`, anyOf: ['x'] })) }],
    ['an order that is none', { sort: 'a b' }],
    ['a look at no time', { seenAt: 'yesterday' }],
  ])('with %s is refused with a sentence', async (_, more) => {
    const { code, sentence } = await refusal(save, { search: search('月', more) })
    expect(code).toBe('BAD_USER_INPUT')
    expect(sentence).toMatch(/give|name each/)
  })
})

describe('of somebody else', () => {
  it.each(['markSearchSeen', 'removeSearch', 'restoreSearch'])('%s is refused and audited', async (field) => {
    const { id } = await run(save, { search: search('月') })
    expect((await refusal(one(field), { id }, du)).code).toBe('FORBIDDEN')
    expect(audit.recorded).toMatchObject([{ actor: 'du', outcome: 'refused', object: `search:${id}` }])
    expect(await all(du)).toEqual([])
  })

  it('renaming is refused, and nothing is changed', async () => {
    const { id } = await run(save, { search: search('月') })
    expect((await refusal(rename, { id, name: '我的' }, du)).code).toBe('FORBIDDEN')
    expect(await all()).toMatchObject([{ name: '查月' }])
  })

  it('the same search saved is a search of one’s own', async () => {
    const { id } = await run(save, { search: search('月') })
    expect((await run(save, { search: search('月') }, du)).id).not.toBe(id)
  })

  it('nothing comes by its id, as other subgraphs ask', async () => {
    const { id } = await run(save, { search: search('月') })
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on SavedSearch { query } } }`
    const r = [{ __typename: 'SavedSearch', id }]
    expect((await answer(query, { r })).data).toEqual({ _entities: [{ query: '月' }] })
    const { data, errors } = await answer(query, { r }, du)
    expect([data, errors?.[0]?.extensions?.['code']]).toEqual([{ _entities: [null] }, 'FORBIDDEN'])
  })

  it.each([
    ['of no shape', 'x'],
    ['that nothing has', 'A'.repeat(24)],
  ])('an id %s is refused with a sentence', async (_, id) => {
    expect((await refusal(one('removeSearch'), { id })).code).toBe('BAD_USER_INPUT')
  })
})

it.each(['saveSearch', 'removeSearch', 'restoreSearch', 'markSearchSeen'])(
  'a process that dies at any write of %s leaves it so that the same again completes it',
  async (field) => {
    const variables = { search: search('月') }
    const kept = await run(save, { search: search('风') })
    if (field === 'restoreSearch') await run(one('removeSearch'), { id: kept.id })
    const [text, given] = field === 'saveSearch' ? [save, variables] : [one(field), { id: kept.id }]
    for (let lives = 0; lives < 8; lives++) {
      const { errors } = await answer(text, given, li, dyingDb(db, lives))
      for (const doc of await searchesIn(db).find({}).toArray())
        expect(doc).toMatchObject({ owner: 'li', sort: 'relevance', seenAt: expect.any(Date) as unknown })
      if (errors === undefined) return
    }
    throw new Error('It writes eight times or more.')
  },
)
