// The sitemap over a real store: built when records change, left alone when they do not, mended when its files are hurt.
import { appendFile, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { installedKinds } from '@shuxiang/product/subgraphs'
import { recordWith } from '@shuxiang/record/fixture'
import { upsertMany, withdraw } from '@shuxiang/subgraph-catalogue/content'
import { catalogue } from '@shuxiang/subgraph-catalogue/module'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { importJobName, queueCollection } from '@shuxiang/exchange/queue'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { keepSitemap } from './keep.ts'

const origin = 'https://book.example'
const { signal } = new AbortController()
let store: TestStore
let db: Db
let folder: string
let clock: Date
let databases = 0
const now = (): Date => clock
const keep = (place = { folder, origin }): Promise<number | null> => keepSitemap(db, place, now, signal)
const text = async (name: string): Promise<string> =>
  gunzipSync(await readFile(join(folder, `${name}.gz`))).toString('utf8')

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  clock = new Date('2026-11-26T08:00:00Z')
  databases += 1
  db = store.db(`sitemap${databases}`)
  await prepareStore({ db, now }, [catalogue])
  folder = join(await mkdtemp(join(tmpdir(), 'shuxiang-keep-')), 'sitemap', 'portal')
  await put('pa', 'pb', 'pc')
  return () => rm(join(folder, '..', '..'), { recursive: true, force: true })
})

/** Poems of one person, period and collection. */
async function put(...ids: string[]): Promise<void> {
  const inputs = ids.map((id) => ({
    record: recordWith({
      id,
      kind: 'poem',
      title: id,
      agents: [{ name: '李白', role: 'author', agentId: 'plibai', type: 'person' }],
      period: { id: 'tang', label: '唐' },
      collection: { id: 'tangshi', label: '全唐诗' },
    }),
    texts: [],
    files: [],
    holdings: [],
  }))
  const { inserted } = await upsertMany(db, await installedKinds(), inputs, clock)
  expect(inserted).toBe(ids.length)
}

it('names every record, follows what changes, and has nothing to do when nothing did', async () => {
  // Three records; a person, a kind, a period, a collection.
  expect(await keep()).toBe(7)
  expect(await keep()).toBeNull()
  clock = new Date('2026-11-26T09:00:00Z')
  await put('pd')
  expect(await keep()).toBe(8)
  expect(await text('sitemap-records-1.xml')).toContain(
    `<url><loc>${origin}/item/pd</loc><lastmod>2026-11-26T09:00:00.000Z</lastmod></url>`,
  )
})

it('leaves out a withdrawn record', async () => {
  await keep()
  await withdraw(db, 'pb', { at: new Date('2026-11-26T10:00:00Z'), reason: '权利人要求' })
  expect(await keep()).toBe(6)
  expect(await text('sitemap-records-1.xml')).not.toContain('/item/pb')
})

it('rests after a build four times as long as it took', async () => {
  const began = clock.getTime()
  // Every look at the clock is a second later.
  const ticking = (): Date => (clock = new Date(clock.getTime() + 1_000))
  await keepSitemap(db, { folder, origin }, ticking, signal)
  expect(clock.getTime() - began).toBeGreaterThan(1_000)
  await put('pd')
  expect(await keep()).toBeNull()
  clock = new Date(began + 60_000)
  expect(await keep()).toBe(8)
})

it('sees within a day what was withdrawn under an earlier date', async () => {
  await keep()
  await withdraw(db, 'pb', { at: new Date('2020-01-01T00:00:00Z'), reason: '权利人要求' })
  expect(await keep()).toBeNull()
  clock = new Date('2026-11-27T08:00:00Z')
  expect(await keep()).toBe(6)
})

it.each([
  ['gone', (path: string) => rm(path)],
  ['empty', (path: string) => truncate(path, 0)],
  ['longer', (path: string) => appendFile(path, 'x')],
  ['written over', (path: string) => writeFile(path, Buffer.alloc(100, 7))],
])('builds again what is %s', async (_how, hurt) => {
  await keep()
  for (const name of ['sitemap.xml.gz', 'sitemap-records-1.xml.gz', 'built.json']) {
    await hurt(join(folder, name))
    expect(await keep(), name).toBe(7)
    expect(await text('sitemap.xml')).toContain(`<loc>${origin}/sitemap-records-1.xml</loc>`)
  }
})

it('is built again for another origin, and takes away what former builds left', async () => {
  await keep()
  await writeFile(join(folder, 'sitemap-records-9.xml.gz'), 'old')
  await writeFile(join(folder, 'sitemap.xml.draft'), 'half')
  expect(await keep({ folder, origin: 'https://other.example' })).toBe(7)
  expect(await text('sitemap-records-1.xml')).not.toContain(origin)
  expect((await readdir(folder)).sort()).toEqual([
    'built.json',
    'sitemap-persons-1.xml.gz',
    'sitemap-records-1.xml.gz',
    'sitemap-searches-1.xml.gz',
    'sitemap-topics-1.xml.gz',
    'sitemap.xml.gz',
  ])
})

it('is built again when its rules have changed', async () => {
  await keep()
  const built = join(folder, 'built.json')
  await writeFile(built, (await readFile(built, 'utf8')).replace(/"rules":\d+/, '"rules":1'))
  expect(await keep()).toBe(7)
})

it('waits for an import under way, at most ten minutes once there is one', async () => {
  const minutes = (n: number): Date => new Date(clock.getTime() + n * 60_000)
  const running = { state: 'running', done: 1, total: 9 }
  await db.collection<{ _id: string }>('imports').insertOne({ _id: 'x', ...running })
  await db.collection(queueCollection).insertOne({ name: importJobName('x'), lockedAt: minutes(1_000) })
  expect(await keep()).toBeNull()
  await db.collection<{ _id: string }>('imports').updateOne({ _id: 'x' }, { $set: { state: 'done' } })
  expect(await keep()).toBe(7)
  await db.collection<{ _id: string }>('imports').updateOne({ _id: 'x' }, { $set: { state: 'running' } })
  clock = minutes(5)
  await put('pd')
  expect(await keep()).toBeNull()
  clock = minutes(6)
  expect(await keep()).toBe(8)
})
