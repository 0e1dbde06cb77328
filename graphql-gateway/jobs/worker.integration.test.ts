// The worker over a real store: takes up imports, keeps the place of a stopped one, fills an empty store.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { requestImport, type Source } from '@shuxiang/exchange'
import { subgraphs } from '@shuxiang/product/subgraphs'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepareProduct } from './prepare.ts'
import { startWorker } from './worker.ts'

let store: TestStore
const quiet = { info() {}, warn() {}, error() {} }
const now = () => new Date()
const sitemap = { folder: mkdtempSync(join(tmpdir(), 'shuxiang-worker-')), origin: 'http://portal.test' }

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(async () => {
  await store.close()
  rmSync(sitemap.folder, { recursive: true, force: true })
})

/** A source without entries; `waits` makes it stand still until it is told to end. */
function source(waits: boolean): Source {
  return {
    name: 'empty',
    reading: 1,
    collections: [],
    count: () => Promise.resolve(0),
    async *entries(_, signal) {
      if (waits) await pause(60_000, undefined, { signal })
    },
  }
}

async function until(db: Db, state: string): Promise<void> {
  const end = Date.now() + 30_000
  while (Date.now() < end) {
    if (await db.collection('imports').findOne({ state })) return
    await pause(20)
  }
  throw new Error(`The import never became ${state}.`)
}

it('fills an empty store once: pages, libraries, and the first import asked for', async () => {
  const db = store.db('prepared')
  const firstSource = source(false)
  const product = { subgraphs, sources: [firstSource], firstSource }
  const { signal } = new AbortController()
  await prepareProduct({ db, now, signal }, product)
  await prepareProduct({ db, now, signal }, product)
  expect(await db.collection('imports').find({}).toArray()).toMatchObject([{ _id: 'empty', state: 'queued' }])
  expect(await db.collection('pages').countDocuments({ _id: { $exists: true } })).toBeGreaterThan(0)
  expect(await db.collection('libraries').countDocuments({})).toBeGreaterThan(3000)
})

it('takes up an import, and leaves a running one for the next worker when it stops', async () => {
  const db = store.db('worked')
  await requestImport(db, { source: 'empty', scope: 'first', total: 0 }, now())
  const first = await startWorker({
    db,
    owner: 'w1',
    sources: [source(true)],
    now,
    log: quiet,
    lookEvery: 200,
    sitemap,
    sitemapEvery: 60_000,
  })
  await until(db, 'running')
  await first.stop()
  expect(await db.collection('imports').findOne({})).toMatchObject({ state: 'queued' })
  const second = await startWorker({
    db,
    owner: 'w2',
    sources: [source(false)],
    now,
    log: quiet,
    lookEvery: 200,
    sitemap,
    sitemapEvery: 60_000,
  })
  await until(db, 'done')
  await second.stop()
})
