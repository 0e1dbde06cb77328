// An import of a source that changes: what came and went since the last time, and tokens that are lost.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChangesRequest, Source } from '@shuxiang/record/source'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { catalogue } from '@shuxiang/subgraph-catalogue/module'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { feedSource, type FeedLine } from '../fixtures/feed-source.ts'
import { kinds } from '../fixtures/kinds.ts'
import { runImport, type ImportEnd } from './run.ts'
import { importsIn, requestImport } from './state.ts'

let store: TestStore
let db: Db
let folder: string
let file: string
let databases = 0
let runs = 0
const now = (): Date => new Date('2026-11-26T00:00:00Z')
const warnings: string[] = []
const log = { info() {}, warn: (_: object, message = '') => void warnings.push(message) }
const numbers = (from: number, to: number): FeedLine[] =>
  Array.from({ length: to - from }, (_, i) => ({ n: from + i }))
const write = (lines: readonly FeedLine[], name = 'f1'): Promise<void> =>
  writeFile(file, JSON.stringify({ name, lines }))
const state = async () => importsIn(db).findOne({ _id: 'feed' })
const records = () => db.collection<{ _id: string; title: string; withdrawn?: { reason: string } }>('records')
const titleOf = async (id: string) => (await records().findOne({ _id: id }))?.title

beforeAll(async () => {
  store = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'feed-'))
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  db = store.db(`feed${databases++}`)
  file = join(folder, `${databases}.json`)
  warnings.length = 0
  await prepareStore({ db, now }, [catalogue])
})

/** The feed, noting from where it is asked. */
function watched(
  asked: Pick<ChangesRequest, 'since' | 'resume'>[],
  beforePage?: (from: number) => Promise<void>,
): Source {
  const feed = feedSource({ file, page: 100, ...(beforePage ? { beforePage } : {}) })
  return {
    ...feed,
    changes(request) {
      asked.push({ since: request.since, resume: request.resume })
      return feed.changes(request)
    },
  }
}

async function bring(
  source: Source = feedSource({ file, page: 100 }),
  signal = new AbortController().signal,
): Promise<ImportEnd> {
  await requestImport(db, { source: 'feed', scope: 'all' }, now())
  return runImport({ db, kinds, newRun: () => `run${runs++}`, now, signal, log }, source)
}

it('asks only for what changed since the last whole run, and takes back what the source has no longer', async () => {
  const asked: Pick<ChangesRequest, 'since' | 'resume'>[] = []
  const lines = numbers(0, 250)
  await write(lines)
  expect(await bring(watched(asked))).toBe('done')
  expect(await state()).toMatchObject({ done: 250, inserted: 250, removed: 0, ended: { token: 'f1:250' } })
  await write([
    ...lines,
    { n: 7, title: '新题' },
    { n: 8, gone: '权利人要求' },
    { n: 9999, gone: '无此记录' },
  ])
  expect(await bring(watched(asked))).toBe('done')
  expect(asked).toEqual([
    { since: null, resume: null },
    { since: 'f1:250', resume: null },
  ])
  expect(await state()).toMatchObject({ done: 3, total: 3, updated: 1, inserted: 0, removed: 1 })
  expect(await titleOf('p7')).toBe('新题')
  expect((await records().findOne({ _id: 'p8' }))?.withdrawn).toMatchObject({ reason: '权利人要求' })
  expect(await db.collection('collections').findOne({})).toMatchObject({ recordCount: 249 })
  // Nothing new: the token stays what it was.
  expect(await bring()).toBe('done')
  expect(await state()).toMatchObject({ done: 0, ended: { token: 'f1:253' } })
})

it('goes on from the last checkpoint, with the same since', async () => {
  await write(numbers(0, 100))
  await bring()
  await write(numbers(0, 1100))
  const stop = new AbortController()
  const asked: Pick<ChangesRequest, 'since' | 'resume'>[] = []
  const stopping = watched(asked, async (from) => {
    if (from === 800) stop.abort()
  })
  expect(await bring(stopping, stop.signal)).toBe('released')
  const place = (await state())?.place
  expect(place?.done).toBeGreaterThan(0)
  expect(await bring(watched(asked))).toBe('done')
  expect(asked[1]).toEqual({ since: 'f1:100', resume: place?.token })
  expect(await state()).toMatchObject({ done: 1000, total: 1000, ended: { token: 'f1:1100' } })
  expect(await records().countDocuments({})).toBe(1100)
})

it('begins anew and says so when the source knows the token of the last run no longer', async () => {
  await write(numbers(0, 250))
  await bring()
  await write(numbers(200, 300), 'f2')
  expect(await bring()).toBe('done')
  expect(await state()).toMatchObject({
    done: 100,
    inserted: 50,
    unchanged: 50,
    begunAnew: 'The feed f1 is gone; this one is f2.',
    ended: { token: 'f2:100' },
  })
  expect(warnings).toContain('import begins anew')
  await bring()
  expect(await state()).not.toHaveProperty('begunAnew')
})

it('begins anew when its place is lost in the midst of a run', async () => {
  await write(numbers(0, 1100))
  const stop = new AbortController()
  const stopping = watched([], async (from) => {
    if (from === 800) stop.abort()
  })
  expect(await bring(stopping, stop.signal)).toBe('released')
  await write(numbers(0, 1050), 'f2')
  expect(await bring()).toBe('done')
  expect(await state()).toMatchObject({ done: 1050, begunAnew: expect.stringContaining('f1') })
  expect(await records().countDocuments({})).toBe(1050)
})

it('keeps the order of changes of one record', async () => {
  await write([{ n: 1 }, { n: 1, gone: '撤回' }, { n: 2, title: '甲' }, { n: 2, title: '乙' }])
  await bring()
  expect(await titleOf('p2')).toBe('乙')
  expect((await records().findOne({ _id: 'p1' }))?.withdrawn).toMatchObject({ reason: '撤回' })
})
