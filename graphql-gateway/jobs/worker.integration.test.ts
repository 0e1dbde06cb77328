// The worker over a real store: takes up imports, keeps the place of a stopped one, follows one that was killed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { cancelImport, importsIn, requestImport } from '@shuxiang/exchange'
import { subgraphs } from '@shuxiang/product/subgraphs'
import type { Source } from '@shuxiang/record/source'
import { prepareStore, type Job } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { feedSource } from '../exchange/fixtures/feed-source.ts'
import { kinds } from '../exchange/fixtures/kinds.ts'
import { importJob } from './import-job.ts'
import { prepareProduct } from './prepare.ts'
import { startWorker, type Worker } from './worker.ts'

let store: TestStore
const folder = mkdtempSync(join(tmpdir(), 'shuxiang-worker-'))
const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const now = () => new Date()

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A source without changes; `waits` makes it stand still until it is told to end. */
function source(waits: boolean, onBegin: () => unknown = () => undefined): Source {
  return {
    name: 'empty',
    reading: 1,
    collections: [],
    count: () => Promise.resolve(0),
    async *changes({ signal }) {
      onBegin()
      if (waits) await pause(60_000, undefined, { signal })
      yield { type: 'checkpoint', token: 'end' }
    },
  }
}

const work = (db: Db, owner: string, jobs: readonly Job[], lockFor = 2_000): Promise<Worker> =>
  startWorker({
    db,
    owner,
    jobs,
    now,
    log: quiet,
    dataDir: folder,
    publicOrigin: '',
    lookEvery: 100,
    lockFor,
  })

const stateIn = (db: Db) => async (): Promise<string | undefined> => (await importsIn(db).findOne({}))?.state

it('fills an empty store once: pages, libraries, and the first import asked for', async () => {
  const db = store.db('prepared')
  const firstSource = source(false)
  const product = { subgraphs, sources: [firstSource], firstSource }
  await prepareProduct({ db, now }, product)
  await prepareProduct({ db, now }, product)
  expect(await db.collection('imports').find({}).toArray()).toMatchObject([{ _id: 'empty', state: 'queued' }])
  expect(await db.collection('pages').countDocuments({ _id: { $exists: true } })).toBeGreaterThan(0)
  expect(await db.collection('libraries').countDocuments({})).toBeGreaterThan(3000)
})

it('takes up an import, and leaves a running one for the next worker when it stops', async () => {
  const db = store.db('worked')
  await requestImport(db, { source: 'empty', scope: 'first' }, now())
  const first = await work(db, 'w1', [importJob(source(true), kinds)])
  await expect.poll(stateIn(db), { timeout: 30_000 }).toBe('running')
  await first.stop()
  expect(await importsIn(db).findOne({})).toMatchObject({ state: 'queued' })
  const second = await work(db, 'w2', [importJob(source(false), kinds)])
  await expect.poll(stateIn(db), { timeout: 30_000 }).toBe('done')
  await second.stop()
})

it('runs one import once, however many workers there are and whenever they start', async () => {
  const db = store.db('several')
  await requestImport(db, { source: 'empty', scope: 'first' }, now())
  let begun = 0
  const job = () =>
    importJob(
      source(true, () => begun++),
      kinds,
    )
  const workers = [await work(db, 'w1', [job()])]
  await expect.poll(() => begun, { timeout: 30_000 }).toBe(1)
  // Agenda's own way to put a repeated job into its queue would take the lock from who has it.
  workers.push(await work(db, 'w2', [job()]), await work(db, 'w3', [job()]))
  expect(await db.collection('jobs').countDocuments({ name: 'import:empty' })).toBe(1)
  // For longer than a lock lives: who works renews it.
  const lockedAt = async (): Promise<number> =>
    (await db.collection('jobs').findOne({ name: 'import:empty' }))?.['lockedAt']?.getTime() ?? 0
  const from = await lockedAt()
  await expect.poll(lockedAt, { timeout: 20_000 }).toBeGreaterThan(from + 2_500)
  expect(begun).toBe(1)
  expect(await cancelImport(db, 'empty', now())).toBe(true)
  await expect.poll(stateIn(db)).toBe('cancelled')
  await Promise.all(workers.map((worker) => worker.stop()))
  expect(begun).toBe(1)
})

it('wakes for a request', async () => {
  const db = store.db('woken')
  const worker = await work(db, 'w1', [importJob(source(false), kinds)])
  await expect
    .poll(() => db.collection('jobs').countDocuments({ lastFinishedAt: { $ne: null } }), { timeout: 10_000 })
    .toBe(1)
  await requestImport(db, { source: 'empty', scope: 'first' }, now())
  // An idle job looks every ten seconds.
  await expect.poll(stateIn(db), { timeout: 5_000 }).toBe('done')
  await worker.stop()
})

it('runs a job of a subgraph again and again, also after it failed', async () => {
  const db = store.db('job')
  let runs = 0
  const job: Job = {
    name: 'beat',
    every: 200,
    run: () => (runs++ === 0 ? Promise.reject(new Error('not now')) : Promise.resolve()),
  }
  const worker = await work(db, 'w1', [job])
  await expect.poll(() => runs, { timeout: 20_000 }).toBeGreaterThan(2)
  await worker.stop()
})

it('follows a worker that was killed: nothing twice, nothing lost', async () => {
  const db = store.db('killed')
  await prepareStore({ db, now }, subgraphs)
  const file = join(folder, 'feed.json')
  const lines = Array.from({ length: 2000 }, (_, n) => ({ n }))
  writeFileSync(file, JSON.stringify({ name: 'f1', lines }))
  await requestImport(db, { source: 'feed', scope: 'all' }, now())
  const lock = 3_000
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(new URL('./fixtures/worker-process.ts', import.meta.url)),
      store.uri,
      db.databaseName,
      file,
      String(lock),
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const placeOf = async (): Promise<number> => (await importsIn(db).findOne({}))?.place?.done ?? 0
  await expect.poll(placeOf, { timeout: 45_000, interval: 5 }).toBeGreaterThanOrEqual(200)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const left = await importsIn(db).findOne({})
  expect(left).toMatchObject({ state: 'running' })
  const resumed: (string | null)[] = []
  const feed = feedSource({ file, page: 50 })
  const next = importJob(
    {
      ...feed,
      changes(request) {
        resumed.push(request.resume)
        return feed.changes(request)
      },
    },
    kinds,
  )
  const killed = performance.now()
  const worker = await work(db, 'w2', [next], lock)
  await expect.poll(() => resumed.length, { timeout: 20_000, interval: 20 }).toBe(1)
  expect(performance.now() - killed).toBeLessThan(lock + 12_000)
  await expect.poll(stateIn(db), { timeout: 30_000 }).toBe('done')
  await worker.stop()
  expect(resumed).toEqual([left?.place?.token])
  expect(await db.collection('records').countDocuments({})).toBe(2000)
  expect(await importsIn(db).findOne({})).toMatchObject({ done: 2000, ended: { token: 'f1:2000' } })
})
