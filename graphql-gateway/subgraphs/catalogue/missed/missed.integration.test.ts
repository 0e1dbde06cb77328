// Searches that found nothing on a library's site: counted by day, shown to its editors, and nothing of who asked.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { anonymous, type Principal } from '@shuxiang/permissions'
import { person } from '@shuxiang/permissions/fixture'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { kinds } from '../fixtures/records.ts'
import { catalogue } from '../module.ts'
import type { CatalogueSearch } from '../search/port.ts'
import { createCatalogue } from '../subgraph.ts'
import { keptDays, mostADay } from './bounds.ts'
import { openMissedCounter } from './count.ts'
import { missedIn } from './documents.ts'
import { forgetMissed } from './read.ts'

const hour = 3_600_000
const start = Date.parse('2026-11-20T01:00:00Z')
let store: TestStore
let found = { total: 0, relaxed: false, filling: false }
const search: CatalogueSearch = {
  query: ({ facets }) =>
    Promise.resolve({
      hits: [],
      from: 0,
      total: found.total,
      dates: { stated: 0, byPeriod: 0, undated: 0, differ: false },
      facets: facets.map(({ name }) => ({ name, values: [], valueCount: 0 })),
      relaxed: found.relaxed,
      filling: found.filling ? { done: 1, total: 2 } : null,
    }),
  suggest: () => Promise.resolve([]),
  reading: () => null,
  highlight: (_, text) => [{ text, marked: false }],
}
const execute = createExecutor(
  createCatalogue({ search, kinds, isLibrary: async (id) => id === 'n33' || id === 'n44' }),
)
const db = () => store.db('missed')
beforeAll(async () => {
  store = await openTestStore()
  await prepareStore({ db: db(), now: () => new Date(start) }, [catalogue])
})
afterAll(() => store.close())
beforeEach(async () => {
  found = { total: 0, relaxed: false, filling: false }
  await missedIn(db()).deleteMany({})
})

const kept = () => missedIn(db()).find().sort({ _id: 1 }).toArray()
/** What a page of results asks. */
async function typed(
  query: string,
  at = start,
  { tenant = 'n33', more = 'typed: true' }: { readonly tenant?: string | null; readonly more?: string } = {},
): Promise<void> {
  const { errors } = await execute(
    `query ($query: String!) { search(query: $query, ${more}) { totalCount relaxed edges { url } } }`,
    { query },
    testContext(db(), { tenant, now: () => at }),
  )
  expect(errors).toBeUndefined()
}
const editorOf = (library: string): Principal =>
  person({
    authenticatedAt: start / 1000 + 6 * 3600 - 60,
    memberships: [{ library, role: 'editor', expires: null }],
  })
async function shown(principal: Principal = editorOf('n33'), library = 'n33') {
  const { data, errors } = await execute(
    'query ($library: ID!) { missedSearches(library: $library) { since searches { text moments lastDay } rest } }',
    { library },
    testContext(db(), { principal, now: () => start + 6 * hour }),
  )
  return { missed: data?.['missedSearches'], code: errors?.[0]?.extensions?.['code'] }
}

it('is shown once it was made at three moments, written in one way', async () => {
  await typed('三体', start)
  await typed(' 三体 ', start + 10 * 60_000)
  await typed('三体', start + hour)
  await expect.poll(async () => (await kept())[0]?.moments).toBe(2)
  expect((await shown()).missed).toMatchObject({ searches: [] })
  await typed('三体', start + 2 * hour)
  await expect
    .poll(async () => (await shown()).missed)
    .toEqual({
      since: '2026-10-24',
      searches: [{ text: '三体', moments: 3, lastDay: '2026-11-20' }],
      rest: 0,
    })
})

it('counts days together, and each library for itself', async () => {
  for (const days of [0, 1, 2]) await typed('三体', start - days * 24 * hour)
  for (const days of [0, 1]) await typed('三体', start - days * 24 * hour, { tenant: 'n44' })
  await expect.poll(async () => (await kept()).length).toBe(5)
  expect((await shown()).missed).toMatchObject({ searches: [{ text: '三体', moments: 3 }] })
  expect((await shown(editorOf('n44'), 'n44')).missed).toMatchObject({ searches: [] })
})

it('is what a reader typed on a library’s site and nothing has, and nothing else', async () => {
  await typed('portal', start, { tenant: null })
  await typed('of a shelf', start, { more: 'first: 5' })
  await typed('second page', start, { more: 'typed: true, offset: 20' })
  await typed('chosen', start, { more: 'typed: true, filter: [{ name: "kind", anyOf: ["book"] }]' })
  found = { total: 3, relaxed: false, filling: false }
  await typed('found', start)
  found = { total: 0, relaxed: false, filling: true }
  await typed('not known yet', start)
  found = { total: 3, relaxed: true, filling: false }
  await typed('only some of the words', start)
  await expect.poll(async () => (await kept()).map(({ text }) => text)).toEqual(['only some of the words'])
})

it('keeps no number of anybody, and nothing of who asked', async () => {
  await typed('读者证 330106 19900101', start)
  await typed('三体', start)
  await expect.poll(async () => (await kept()).length).toBe(2)
  expect(await kept()).toEqual([
    { _id: 'n33:2026-11-20:', library: 'n33', day: '2026-11-20', text: '', moments: 1, last: start },
    { _id: 'n33:2026-11-20:三体', library: 'n33', day: '2026-11-20', text: '三体', moments: 1, last: start },
  ])
})

it('bears a flood: so many words a day, and what was asked for again stays', async () => {
  await typed('三体', start)
  await typed('三体', start + hour)
  await expect.poll(async () => (await kept())[0]?.moments).toBe(2)
  const counter = openMissedCounter()
  for (let i = 0; i < mostADay + 60; i++) await counter.count(db(), 'n33', `flood ${i}`, start + 2 * hour + i)
  const words = (await kept()).filter(({ text }) => text !== '')
  expect(words).toHaveLength(mostADay)
  expect(words.find(({ text }) => text === '三体')?.moments).toBe(2)
  expect((await kept()).find(({ text }) => text === '')?.moments).toBe(61)
  // All at once: most are let go, and nobody waits for them.
  await Promise.all(
    Array.from({ length: 1_000 }, (_, i) => counter.count(db(), 'n44', `at once ${i}`, start)),
  )
  expect(await missedIn(db()).countDocuments({ library: 'n44' })).toBeLessThanOrEqual(60)
})

it.each([
  ['a guest', anonymous, 'n33', 'UNAUTHENTICATED'],
  ['an editor elsewhere', editorOf('n44'), 'n33', 'FORBIDDEN'],
  ['of no library', editorOf('n44'), 'none', 'BAD_USER_INPUT'],
] as const)('is not shown to %s', async (_, principal, library, code) => {
  expect(await shown(principal, library)).toEqual({ missed: undefined, code })
})

it('is forgotten after its time', async () => {
  await typed('三体', start - keptDays * 24 * hour)
  await typed('三体', start - (keptDays + 1) * 24 * hour)
  await expect.poll(async () => (await kept()).length).toBe(2)
  await forgetMissed(db(), start)
  expect((await kept()).map(({ day }) => day)).toEqual(['2026-08-22'])
})
