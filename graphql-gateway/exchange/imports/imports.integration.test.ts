// Imports over a real store: place, resumption, cancelling, two runs of one import.
import { setTimeout as pause } from 'node:timers/promises'
import type { Entry, Put, Source } from '@shuxiang/record/source'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { catalogue } from '@shuxiang/subgraph-catalogue/module'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { MongoNetworkError, type Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countingSource } from '../fixtures/counting-source.ts'
import { kinds } from '../fixtures/kinds.ts'
import { importJobName, lockMilliseconds, queueCollection } from './queue.ts'
import { runImport } from './run.ts'
import { cancelImport, currentImport, importsIn, requestImport, type ImportDoc } from './state.ts'
import { putsOf } from '../puts.ts'
import { numbered } from '../sources/numbered.ts'

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

const request = (scope: 'first' | 'all' = 'first') => requestImport(db, { source: source.name, scope }, now())
const state = async () => importsIn(db).findOne({ _id: source.name })

async function run(name: string, signal = new AbortController().signal, from = source) {
  return runImport({ db, kinds, newRun: () => name, now, signal, log: quiet }, from)
}

/** A source whose entries are made of those of another one. */
function rewritten(
  plain: Source,
  reading: number,
  rewrite: (puts: AsyncIterable<Put>) => AsyncIterable<Entry>,
): Source {
  return {
    ...plain,
    reading,
    changes: ({ scope, resume, signal }) => numbered(rewrite(putsOf(plain, scope, signal)), resume),
  }
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
    const other = rewritten(countingSource(1300), 2, async function* (puts) {
      for await (const put of puts) yield { make: () => ({ ...put.make(), mendings: ['title: mended'] }) }
    })
    expect(await run('w2', undefined, other)).toBe('done')
    expect(await state()).toMatchObject({ done: 1300, reading: 2, mended: { 'title: mended': 1300 } })
  })

  it('of a newer reading that has fewer works leads the addresses of before to them', async () => {
    await request()
    await run('w1')
    const merging = rewritten(countingSource(1300), 2, async function* (puts) {
      let place = 0
      for await (const put of puts) {
        const i = place++
        // Every hundredth record was the one before it.
        if (i % 100 === 1) continue
        yield {
          make() {
            const { input, persons } = put.make()
            const formerIds = i % 100 === 0 ? { formerIds: [`p${i + 1}`] } : {}
            return { input: { ...input, record: { ...input.record, ...formerIds } }, persons }
          },
        }
      }
    })
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
    const lock = { name: importJobName(source.name), lockedAt: now() }
    await db.collection(queueCollection).insertOne(lock)
    let seen: unknown = null
    const looking = rewritten(countingSource(200), 1, async function* (puts) {
      for await (const put of puts) {
        seen ??= await currentImport(db, now())
        yield put
      }
    })
    await run('w1', undefined, { ...looking, count: () => Promise.resolve(1300) })
    expect(seen).toEqual({ source: source.name, done: 0, total: 1300 })
    await importsIn(db).updateOne({ _id: source.name }, { $set: { state: 'running' } })
    expect(await currentImport(db, now())).not.toBeNull()
    clock += lockMilliseconds + 1
    expect(await currentImport(db, now())).toBeNull()
  })

  it('has nothing to do when nobody asked', async () => {
    expect(await run('w1')).toBe('idle')
    await request()
    expect(await run('w1')).toBe('done')
    expect(await run('w1')).toBe('idle')
  })

  it('taken up by another worker keeps the place of that one, whatever the first still does', async () => {
    await request()
    const begun = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    let other: Promise<string> | null = null
    const second = rewritten(countingSource(1300), 1, async function* (puts) {
      begun.resolve()
      await goOn.promise
      yield* puts
    })
    const slow = rewritten(countingSource(1300), 1, async function* (puts) {
      let i = 0
      for await (const put of puts) {
        // As when the first worker hangs for longer than its lock lives.
        if (i++ === 700) {
          other = run('w2', undefined, second)
          await begun.promise
        }
        yield put
      }
    })
    expect(await run('w1', undefined, slow)).toBe('lost')
    expect(await state()).toMatchObject({ state: 'running', run: 'w2' })
    expect((await state())?.place?.done).toBeLessThanOrEqual(700)
    goOn.resolve()
    expect(await other).toBe('done')
    expect(await state()).toMatchObject({ state: 'done', done: 1300 })
    expect(await db.collection('records').countDocuments({})).toBe(1300)
  })

  it('ends at its next step when it is cancelled', async () => {
    await request()
    const cancelling = rewritten(countingSource(1300), 1, async function* (puts) {
      let i = 0
      for await (const put of puts) {
        if (i++ === 700) expect(await cancelImport(db, source.name, now())).toBe(true)
        yield put
      }
    })
    expect(await run('w1', undefined, cancelling)).toBe('lost')
    expect((await state())?.state).toBe('cancelled')
    expect(await db.collection('records').countDocuments({})).toBeLessThan(1300)
    expect(await cancelImport(db, source.name, now())).toBe(false)
    expect(await run('w1')).toBe('idle')
  })

  it(
    'whose worker is silent for long notices by itself that it is cancelled',
    { timeout: 15_000 },
    async () => {
      await request()
      const silent: Source = {
        ...source,
        async *changes({ signal }) {
          await cancelImport(db, source.name, now())
          await pause(60_000, undefined, { signal })
          yield { type: 'checkpoint', token: '0' }
        },
      }
      expect(await run('w1', undefined, silent)).toBe('lost')
    },
  )

  it.each([
    ['running', { owner: 'old', leaseUntil: new Date(0) }],
    ['queued', {}],
  ] as const)(
    'left %s by a former version, which counted entries, is brought in whole',
    async (left, lease) => {
      await request()
      const stop = new AbortController()
      await run(
        'w1',
        stop.signal,
        countingSource(1300, (i) => i === 800 && stop.abort()),
      )
      const former = { scope: 'first' as const, state: left, done: 500, total: 1300, inserted: 500 }
      const counts = { updated: 0, unchanged: 0, refused: 0, requestedAt: now(), reading: 1 }
      await db
        .collection<ImportDoc>('imports')
        .replaceOne({ _id: source.name }, { ...former, ...counts, ...lease })
      expect(await run('w2')).toBe('done')
      expect(await state()).toMatchObject({ state: 'done', done: 1300 })
      expect(await state()).not.toHaveProperty('owner')
      expect(await db.collection('records').countDocuments({})).toBe(1300)
    },
  )

  it('goes on to the whole source when that is asked for meanwhile', async () => {
    await request()
    const asking = rewritten(countingSource(1300), 1, async function* (puts) {
      let i = 0
      for await (const put of puts) {
        if (i++ === 700) await request('all').then(() => request('first'))
        yield put
      }
    })
    expect(await run('w1', undefined, asking)).toBe('done')
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
