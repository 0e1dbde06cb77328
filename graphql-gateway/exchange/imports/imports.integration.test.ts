// Imports over a real store: place, resumption, cancelling, two workers, a worker that dies.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { catalogue } from '@shuxiang/subgraph-catalogue/module'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { MongoNetworkError, type Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countingSource } from '../fixtures/counting-source.ts'
import { runImport } from './run.ts'
import {
  cancelImport,
  claimImport,
  currentImport,
  importsIn,
  leaseMilliseconds,
  requestImport,
  renewImport,
} from './state.ts'
import type { Source } from '../source.ts'

let store: TestStore
let db: Db
let count = 0
const source = countingSource(1300)
const quiet = { info() {}, warn() {} }
let clock = Date.parse('2026-11-22T00:00:00Z')
const now = () => new Date(clock)

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(async () => {
  await store.close()
})
beforeEach(async () => {
  db = store.db(`t${count++}`)
  await prepareStore({ db, now }, [catalogue])
})

const request = (scope: 'first' | 'all' = 'first') =>
  requestImport(db, { source: source.name, scope, total: 1300 }, now())
const state = async () => importsIn(db).findOne({ _id: source.name })

async function run(owner: string, signal = new AbortController().signal, from = source) {
  const claimed = await claimImport(db, owner, [source.name], now())
  if (!claimed) throw new Error('nothing to claim')
  return runImport({ db, owner, now, signal, log: quiet }, from, claimed)
}

describe('an import', () => {
  it('brings every record once, and a second one writes nothing', async () => {
    await request()
    expect(await run('w1')).toBe('done')
    expect(await state()).toMatchObject({ state: 'done', done: 1300, inserted: 1300, total: 1300 })
    await request()
    expect(await run('w1')).toBe('done')
    expect(await state()).toMatchObject({ inserted: 0, updated: 0, unchanged: 1300 })
    expect(await db.collection('records').countDocuments({})).toBe(1300)
    expect(await db.collection('collections').findOne({})).toMatchObject({ recordCount: 1300 })
    expect(await db.collection('persons').countDocuments({})).toBe(3)
  })

  it('begins anew when the source is read in another way, and counts what was set right', async () => {
    await request()
    const stop = new AbortController()
    const stopping = countingSource(1300, (i) => i === 800 && stop.abort())
    expect(await run('w1', stop.signal, stopping)).toBe('released')
    expect((await state())?.done).toBeGreaterThan(0)
    const plain = countingSource(1300)
    const other: Source = {
      ...plain,
      reading: 2,
      async *entries(scope, signal) {
        for await (const entry of plain.entries(scope, signal))
          yield { make: () => ({ ...entry.make(), mendings: ['title: mended'] }) }
      },
    }
    expect(await run('w2', undefined, other)).toBe('done')
    expect(await state()).toMatchObject({ done: 1300, reading: 2, mended: { 'title: mended': 1300 } })
  })

  it('of a newer reading that has fewer works leads the addresses of before to them', async () => {
    await request()
    await run('w1')
    const plain = countingSource(1300)
    const merging: Source = {
      ...plain,
      reading: 2,
      async *entries(scope, signal) {
        let place = 0
        for await (const entry of plain.entries(scope, signal)) {
          const i = place++
          // Every hundredth record was the one before it.
          if (i % 100 === 1) continue
          yield {
            make() {
              const { input, persons } = entry.make()
              const formerIds = i % 100 === 0 ? { formerIds: [`p${i + 1}`] } : {}
              return { input: { ...input, record: { ...input.record, ...formerIds } }, persons }
            },
          }
        }
      },
    }
    await request()
    expect(await run('w1', undefined, merging)).toBe('done')
    expect(await state()).toMatchObject({ done: 1287, updated: 13, unchanged: 1274 })
    const records = db.collection<{ _id: string; withdrawn?: { into?: string } }>('records')
    expect(await records.countDocuments({ withdrawn: { $exists: false } })).toBe(1287)
    expect((await records.findOne({ _id: 'p701' }))?.withdrawn?.into).toBe('p700')
    expect(await db.collection('collections').findOne({})).toMatchObject({ recordCount: 1287 })
  })

  it('goes on from its place after it was stopped', async () => {
    await request()
    const stop = new AbortController()
    expect(
      await run(
        'w1',
        stop.signal,
        countingSource(1300, (i) => i === 800 && stop.abort()),
      ),
    ).toBe('released')
    const stopped = await state()
    expect(stopped?.state).toBe('queued')
    expect(stopped?.done).toBeGreaterThan(0)
    expect(stopped?.done).toBeLessThan(1300)
    const made: number[] = []
    expect(
      await run(
        'w2',
        undefined,
        countingSource(1300, (i) => made.push(i)),
      ),
    ).toBe('done')
    // What was done is skipped without being made again.
    expect(made[0]).toBe(stopped?.done)
    expect(await db.collection('records').countDocuments({})).toBe(1300)
  })

  it('tells readers how far it is while its worker lives, and nothing when the worker is silent', async () => {
    await request()
    expect(await currentImport(db, now())).toBeNull()
    await claimImport(db, 'w1', [source.name], now())
    expect(await currentImport(db, now())).toEqual({ source: source.name, done: 0, total: 1300 })
    clock += leaseMilliseconds + 1
    expect(await currentImport(db, now())).toBeNull()
  })

  it('belongs to one worker until that one is silent', async () => {
    await request()
    expect(await claimImport(db, 'w1', [source.name], now())).not.toBeNull()
    expect(await claimImport(db, 'w2', [source.name], now())).toBeNull()
    expect(await claimImport(db, 'w2', ['another'], now())).toBeNull()
    clock += leaseMilliseconds - 1
    expect(await renewImport(db, source.name, 'w1', now())).toBe(true)
    clock += leaseMilliseconds - 1
    expect(await claimImport(db, 'w2', [source.name], now())).toBeNull()
    clock += 2
    expect(await claimImport(db, 'w2', [source.name], now())).toMatchObject({ owner: 'w2' })
    expect(await renewImport(db, source.name, 'w1', now())).toBe(false)
  })

  it('ends at its next step when it is cancelled', async () => {
    await request()
    const claimed = await claimImport(db, 'w1', [source.name], now())
    expect(await cancelImport(db, source.name, now())).toBe(true)
    expect(await cancelImport(db, source.name, now())).toBe(false)
    if (!claimed) throw new Error('not claimed')
    const signal = new AbortController().signal
    expect(await runImport({ db, owner: 'w1', now, signal, log: quiet }, source, claimed)).toBe('lost')
    expect((await state())?.state).toBe('cancelled')
  })

  it('goes on to the whole source when that is asked for meanwhile', async () => {
    await request()
    await claimImport(db, 'w1', [source.name], now())
    await request('all')
    await request('first')
    clock += leaseMilliseconds + 1
    expect(await run('w1')).toBe('done')
    expect(await state()).toMatchObject({ state: 'queued', scope: 'all', done: 0 })
    expect(await run('w1')).toBe('done')
    expect(await state()).toMatchObject({ state: 'done', scope: 'all' })
  })

  it('keeps its place and says why when the source fails', async () => {
    await request()
    const broken = countingSource(1300, (i) => {
      if (i === 700) throw new Error('disk is broken')
    })
    await expect(run('w1', undefined, broken)).rejects.toThrow('disk is broken')
    expect(await state()).toMatchObject({ state: 'failed', error: 'disk is broken' })
    expect((await state())?.done).toBeGreaterThan(0)
    await request()
    expect(await run('w1')).toBe('done')
  })

  it('waits for another try when the store goes away for a moment', async () => {
    await request()
    const away = countingSource(1300, (i) => {
      if (i === 700) throw new MongoNetworkError('connection closed')
    })
    expect(await run('w1', undefined, away)).toBe('released')
    expect((await state())?.state).toBe('queued')
    expect(await run('w1')).toBe('done')
    expect(await db.collection('records').countDocuments({})).toBe(1300)
  })

  it('leaves out a record outside of the model and counts it', async () => {
    await request()
    await run(
      'w1',
      undefined,
      countingSource(60, undefined, (i) => (i === 7 ? { prior: -1 } : {})),
    )
    expect(await state()).toMatchObject({ state: 'done', refused: 1, inserted: 59 })
  })
})

it('survives the death of its process: the next one goes on, nothing twice, nothing lost', async () => {
  const uri = store.uri
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(new URL('../fixtures/import-process.ts', import.meta.url)),
      uri,
      db.databaseName,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  await request()
  const until = Date.now() + 45_000
  while (((await state())?.done ?? 0) < 200 && Date.now() < until) await pause(5)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const left = await state()
  expect(left?.state).toBe('running')
  expect(left?.done).toBeGreaterThanOrEqual(200)
  clock = Date.now() + leaseMilliseconds + 1
  expect(await run('w2')).toBe('done')
  const end = await state()
  expect(await db.collection('records').countDocuments({})).toBe(1300)
  expect((end?.inserted ?? 0) + (end?.unchanged ?? 0)).toBeGreaterThanOrEqual(1300)
})
