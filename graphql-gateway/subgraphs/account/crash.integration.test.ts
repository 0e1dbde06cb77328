// A process that dies at any write of any change: what is kept is whole, and the same change again completes it.
import { person } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { dyingDb } from '@shuxiang/store-contract/dying-db'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { record, ports } from './fixtures.ts'
import { account } from './module.ts'
import { listsIn } from './store/documents.ts'
import { ownId } from './store/ids.ts'
import { createAccount } from './subgraph.ts'

let store: TestStore
let n = 0
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const execute = createExecutor(createAccount(ports))
const now = (): number => Date.parse('2026-11-26T12:00:00Z')
const principal = person({ subject: 'li', client: 'portal', azp: 'ndl-portal', level: 1 })
const id = ownId('li', 'key-00001')
/** Writes of a change are fewer than this. */
const most = 12

async function run(db: Db, text: string): Promise<boolean> {
  const { errors } = await execute(text, {}, testContext(db, { principal, now }))
  return errors === undefined
}
const written = (value: unknown): string =>
  JSON.stringify(value).replace(/"(recordId|title|kind|key|name|id|shelf|lists|records)":/g, '$1:')

async function prepared(): Promise<Db> {
  const db = store.db(`crash_${n++}`)
  await prepareStore({ db, now: () => new Date(now()) }, [account])
  expect(await run(db, 'mutation { createList(key: "key-00001", name: "甲") { id } }')).toBe(true)
  const kept = written(record('kept'))
  expect(await run(db, `mutation { addToList(id: "${id}", record: ${kept}) { id } }`)).toBe(true)
  return db
}

/** What a reader sees, apart from times and revisions. */
async function state(db: Db): Promise<unknown> {
  const lists = await listsIn(db).find({}).sort({ _id: 1 }).toArray()
  for (const { count, items } of lists) expect(count).toBe(items.length)
  return lists.map(({ _id, name, items, removedAt }) => ({
    _id,
    name,
    items: items.map(({ recordId }) => recordId),
    removed: removedAt !== undefined,
  }))
}

const guest = written({
  id: 'merge-0001',
  shelf: [record('b1'), record('b2')],
  lists: [
    { key: 'key-00001', name: '甲', records: [record('b3'), record('kept')] },
    { key: 'key-00002', name: '乙', records: [record('b4')] },
  ],
})

it.each([
  ['putOnShelf', `mutation { putOnShelf(record: ${written(record('b1'))}) { id } }`],
  ['addToList', `mutation { addToList(id: "${id}", record: ${written(record('b1'))}) { id } }`],
  ['removeFromList', `mutation { removeFromList(id: "${id}", recordId: "kept") { id } }`],
  ['createList', 'mutation { createList(key: "key-00002", name: "乙") { id } }'],
  ['removeList', `mutation { removeList(id: "${id}") { id } }`],
  ['mergeGuest', `mutation { mergeGuest(input: ${guest}) { left { recordId } } }`],
])('%s', async (_, change) => {
  const whole = await prepared()
  expect(await run(whole, change)).toBe(true)
  const wanted = await state(whole)
  for (let lives = 0; lives < most; lives++) {
    const db = await prepared()
    const survived = await run(dyingDb(db, lives), change)
    await state(db)
    expect(await run(db, change)).toBe(true)
    expect(await state(db)).toEqual(wanted)
    if (survived) return
  }
  throw new Error(`The change writes ${most} times or more.`)
})
