// Every mutation of the product, and whatever else its subgraphs guard, is refused to all who may not, and noted.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRunning, type Running } from '@shuxiang/product/running'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { installedOf, prepareStore } from '@shuxiang/subgraph-kit/module'
import { attempt, silentLog, type Example } from '@shuxiang/subgraph-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { examples } from './examples.ts'

let store: TestStore
let folder: string
let running: Running
const now = (): number => 1_795_000_000_000
const guarded = new Set<string>()

beforeAll(async () => {
  store = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'every-permission-'))
  const db = store.db('product')
  await prepareStore({ db, now: () => new Date(now()) }, subgraphs)
  const staffAccounts = { find: () => Promise.reject(new Error('nobody who may not gets here')) }
  const place = { dataDir: folder, origin: 'https://example.org' }
  const options = {
    db: async () => db,
    ...place,
    staffAccounts,
    personal: async () => [],
    accounts: { facts: async () => null, isStaff: async () => false },
    log: silentLog,
  }
  running = openRunning({ ...(await installedOf(subgraphs)), ...options })
})
afterAll(async () => {
  await running.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

it.each(subgraphs.map((module) => [module.name, module] as const))('%s', async (_, module) => {
  const db = store.db('product')
  const subgraph = await module.create(running.parts)
  const made: Record<string, Example> = {}
  for (const place of subgraph.actions.keys()) {
    guarded.add(place)
    const example = Object.hasOwn(examples, place) ? examples[place] : undefined
    if (example) made[place] = await example(db)
  }
  expect(await attempt(subgraph, { db, examples: made, now, collections: module.collections })).toEqual([])
})

it('no example is of a field that is not guarded', () =>
  expect(Object.keys(examples).filter((place) => !guarded.has(place))).toEqual([]))
