// What is new of saved searches, through the gateway as a process with its own index: by the moment of the last look, by
// all words, by the library that asks, and for guests too.
import { subgraphs } from '@shuxiang/product/subgraphs'
import { kindsOf } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'
import { upsertMany } from '@shuxiang/subgraph-catalogue/content'
import { installedOf, prepareStore } from '@shuxiang/subgraph-kit/module'
import { facets } from '@shuxiang/vocabulary'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  claims,
  issuer,
  json,
  keyServer,
  published,
  sign,
  signer,
  type Signer,
} from '../authentication/provider.fixture.ts'
import { startFilled, type Answer, type FilledGateway } from '../testing/filled-gateway.ts'

const morning = new Date('2026-11-22T01:00:00Z')
const noon = '2026-11-22T04:00:00Z'
const evening = new Date('2026-11-22T12:00:00Z')
const late = '2026-11-22T14:00:00Z'
const book = (id: string, title: string, scopes = ['*']) => ({
  record: recordWith({ id, kind: 'book', title, scopes, details: {} }),
  texts: [],
  files: [],
  holdings: [],
})
let gateway: FilledGateway
let key: Signer
let keys: Awaited<ReturnType<typeof keyServer>>

async function fill(db: Db): Promise<void> {
  await prepareStore({ db, now: () => morning }, subgraphs)
  const kinds = kindsOf((await installedOf(subgraphs)).kinds, facets)
  const early = [book('bold', '明月旧谱'), book('bother', '清风集')]
  expect((await upsertMany(db, kinds, early, morning)).refused).toEqual([])
  const fresh = [book('bnew', '明月新谱'), book('blocal', '明月馆藏', ['n33'])]
  expect((await upsertMany(db, kinds, fresh, evening)).refused).toEqual([])
}

beforeAll(async () => {
  key = await signer('k1')
  keys = await keyServer(json(await published(key)))
  gateway = await startFilled(fill, {
    IDENTITY_ORIGIN: new URL(issuer).origin,
    IDENTITY_KEYS_URL: keys.url,
  })
  await gateway.searchable(4)
})
afterAll(async () => {
  await gateway.close()
  keys.close()
})

async function ask(query: string, who: string | null, variables: object = {}): Promise<Answer> {
  const now = Math.floor(Date.now() / 1000)
  const token = who === null ? null : await sign(key, { ...claims(now), sub: who, sid: `s-${who}` })
  return gateway.ask('/graphql', {
    body: { query, variables },
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  })
}
const save = `mutation($search: SearchToSave!) { saveSearch(search: $search) { id } }`
const list = `{ me { savedSearches { name query news { count atLeast latest { id title } } } } }`
const search = (name: string, query: string, seenAt: string, filters: object[] = []) => ({
  search: { name, query, filters, sort: 'relevance', seenAt },
})

it('counts what came after the moment of the last look, and names the last that came', async () => {
  for (const given of [
    search('甲', '明月', '2026-11-21T00:00:00Z'),
    search('乙', '明月 谱', noon),
    search('丙', '清风', late),
    search('丁', '', noon, [{ name: 'kind', anyOf: ['book'] }]),
    search('戊', '', noon, [{ name: 'kind', anyOf: ['poem'] }]),
  ])
    expect((await ask(save, 'li', given)).body.errors).toBeUndefined()
  const { body } = await ask(list, 'li')
  expect(body.errors).toBeUndefined()
  const { me } = body.data as {
    me: { savedSearches: { name: string; news: { count: number; latest: { id: string }[] } }[] }
  }
  expect(
    Object.fromEntries(
      me.savedSearches.map(({ name, news }) => [name, [news.count, news.latest.map(({ id }) => id).sort()]]),
    ),
  ).toEqual({
    甲: [3, ['blocal', 'bnew', 'bold']],
    乙: [1, ['bnew']],
    丙: [0, []],
    丁: [2, ['blocal', 'bnew']],
    戊: [0, []],
  })
})

it('nothing is new after it was looked at', async () => {
  const { body } = await ask(save, 'du', search('月', '明月', noon))
  const { id } = (body.data as { saveSearch: { id: string } }).saveSearch
  const seen = `mutation($id: ID!) { markSearchSeen(id: $id) { news { count } } }`
  expect((await ask(seen, 'du', { id })).body.data).toEqual({ markSearchSeen: { news: { count: 0 } } })
})

it('records with some of the words only are no news', async () => {
  await ask(save, 'wang', search('无', '明月 谱 清风 新 旧', '2026-11-21T00:00:00Z'))
  expect((await ask(list, 'wang')).body.data).toMatchObject({
    me: { savedSearches: [{ news: { count: 0 } }] },
  })
})

const guest = `query($searches: [SearchToFollow!]!) { searchNews(searches: $searches) { count latest { title } } }`
const followed = (since: string, more: object = {}) => ({ query: '明月', filter: [], since, ...more })

it('a guest is told the same of what the device keeps, and no more than can be borne', async () => {
  const { body } = await ask(guest, null, { searches: [followed(noon), followed(late)] })
  expect(body.data).toMatchObject({ searchNews: [{ count: 2 }, { count: 0, latest: [] }] })
  const refused = [
    Array.from({ length: 21 }, () => followed(noon)),
    [followed('soon')],
    [followed(noon, { query: 'x'.repeat(301) })],
    [followed(noon, { filter: [{ name: 'kind', anyOf: [] }] })],
  ]
  for (const searches of refused)
    expect(JSON.stringify((await ask(guest, null, { searches })).body.errors)).toContain('BAD_USER_INPUT')
})

it('a facet that is not installed any more is left out, and the rest is asked', async () => {
  const filter = [{ name: 'scale', anyOf: ['1:1000'] }]
  expect((await ask(guest, null, { searches: [followed(noon, { filter })] })).body.data).toMatchObject({
    searchNews: [{ count: 2 }],
  })
})

it('what only the gateway passes on is in no schema of clients', async () => {
  const { body } = await ask('{ me { savedSearches { asked } } }', 'li')
  expect([body.data, JSON.stringify(body.errors)]).toEqual([
    undefined,
    expect.stringContaining('GRAPHQL_VALIDATION_FAILED'),
  ])
})
