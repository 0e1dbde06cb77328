// Record.alike and likenesses, over a real store and an index in memory that the store's own feed fills.
import { highlight, parseBox, readingOf } from '@shuxiang/search'
import { createMemoryEngine } from '@shuxiang/search/memory'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { kinds, poem } from '../../fixtures/records.ts'
import { catalogue } from '../../module.ts'
import { fromEngine } from '../../search/from-engine.ts'
import { recordFeed } from '../../store/feed.ts'
import { upsertMany } from '../../store/write.ts'
import { createCatalogue } from '../../subgraph.ts'

const day = new Date('2026-11-28T00:00:00Z')
let store: TestStore
let db: Db
const engine = createMemoryEngine()
const execute = createExecutor(
  createCatalogue({
    search: fromEngine(engine, { parseBox, highlight, readingOf }),
    kinds,
    isLibrary: async () => true,
  }),
)

const work = (id: string, agentId: string, labels: readonly string[], scopes = ['*'], title = id) =>
  poem({
    id,
    title,
    agents: [{ name: agentId, role: 'author', agentId, type: 'person' }],
    subjects: labels.map((label) => ({ label, scheme: null, code: null })),
    scopes,
  })

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('alike')
  await prepareStore({ db, now: () => day }, [catalogue])
  const { refused } = await upsertMany(
    db,
    kinds,
    [
      work('parting', 'awangwei', ['送别', '唐诗三百首', '小学古诗']),
      work('ownparting', 'awangwei', ['送别']),
      work('partingtoo', 'alibai', ['送别']),
      work('partingwater', 'amenghaoran', ['送别', '长江']),
      work('water', 'adufu', ['长江']),
      work('elsewhere', 'ahere', ['送别'], ['n33']),
      work('both', 'awanghan', ['送别', '长江']),
      work('schoolbook', 'ahezhizhang', ['唐诗三百首', '小学古诗']),
      work('tuned', 'asushi', ['念奴娇', '宋词三百首'], ['*'], '念奴娇·大江东去'),
      work('tunedtoo', 'axinqiji', ['念奴娇', '宋词三百首'], ['*'], '念奴娇·洞庭青草'),
      ...Array.from({ length: 6 }, (_, n) => work(`more${n}`, `amany${n}`, ['送别'])),
    ],
    day,
  )
  expect(refused).toEqual([])
  const changes = await recordFeed(db, kinds).dirty(100)
  await engine.index(changes.flatMap(({ doc }) => doc ?? []))
})
afterAll(() => store.close())

async function alike(id: string, { first = 20, tenant = null as string | null } = {}) {
  const { data, errors } = await execute(
    `{ record(id: "${id}") { alike(first: ${first}) { id title } } }`,
    {},
    testContext(db, { tenant }),
  )
  const found = data as { record: { alike: { id: string }[] } | null } | null
  return { ids: found?.record?.alike.map((one) => one.id) ?? [], errors }
}

it('is of others, on the same things, and where a book is shared nothing is', async () => {
  const { ids, errors } = await alike('parting', { tenant: 'n44' })
  expect(errors).toBeUndefined()
  expect(ids).toHaveLength(9)
  for (const id of ['parting', 'ownparting', 'schoolbook', 'water', 'elsewhere'])
    expect(ids).not.toContain(id)
  expect((await alike('schoolbook')).ids).toEqual([])
})

it('has what shares more things and rarer ones first', async () => {
  const { ids } = await alike('both', { first: 3, tenant: 'n44' })
  expect(ids.slice(0, 2)).toEqual(['partingwater', 'water'])
  expect(ids).toHaveLength(3)
})

it('tells what is shared, the rarest first, and no book', async () => {
  const { data, errors } = await execute(
    `{ record(id: "both") { likenesses(first: 3) { record { id } subjects { label url } } } }`,
    {},
    testContext(db, { tenant: 'n44' }),
  )
  expect(errors).toBeUndefined()
  const [first, second] = (data as { record: { likenesses: unknown[] } }).record.likenesses
  expect(first).toEqual({
    record: { id: 'partingwater' },
    subjects: [
      { label: '长江', url: '/browse/subject/%E9%95%BF%E6%B1%9F' },
      { label: '送别', url: '/browse/subject/%E9%80%81%E5%88%AB' },
    ],
  })
  expect(second).toMatchObject({ record: { id: 'water' }, subjects: [{ label: '长江' }] })
})

it('goes by the tune where nothing else is known', async () => {
  expect((await alike('tuned')).ids).toEqual(['tunedtoo'])
})

it('asks for no more than the bounds', async () => {
  expect((await alike('both', { first: 21 })).errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
  expect((await alike('both', { first: 0 })).ids).toEqual([])
})
