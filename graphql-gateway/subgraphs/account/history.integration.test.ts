// What a reader opened: nothing until they say so, all gone when they take it back, and written down when.
import { person } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { longestHistory, mostConsents } from './bounds.ts'
import { record, ports } from './fixtures.ts'
import { account } from './module.ts'
import { historiesIn } from './store/documents.ts'
import { createAccount } from './subgraph.ts'

let store: TestStore
let db: Db
let n = 0
let clock = 0
const execute = createExecutor(createAccount(ports))
const portal = { client: 'portal', azp: 'ndl-portal', level: 1 } as const
const li = person({ ...portal, subject: 'li' })

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  clock = Date.parse('2026-11-26T12:00:00Z')
  db = store.db(`history_${n++}`)
  await prepareStore({ db, now: () => new Date(clock) }, [account])
})

async function run(query: string, variables: object = {}, principal = li) {
  clock += 1000
  return execute(query, { ...variables }, testContext(db, { principal, now: () => clock }))
}
const fields = 'on count consents { given } items(first: 3) { totalCount edges { node { recordId } } }'
const seen = async (principal = li) => {
  const { data, errors } = await run(`{ me { history { ${fields} } } }`, {}, principal)
  expect(errors).toBeUndefined()
  return (data?.['me'] as { history: unknown }).history
}
const turn = (on: boolean, principal = li) =>
  run('mutation($on: Boolean!) { keepHistory(on: $on) { on } }', { on }, principal)
const open = (id: string, principal = li) =>
  run(
    'mutation($record: RecordToKeep!) { noteOpened(record: $record) { count } }',
    { record: record(id) },
    principal,
  )
const items = (...ids: string[]) => ids.map((recordId) => ({ node: { recordId } }))

it('is off, and notes nothing, until a reader turns it on', async () => {
  await open('b1')
  expect(await seen()).toEqual({ on: false, count: 0, consents: [], items: { totalCount: 0, edges: [] } })
  expect(await historiesIn(db).countDocuments({})).toBe(0)
})

it('has what was opened since, each once, the last first, and lets one go', async () => {
  await turn(true)
  for (const id of ['b1', 'b2', 'b1']) await open(id)
  expect(await seen()).toMatchObject({ on: true, count: 2, items: { edges: items('b1', 'b2') } })
  await run('mutation { forgetOpened(recordId: "b1") { count } }')
  expect(await seen()).toMatchObject({ items: { edges: items('b2') } })
})

it('forgets all when it is turned off, and remembers when it was on', async () => {
  await turn(true)
  await turn(true)
  await open('b1')
  await turn(false)
  await open('b2')
  expect(await seen()).toEqual({
    on: false,
    count: 0,
    consents: [{ given: false }, { given: true }],
    items: { totalCount: 0, edges: [] },
  })
})

it('keeps so many records and no more, also when many come at once', async () => {
  await turn(true)
  const old = Array.from({ length: longestHistory }, (_, i) => ({ ...record(`a${i}`), addedAt: new Date(i) }))
  await historiesIn(db).updateOne({}, { $set: { items: old } })
  await Promise.all(['b1', 'b2', 'b3'].map((id) => open(id)))
  expect(await seen()).toMatchObject({ count: longestHistory })
})

it('remembers so many changes of mind and no more', async () => {
  await turn(true)
  const consents = Array.from({ length: mostConsents }, () => ({ given: true, at: new Date(0) }))
  await historiesIn(db).updateOne({}, { $set: { consents } })
  await turn(false)
  expect((await historiesIn(db).findOne({}))?.consents.map(({ given }) => given)).toEqual([
    ...Array.from({ length: mostConsents - 1 }, () => true),
    false,
  ])
})

it('is of its reader alone', async () => {
  const du = person({ ...portal, subject: 'du' })
  await turn(true)
  await open('b1')
  await open('b2', du)
  expect(await seen(du)).toMatchObject({ on: false, count: 0 })
  expect(await seen()).toMatchObject({ items: { edges: items('b1') } })
})

it('is not kept of a child', async () => {
  const child = person({ ...portal, subject: 'child', ageBand: 'under-14' })
  expect((await turn(true, child)).errors?.[0]?.extensions).toMatchObject({
    code: 'FORBIDDEN',
    reason: 'age',
  })
  expect((await turn(false, child)).errors).toBeUndefined()
  expect(await seen(child)).toMatchObject({ on: false })
  // Whose library corrects an age that was too high.
  await turn(true)
  await open('b1', person({ ...portal, subject: 'li', ageBand: 'under-14' }))
  expect(await seen()).toMatchObject({ count: 0 })
})
