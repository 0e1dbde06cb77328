// Judging sites over a real store: what is found, how far a run goes, and what stays when one cannot be finished.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { openSite } from '@shuxiang/subgraph-sites/content'
import { healthIn, type HealthKind } from '@shuxiang/subgraph-sites/health'
import { sites } from '@shuxiang/subgraph-sites/module'
import { artifactText, numbered, releasesIn, type SiteDoc } from '@shuxiang/subgraph-sites/publishing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { publishJob } from '../publish/job.ts'
import { blockOperations } from '../publish/open.ts'
import { healthJob, sitesOfRun, type HealthPorts } from './job.ts'

let store: TestStore
let db: Db
let opened = 0
let clock = new Date('2026-11-22T04:00:00Z')
const now = (): Date => clock
const days = (n: number): void => {
  clock = new Date(clock.getTime() + n * 24 * 60 * 60_000)
}
const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const parts = () => ({ db, now, log: quiet, dataDir: '', publicOrigin: 'http://portal.test' })
const going = new AbortController().signal
let records = 0
let asked: string[] = []

const shelf = {
  title: { 'zh-CN': '典籍' },
  source: { from: 'query', query: '诗', filter: [], sort: 'POPULAR', first: 12 },
  ...{ look: 'covers', whenEmpty: 'hide' },
}
const document = JSON.stringify({
  schema: 1,
  meta: { title: { 'zh-CN': '首页' } },
  root: ['shelf', 'words'],
  blocks: {
    shelf: { type: 'resource-shelf', v: 2, fields: shelf, slots: {} },
    words: {
      type: 'navigation-list',
      v: 1,
      fields: {
        ...{ title: { 'zh-CN': '常用' }, look: 'list' },
        items: [
          { words: { 'zh-CN': '友邻' }, to: 'https://gone.example/' },
          { words: { 'zh-CN': '旧页' }, to: '/none' },
        ],
      },
      slots: {},
    },
  },
})

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`health${++opened}`)
  clock = new Date('2026-11-22T04:00:00Z')
  records = 0
  asked = []
  const { seed: _, ...module } = sites({ pages: async () => new Map(), sites: async () => [] })
  await prepareStore({ db, now }, [module])
  await openBranch('n330110')
})

const openBranch = (code: string) =>
  openSite(
    db,
    {
      ...{ code, names: { 'zh-CN': '余杭区图书馆' }, seal: '余杭', theme: 'national', menu: [] },
      template: 'county',
      pages: new Map([['/', document]]),
    },
    now(),
  )

/** As the job that publishes does; the catalogue has so many records. */
const publish = (): Promise<void> =>
  publishJob({
    client: {
      async ask({ name }) {
        const node = {
          id: 'b1',
          kind: 'book',
          title: '诗',
          titleBeside: null,
          language: 'zh',
          url: '/item/b1',
          agents: [],
          period: null,
        }
        const edges = Array.from({ length: records }, () => ({ node }))
        return { data: name === 'ShelfRecords' ? { search: { totalCount: records, edges } } : {}, errors: [] }
      },
      run: async () => null,
    },
    ...{ operations: blockOperations(), portal: 'http://portal.test', signIn: false },
    originOf: async (code) => `http://${code}.sites.test`,
    sheetOf: () => 'body{color:red}',
    newestRecord: async () => new Date(records),
    check: () => [],
    visitingOf: async () => ({ hours: true, contact: true, closures: [] }),
    offers: async () => undefined,
  }).run(parts(), going)

const ports = (over: Partial<HealthPorts> = {}): HealthPorts => ({
  libraryFacts: async () => ({ staff: true, hours: true, contact: true }),
  async deadLinks(addresses) {
    asked.push(...addresses)
    const dead = addresses.map((address) => ({ address, because: { is: 'away' as const } }))
    return { dead, answered: [], asked: addresses.length, leftOut: 0 }
  },
  ...over,
})
const look = (over: Partial<HealthPorts> = {}, signal = going): Promise<void> =>
  healthJob(ports(over)).run(parts(), signal)
const found = async (kind: HealthKind, site = 'n330110') =>
  (await healthIn(db).findOne({ _id: site }))?.findings.find((one) => one.kind === kind)

it('finds an empty shelf by its block, and no longer when records have come', async () => {
  await publish()
  await look()
  expect(await found('EMPTY_SHELF')).toMatchObject({
    since: clock,
    faults: [{ page: '/', block: 'shelf', mendedAt: 'PAGES' }],
  })
  records = 3
  days(1)
  await publish()
  await look()
  expect(await found('EMPTY_SHELF')).toBe(undefined)
})

it('finds links that lead nowhere: on the site at once, to other sites when they were away on two days', async () => {
  await publish()
  await look()
  expect((await found('BROKEN_LINK'))?.faults.map(({ words }) => words['zh-CN'])).toEqual([
    expect.stringContaining('/none'),
  ])
  const since = clock
  days(1)
  await look()
  expect(asked).toEqual(['https://gone.example/', 'https://gone.example/'])
  const second = await found('BROKEN_LINK')
  expect(second).toMatchObject({ since, count: 2 })
  expect(second?.faults.map(({ words }) => words['zh-CN'])).toContainEqual(
    expect.stringContaining('https://gone.example/'),
  )
})

it('does not call a site inaccessible that is written in Chinese alone', async () => {
  await publish()
  await look()
  expect((await healthIn(db).findOne({ _id: 'n330110' }))?.judgedAt).toEqual(clock)
  expect(await found('INACCESSIBLE')).toBe(undefined)
})

it('finds what was not filled in, and says where that is done', async () => {
  await publish()
  await look({
    libraryFacts: async () => ({ staff: false, hours: false, contact: false }),
  })
  expect((await found('UNOWNED'))?.faults[0]?.mendedAt).toBe('MEMBERS')
  expect((await found('NO_OPENING_HOURS'))?.faults[0]?.mendedAt).toBe('PAGES')
  expect((await found('NO_FILING_NUMBER'))?.faults[0]?.mendedAt).toBe('SETTINGS')
  expect(await found('NO_CONTACT')).toBeDefined()
  expect(await found('NO_COMPLAINTS')).toBeDefined()
})

it('says nothing of a site that was opened less than an hour ago and waits to be published', async () => {
  await look()
  expect(await healthIn(db).findOne({ _id: 'n330110' })).toMatchObject({ judgedAt: null, failures: 0 })
})

it('finds a site that was never published, and one that nobody has touched for half a year', async () => {
  days(1 / 24)
  await look()
  expect(await found('UNPUBLISHED')).toBeDefined()
  expect(await found('STALE')).toBe(undefined)
  await publish()
  days(184)
  await look()
  expect(await found('UNPUBLISHED')).toBe(undefined)
  expect((await found('STALE'))?.faults[0]?.words['en']).toContain('184 days')
})

it('keeps what is known when what is served cannot be read, and judges the others', async () => {
  await openBranch('n330106')
  await publish()
  await look()
  const site = await db.collection<SiteDoc>('sites').findOne({ _id: 'n330106' })
  const release = await releasesIn(db).findOne({ _id: numbered('n330106', site?.live?.release ?? 0) })
  if (!release) throw new Error('No release is live.')
  expect(await artifactText(db, release.answers)).not.toBeNull()
  await releasesIn(db).deleteOne({ _id: release._id })
  const before = await healthIn(db).findOne({ _id: 'n330106' })
  days(1)
  await look()
  expect(await healthIn(db).findOne({ _id: 'n330106' })).toMatchObject({
    findings: before?.findings,
    judgedAt: before?.judgedAt,
    failures: 1,
  })
  expect((await healthIn(db).findOne({ _id: 'n330110' }))?.judgedAt).toEqual(clock)
})

it('goes so far in one run, goes on in the next, and asks each address once for all sites', async () => {
  for (let n = 0; n < sitesOfRun + 4; n++) await openBranch(`n4401${10 + n}`)
  await publish()
  const job = healthJob(ports())
  await job.run(parts(), going)
  const judged = () => healthIn(db).countDocuments({ judgedAt: clock })
  expect(await judged()).toBe(sitesOfRun)
  await job.run(parts(), going)
  expect(await judged()).toBe(sitesOfRun + 5)
  expect(asked).toEqual(['https://gone.example/'])
})

it('ends at once when it is told to, and has lost nothing', async () => {
  await publish()
  const ending = new AbortController()
  await look(
    {
      async deadLinks() {
        ending.abort()
        return { dead: [], answered: [], asked: 0, leftOut: 1 }
      },
    },
    ending.signal,
  )
  expect(await healthIn(db).findOne({ _id: 'n330110' })).toMatchObject({ judgedAt: null, failures: 0 })
  await look()
  expect((await healthIn(db).findOne({ _id: 'n330110' }))?.judgedAt).toEqual(clock)
})
