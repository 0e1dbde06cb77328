// What a branch site shows, through the gateway of the product: of three thousand libraries each finds its own and what is open, and nothing of another.
import { subgraphs, installedKinds } from '@shuxiang/product/subgraphs'
import { upsertCollections, upsertMany } from '@shuxiang/subgraph-catalogue/content'
import { tenantHeader } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { citationStyles, exportFormats } from '@shuxiang/vocabulary'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFilled, type Answer, type FilledGateway } from '../testing/filled-gateway.ts'
import { collections, collector, collectorsWorks, libraries, ownId, works } from './nation.ts'

const day = new Date('2026-11-22T00:00:00Z')
const some = libraries.map((_, n) => n).filter((n) => n % 50 === 0)
const exports = [...exportFormats, ...citationStyles]
  .map(({ id }) => `${id}: export(format: ${id})`)
  .join(' ')

let gateway: FilledGateway

async function fill(db: Db): Promise<void> {
  await prepareStore({ db, now: () => day }, subgraphs)
  await upsertCollections(db, collections, day)
  const { refused } = await upsertMany(db, await installedKinds(), works, day)
  expect(refused).toEqual([])
}

beforeAll(async () => {
  gateway = await startFilled(fill, { LOG_LEVEL: 'info', GATEWAY_DEADLINE_MS: '60000' })
  await gateway.searchable(works.length)
}, 300_000)
afterAll(() => gateway.close())

function send(query: string, tenant: string | null, variables = {}): Promise<Answer> {
  const headers = tenant === null ? {} : { [tenantHeader]: tenant }
  return gateway.ask('/graphql', { body: { query, variables }, headers })
}

/** Data of an answer without errors. */
async function ask(query: string, tenant: string | null, variables = {}): Promise<unknown> {
  const { status, body } = await send(query, tenant, variables)
  expect(body.errors, `${tenant}: ${query}`).toBeUndefined()
  expect(status).toBe(200)
  return body.data
}

/** Eight at a time. */
async function forEach(numbers: readonly number[], check: (n: number) => Promise<void>): Promise<void> {
  const waiting = numbers.values()
  const worker = async (): Promise<void> => {
    for (const n of waiting) await check(n)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
}

/** Of another library, near enough that a slip by one would show. */
const foreign = (n: number): number => (n + 1) % libraries.length

describe('each of three thousand libraries', () => {
  it('finds what it shares, its own and what is open, counted right', { timeout: 60_000 }, async () => {
    const query = `query($own: ID!, $foreign: ID!) {
      search(query: "编者", sort: TITLE) { totalCount edges { node { id } } }
      shared: record(id: "pshared") { id holdingCount } own: record(id: $own) { id } foreign: record(id: $foreign) { id }
    }`
    await forEach(
      libraries.map((_, n) => n),
      async (n) => {
        const variables = { own: ownId(n), foreign: ownId(foreign(n)) }
        expect(await ask(query, `lib${n}`, variables), `lib${n}`).toEqual({
          search: {
            totalCount: 3,
            edges: expect.arrayContaining(['pshared', 'popen', ownId(n)].map((id) => ({ node: { id } }))),
          },
          shared: { id: 'pshared', holdingCount: 3_000 },
          own: { id: ownId(n) },
          foreign: null,
        })
      },
    )
  })

  it('searches its chapters, facets and snippets', { timeout: 60_000 }, async () => {
    const query = `query($foreign: String!) {
      all: search(query: "") { totalCount facets(size: 100) { name valueCount values { value count } } dates { undated } }
      chapter: search(query: "所藏之卷") { totalCount edges { url node { id } snippet { text } chapters { totalCount items { n url title { text } } } } }
      foreign: search(query: $foreign) { totalCount relaxed edges { node { id } } }
      filtered: search(query: "", filter: [{ name: "collection", anyOf: ["cown1", "cown2", "copen"] }]) { totalCount }
    }`
    await forEach(some, async (n) => {
      const id = ownId(n)
      const data = await ask(query, `lib${n}`, { foreign: `馆藏孤本${foreign(n)}号` })
      expect(data).toMatchObject({
        all: { totalCount: 3, dates: { undated: 3 } },
        chapter: {
          totalCount: 1,
          edges: [
            { node: { id }, chapters: { totalCount: 1, items: [{ n: 1, title: [{ text: `卷${n}` }] }] } },
          ],
        },
        filtered: { totalCount: 1 },
      })
      const text = JSON.stringify(data)
      for (const other of [1, 3, 7, 9, foreign(n)].filter((other) => other !== n))
        for (const sign of [ownId(other), `cown${other}`, `丛书${other}`, `卷${other}`])
          expect(text).not.toContain(`"${sign}"`)
      expect(JSON.parse(text).all.facets.find(({ name }: { name: string }) => name === 'collection')).toEqual(
        {
          name: 'collection',
          valueCount: 3,
          values: expect.arrayContaining([
            { value: 'cshared', count: 1 },
            { value: 'copen', count: 1 },
            { value: `cown${n}`, count: 1 },
          ]),
        },
      )
    })
  })

  it('is suggested its own', { timeout: 60_000 }, async () => {
    const query = `query($foreign: String!) {
      titles: suggest(prefix: "馆藏孤本", first: 20) { text count url }
      foreign: suggest(prefix: $foreign) { text }
      creators: suggest(prefix: "编者") { text count }
    }`
    await forEach(some, async (n) => {
      expect(await ask(query, `lib${n}`, { foreign: `馆藏孤本${foreign(n)}号` })).toEqual({
        titles: [{ text: `馆藏孤本${n}号`, count: 1, url: `/item/${ownId(n)}` }],
        foreign: [],
        creators: [{ text: '编者', count: 3 }],
      })
    })
  })

  it('has its collections, with its own numbers', { timeout: 60_000 }, async () => {
    const query = `query($own: ID!, $foreign: ID!) {
      collections { id recordCount } own: collection(id: $own) { recordCount } foreign: collection(id: $foreign) { id }
      record(id: "pshared") { collection { id recordCount } }
    }`
    await forEach(some, async (n) => {
      expect(await ask(query, `lib${n}`, { own: `cown${n}`, foreign: `cown${foreign(n)}` })).toEqual({
        collections: ['cshared', 'copen', `cown${n}`].map((id) => ({ id, recordCount: 1 })),
        own: { recordCount: 1 },
        foreign: null,
        record: { collection: { id: 'cshared', recordCount: 1 } },
      })
    })
  })

  it('leads from a record to its own only', { timeout: 60_000 }, async () => {
    const query = `query($own: ID!, $former: ID!, $foreign: ID!) {
      open: record(id: "popen") { related(first: 20) { id } members(first: 100) { id } relations { record { id } } }
      shared: record(id: "pshared") { related(first: 1) { id } relations { record { id } } }
      own: record(id: $own) { ${exports} relations { record { id } } chapter(n: 1) { title } }
      former: record(id: $former) { id }
      foreign: record(id: $foreign) { id ${exports} text { text } holdings { library { id } } government { status } }
      dailyPoem(date: "2026-11-22") { id }
    }`
    await forEach([...some, 7, 9], async (n) => {
      const id = ownId(n)
      const variables = { own: id, former: `bformer${n}`, foreign: `bformer${foreign(n)}` }
      const { own, dailyPoem, ...rest } = Object(await ask(query, `lib${n}`, variables))
      expect(rest).toEqual({
        open: {
          related: [{ id }, { id: 'pshared' }],
          members: [{ id }],
          relations: n === 9 ? [{ record: { id } }] : [],
        },
        shared: {
          related: [{ id }],
          relations: [...(n === 7 ? [{ record: { id } }] : []), { record: { id: 'popen' } }],
        },
        former: { id },
        foreign: null,
      })
      expect(own).toMatchObject({ chapter: { title: `卷${n}` }, relations: [{ record: { id: 'popen' } }] })
      for (const { id: format } of [...exportFormats, ...citationStyles])
        expect(own[format]).toContain(`馆藏孤本${n}号`)
      expect(['popen', 'pshared']).toContain(dailyPoem.id)
    })
  })
})

describe('a library with more collections than a facet lists', () => {
  it('has all of them', async () => {
    const data = await ask(
      '{ collections { id recordCount } first: collection(id: "cmany0") { recordCount } last: collection(id: "cmany129") { recordCount } }',
      collector,
    )
    expect(data).toMatchObject({ first: { recordCount: 1 }, last: { recordCount: 1 } })
    const { collections: all } = Object(data)
    expect(all).toHaveLength(collectorsWorks + 1)
    expect(new Set(all.map(({ recordCount }: { recordCount: number }) => recordCount))).toEqual(new Set([1]))
  })
})

describe('who has no part in it', () => {
  const query = `{ search(query: "") { totalCount edges { node { id } } } suggest(prefix: "方志") { text }
    shared: record(id: "pshared") { id } collections { id } record(id: "popen") { related { id } members { id } relations { record { id } } } }`

  it.each(['nobody', 'lib3000'])('%s finds what is open and no more', async (tenant) => {
    expect(await ask(query, tenant)).toEqual({
      search: { totalCount: 1, edges: [{ node: { id: 'popen' } }] },
      suggest: [],
      shared: null,
      collections: [{ id: 'copen' }],
      record: { related: [], members: [], relations: [] },
    })
  })

  it('the portal finds everything', async () => {
    expect(
      await ask(
        '{ search(query: "") { totalCount } collections { id } record(id: "popen") { related { id } members(first: 100) { id } } }',
        null,
      ),
    ).toMatchObject({
      search: { totalCount: works.length },
      collections: { length: collections.length },
      record: { related: { length: 6 }, members: { length: 100 } },
    })
  })
})

describe('a tenant is not chosen by who asks', () => {
  const query = '{ record(id: "bown5") { id } search(query: "孤本") { totalCount } }'
  const its = { record: { id: 'bown5' }, search: { totalCount: 1 } }
  const anothers = { record: null, search: { totalCount: 1 } }
  const raw = (headers: Record<string, string | readonly string[]>, path = '/graphql', more = {}) =>
    gateway.ask(path, { body: { query, ...more }, headers })

  it.each([
    ['two of them', ['lib5', 'lib6']],
    ['a list', 'lib5, lib6'],
    ['nothing', ''],
    ['all', '*'],
    ['a prototype', '__proto__'],
    ['an operator', '{"$ne":null}'],
    ['something long', 'a'.repeat(200)],
  ])('%s in the header is refused, never taken for the portal', async (_, value) => {
    const { status, body } = await raw({ [tenantHeader]: value })
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'BAD_TENANT' } }] })
  })

  it('a header from another machine is refused', async () => {
    const { status, body } = await raw({ [tenantHeader]: 'lib5', 'x-forwarded-for': '203.0.113.7' })
    expect(status).toBe(403)
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'TENANT_REFUSED' } }] })
  })

  it.each([
    ['a parameter of the address', '/graphql?tenant=lib5&x-shuxiang-tenant=lib5', {}],
    ['a variable', '/graphql', { variables: { tenant: 'lib5' } }],
    ['an extension', '/graphql', { extensions: { tenant: 'lib5', [tenantHeader]: 'lib5' } }],
    ['a field of the body', '/graphql', { tenant: 'lib5', context: { tenant: 'lib5' } }],
  ])('%s is not heard', async (_, path, more) => {
    const { body } = await raw({ [tenantHeader]: 'lib6' }, path, more)
    expect(body.data).toEqual(anothers)
  })

  it.each(['x-shuxiang-library', 'x-tenant', 'host', 'cookie'])(
    'the header %s is not heard',
    async (name) => {
      const { body } = await raw({
        [tenantHeader]: 'lib6',
        [name]: name === 'cookie' ? 'tenant=lib5' : 'lib5',
      })
      expect(body.data).toEqual(anothers)
    },
  )

  it('entities and stored details are nobody’s to ask for', async () => {
    for (const asked of [
      '{ _entities(representations: [{ __typename: "Record", id: "bown5" }]) { __typename } }',
      '{ record(id: "popen") { details } }',
    ])
      expect((await send(asked, 'lib6')).body).toMatchObject({
        errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
      })
  })

  it('an answer that was kept for one is not another’s', async () => {
    const asked = '{ record(id: "bown5") { id title } search(query: "孤本") { totalCount } }'
    const tenants = ['lib5', 'lib6', null, 'lib6', 'lib5', null]
    const answers: unknown[] = []
    for (const tenant of tenants) answers.push(await ask(asked, tenant))
    const [lib5, lib6, portal] = answers
    expect(answers).toEqual([lib5, lib6, portal, lib6, lib5, portal])
    expect([lib5, lib6, portal]).toMatchObject([its, anothers, { search: { totalCount: 3_000 } }])
    const etag = String((await raw({ [tenantHeader]: 'lib5' })).headers['etag'])
    const path = `/graphql?query=${encodeURIComponent(query)}`
    const kept = { 'apollo-require-preflight': '1', 'if-none-match': etag }
    expect((await gateway.ask(path, { headers: { ...kept, [tenantHeader]: 'lib5' } })).status).toBe(304)
    expect((await gateway.ask(path, { headers: { ...kept, [tenantHeader]: 'lib6' } })).status).toBe(200)
  })

  it('equal questions at the same time are each answered for their own', async () => {
    const tenants = Array.from({ length: 60 }, (_, i) => [`lib${i % 6}`, null][i % 7 === 0 ? 1 : 0] ?? null)
    const asked = '{ record(id: "bown3") { id } suggest(prefix: "馆藏孤本3号") { count } }'
    const answers = await Promise.all(tenants.map((tenant) => ask(asked, tenant)))
    const there = { record: { id: 'bown3' }, suggest: [{ count: 1 }] }
    expect(answers).toEqual(
      tenants.map((tenant) => (tenant === null || tenant === 'lib3' ? there : { record: null, suggest: [] })),
    )
  })

  it('a cursor of one leads another to nothing that is not its own', async () => {
    const page =
      'query($after: String) { search(query: "编者", sort: POPULAR, first: 1, after: $after) { edges { cursor node { id } } } }'
    const first = Object(await ask(page, 'lib5')).search.edges[0]
    expect(first.node.id).toBe('bown5')
    const { body } = await send(page, 'lib6', { after: first.cursor })
    expect(JSON.stringify(body.data ?? null)).not.toContain('bown5')
  })

  it('the log says for whom a request was', async () => {
    await ask('{ record(id: "bown8") { id } }', 'lib8')
    expect(gateway.log()).toContain('"tenant":"lib8"')
  })
})
