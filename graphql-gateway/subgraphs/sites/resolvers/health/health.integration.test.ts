// The health of sites in the graph: each librarian their own site, each province its own region, nobody else any.
import { person, testNow } from '@shuxiang/permissions/fixture'
import type { Person } from '@shuxiang/permissions'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plainEditing } from '../../editing/testing/page-rules.ts'
import {
  deadOf,
  dueSites,
  enrolSites,
  healthIn,
  keepHealth,
  keepLinks,
  linksToAsk,
  lookFailed,
} from '../../health/index.ts'
import { sites } from '../../module.ts'
import { librariesIn, regionsIn, sitesIn } from '../../store/documents.ts'
import { openSite } from '../../store/open-site.ts'
import { createSites } from '../../subgraph.ts'

let store: TestStore
let db: Db
let audit = memoryAudit()
const now = new Date(testNow * 1000)
const after = (days: number): Date => new Date(now.getTime() + days * 24 * 60 * 60_000)
const going = new AbortController().signal
const execute = createExecutor(createSites({ sitesOrigin: 'https://lib.example', ...plainEditing }))
const places = ['33', '3301', '330110', '44'] as const
const stale = {
  kind: 'STALE',
  words: { 'zh-CN': '旧了', en: 'Old' },
  mendedAt: 'PAGES',
  page: '/',
  block: 'b',
} as const

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('health-graph')
  const { seed: _, ...module } = sites({ pages: async () => new Map(), sites: async () => [] })
  await prepareStore({ db, now: () => now }, [module])
  for (const code of places) {
    const parentId = code.slice(0, -2)
    await regionsIn(db).insertOne({ _id: code, name: `区${code}`, parentId, libraryCount: 1 })
    await librariesIn(db).insertOne({
      ...{ _id: `n${code}`, name: `馆${code}`, level: 'COUNTY', regionId: code },
      ...{ demonstration: true, place: code },
    })
    await openSite(
      db,
      {
        ...{ code: `n${code}`, names: { 'zh-CN': '馆' }, seal: '图书', theme: 'national', menu: [] },
        template: 'county',
        pages: new Map([['/', '{}']]),
      },
      now,
    )
  }
})
afterAll(() => store.close())
beforeEach(async () => {
  audit = memoryAudit()
  await healthIn(db).deleteMany({})
  await enrolSites(db, now, going)
  for (const doc of await dueSites(db, now, 10))
    await keepHealth(db, doc, doc._id === 'n44' ? [] : [stale], now)
})

const run = (query: string, principal?: Person) =>
  execute(
    query,
    {},
    {
      ...testContext(db, { audit, now: () => now.getTime(), ...(principal && { principal }) }),
      tenant: null,
    },
  )
const codeOf = async (query: string, principal?: Person): Promise<unknown> =>
  (await run(query, principal)).errors?.[0]?.extensions?.['code']
const at = (library: string, role: 'editor' | 'publisher' | 'branch-admin'): Person =>
  person({ memberships: [{ library, role, expires: null }] })
const nation = person({ roles: ['reader', 'auditor'] })
const ofRegion = (region: string): string => `{ networkHealth(region: "${region}") { tally { sites well } } }`

describe('what the job keeps', () => {
  it('is of every site that is served, and of no other', async () => {
    await healthIn(db).insertOne({
      ...{ _id: 'n99', name: '', place: '99', judgedAt: null, nextAt: now, failures: 0 },
      ...{ kinds: [], findings: [] },
    })
    await sitesIn(db).updateOne({ _id: 'n44' }, { $set: { state: 'closed' } })
    await enrolSites(db, now, going)
    await sitesIn(db).updateOne({ _id: 'n44' }, { $set: { state: 'live' } })
    expect((await healthIn(db).find({}).sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([
      'n33',
      'n3301',
      'n330110',
    ])
  })

  it('is looked at again after a day, and stays when a look fails', async () => {
    expect(await dueSites(db, after(0.9), 10)).toEqual([])
    const [doc] = await dueSites(db, after(1), 10)
    if (!doc) throw new Error('No site is due.')
    await lookFailed(db, doc, after(1))
    const kept = await healthIn(db).findOne({ _id: doc._id })
    expect(kept).toMatchObject({ kinds: doc.kinds, judgedAt: now, failures: 1 })
    expect((await dueSites(db, after(1), 10)).map(({ _id }) => _id)).not.toContain(doc._id)
  })

  it('asks an address once for all sites, and counts it dead after two days without an answer', async () => {
    const [alive, dead] = ['https://a.example/', 'https://b.example/']
    await keepLinks(db, { alive: [alive], dead: [dead] }, now)
    expect(await linksToAsk(db, [alive, dead], after(0.9))).toEqual([])
    expect(await deadOf(db, [alive, dead])).toEqual(new Set())
    expect(await linksToAsk(db, [alive, dead], after(1))).toEqual([dead])
    await keepLinks(db, { alive: [], dead: [dead] }, after(1))
    expect(await deadOf(db, [alive, dead])).toEqual(new Set([dead]))
    await keepLinks(db, { alive: [dead], dead: [] }, after(2))
    expect(await deadOf(db, [alive, dead])).toEqual(new Set())
  })
})

describe('a librarian', () => {
  const query = `{ siteHealth(site: "n3301") { site library judgedAt findings {
    kind since count faults { words { language text } mendedAt page block } } } }`
  it('sees what is the matter with their site, since when, and where to mend it', async () => {
    expect((await run(query, at('n3301', 'editor'))).data).toEqual({
      siteHealth: {
        ...{ site: 'n3301', library: '馆3301', judgedAt: now.toISOString() },
        findings: [
          {
            ...{ kind: 'STALE', since: now.toISOString(), count: 1 },
            faults: [
              {
                words: [
                  { language: 'zh-CN', text: '旧了' },
                  { language: 'en', text: 'Old' },
                ],
                ...{ mendedAt: 'PAGES', page: '/', block: 'b' },
              },
            ],
          },
        ],
      },
    })
  })
  it('does not see another library’s, nor does a reader or a guest', async () => {
    expect(await codeOf(query, at('n44', 'branch-admin'))).toBe('FORBIDDEN')
    expect(await codeOf(query, person())).toBe('FORBIDDEN')
    expect(await codeOf(query)).toBe('UNAUTHENTICATED')
  })
  it('gets nothing before the first look', async () => {
    await healthIn(db).updateOne({ _id: 'n3301' }, { $set: { judgedAt: null } })
    expect((await run(query, at('n3301', 'editor'))).data).toEqual({ siteHealth: null })
  })
})

describe('a region', () => {
  it('is seen by those who publish at its library or at one that it lies in', async () => {
    for (const [library, region] of [
      ['n33', '33'],
      ['n33', '3301'],
      ['n33', '330110'],
      ['n3301', '330110'],
    ] as const)
      expect(await codeOf(ofRegion(region), at(library, 'publisher')), `${library} ${region}`).toBe(undefined)
  })
  it('is not seen from below, from beside, by editors, readers and guests; who tried is noted', async () => {
    for (const [library, region] of [
      ['n3301', '33'],
      ['n44', '33'],
      ['n44', '330110'],
      ['n330110', '3301'],
    ] as const)
      expect(await codeOf(ofRegion(region), at(library, 'branch-admin')), `${library} ${region}`).toBe(
        'FORBIDDEN',
      )
    expect(audit.recorded.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 4 }, () => 'refused'))
    expect(await codeOf(ofRegion('33'), at('n33', 'editor'))).toBe('FORBIDDEN')
    expect(await codeOf(ofRegion('33'), person())).toBe('FORBIDDEN')
    expect(await codeOf(ofRegion('33'))).toBe('UNAUTHENTICATED')
    expect(await codeOf('{ networkHealth { tally { sites } } }', at('n33', 'branch-admin'))).toBe('FORBIDDEN')
  })
  it.each(['', 'x', '99', '3301100', '{"$gt":""}'])('that is none is said to be none: %j', async (region) => {
    const query = `{ networkHealth(region: ${JSON.stringify(region)}) { tally { sites } } }`
    expect(await codeOf(query, nation)).toBe('BAD_USER_INPUT')
  })
  it('is counted with what is below it, and listed page by page', async () => {
    const found = await run(
      `{ networkHealth { tally { sites well counts { kind sites } }
          regions { region name tally { sites well } }
          sites(kind: STALE, first: 2) { totalCount edges { node { site } } pageInfo { hasNextPage endCursor } }
          table } }`,
      nation,
    )
    expect(found.errors).toBe(undefined)
    expect(found.data).toMatchObject({
      networkHealth: {
        tally: { sites: 4, well: 1, counts: [{ kind: 'STALE', sites: 3 }] },
        regions: [
          { region: '33', name: '区33', tally: { sites: 3, well: 0 } },
          { region: '44', tally: { sites: 1, well: 1 } },
        ],
        sites: {
          totalCount: 3,
          edges: [{ node: { site: 'n33' } }, { node: { site: 'n3301' } }],
          pageInfo: { hasNextPage: true },
        },
        table: expect.stringContaining('n44,馆44,44,'),
      },
    })
    const inside = await run(
      '{ networkHealth(region: "3301") { sites(kind: BROKEN_LINK) { edges { node { site } } } all: sites { totalCount } } }',
      nation,
    )
    expect(inside.data).toEqual({ networkHealth: { sites: { edges: [] }, all: { totalCount: 2 } } })
  })
})
