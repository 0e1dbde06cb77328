// Commands that meet each other, and answers that do not fit: nothing acknowledged is lost, nothing refused is done.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, Long, MongoClient } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../index.ts'
import { restore } from '../owner/restore.ts'

const root = mkdtempSync(join(tmpdir(), 'store-faults-'))
const dataDir = join(root, 'data')
let store: Store
let client: MongoClient
let db: Db
let made = 0

async function open(): Promise<void> {
  store = await openStore({ dataDir, sweepEvery: 100 })
  client = await new MongoClient(store.uri).connect()
}
async function close(): Promise<void> {
  await client.close()
  await store.close()
}
beforeAll(open)
beforeEach(() => {
  db = client.db(`t${made++}`)
})
afterAll(async () => {
  await close()
  rmSync(root, { recursive: true, force: true })
})

const settled = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error)

test(
  'an index made beside a drop takes nothing of what comes after, and ends no cursor of others',
  { timeout: 60_000 },
  async () => {
    const others = client.db('others').collection('o')
    await others.insertMany([{ a: 1 }, { a: 2 }])
    const cursor = others.find({}, { batchSize: 1 })
    await cursor.next()
    type Numbered = { _id: string; n: number; a?: number[] }
    // So many entries that the index takes several turns: the drop and the upsert come between two of them.
    const many: Numbered[] = Array.from({ length: 1500 }, (_, n) => ({
      _id: `${n}`,
      n,
      a: Array.from({ length: 20 }, (_, i) => n * 20 + i),
    }))
    const kept = new Map<string, Numbered[]>()
    for (let i = 0; i < 16; i++) {
      const one = db.collection<Numbered>(`c${i}`)
      await one.insertMany([{ _id: 'x', n: 0 }, ...many])
      const upsert = () => one.findOneAndUpdate({ _id: 'x' }, { $inc: { n: 1 } }, { upsert: true })
      const making = settled(one.createIndex({ a: 1 }))
      await db.command({ ping: 1 })
      const dropping = one.drop()
      // Each goes by a connection of its own, so the store may take the upsert before the drop: what it found tells.
      // In every other round it is sent after the drop's answer, and comes after the drop for certain.
      const before = await (i % 2 === 0 ? upsert() : dropping.then(upsert))
      const [made] = await Promise.all([making, dropping])
      if (made !== 'a_1') expect(made).toMatchObject({ code: 26 })
      if (i % 2 === 1) expect(before).toBe(null)
      const left = before === null ? [{ _id: 'x', n: 1 }] : []
      expect(await one.find().toArray()).toEqual(left)
      kept.set(one.collectionName, left)
    }
    expect(await cursor.toArray()).toHaveLength(1)
    const { databaseName } = db
    await close()
    await open()
    for (const [name, left] of kept)
      expect(await client.db(databaseName).collection(name).find().toArray()).toEqual(left)
  },
)

test('an index dropped while it is made leaves nothing behind', { timeout: 60_000 }, async () => {
  const many = db.collection('many')
  await many.insertMany(Array.from({ length: 20_000 }, (_, n) => ({ a: n })))
  // On a busy machine an index may be whole before the first drop arrives: then it is made once more.
  let made: unknown
  do {
    const making = settled(many.createIndex({ a: 1 }))
    while ((await settled(many.dropIndex('a_1'))) instanceof Error);
    made = await making
  } while (made === 'a_1')
  expect(made).toMatchObject({ code: 276 })
  const { databaseName } = db
  await close()
  await open()
  const same = client.db(databaseName).collection('many')
  await same.createIndex({ n: 1 })
  expect(await same.countDocuments({ n: { $gte: 0 } })).toBe(0)
})

test('a collection whose description cannot be stored is not there', async () => {
  let validator: object = { a: 1 }
  for (let i = 0; i < 105; i++) validator = { $and: [validator] }
  await expect(db.createCollection('deep', { validator })).rejects.toThrow()
  expect(await db.listCollections().toArray()).toEqual([])
})

test('the answer of a write holds what may be stored, however deep', async () => {
  const things = db.collection<{ _id: number; n: number; deep: object }>('things')
  let deep: object = {}
  for (let i = 0; i < 95; i++) deep = { a: deep }
  await things.insertOne({ _id: 1, n: 0, deep })
  expect(await things.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } })).toMatchObject({ n: 0 })
  expect(await things.countDocuments({ n: 1 })).toBe(1)
})

test('many errors of one insert are all told', { timeout: 60_000 }, async () => {
  const things = db.collection<{ _id: number }>('things')
  const list = Array.from({ length: 50_000 }, (_, _id) => ({ _id }))
  await things.insertMany(list.slice(1))
  const failure = await settled(things.insertMany(list, { ordered: false }))
  expect(failure).toMatchObject({ code: 11000, insertedCount: 1 })
  expect(await things.countDocuments()).toBe(50_000)
})

test('a cursor lives longer than the time of the command that opened it', async () => {
  const many = db.collection('many')
  await many.insertMany(Array.from({ length: 300 }, (_, n) => ({ n })))
  const cursor = many.aggregate([{ $match: {} }, { $project: { n: 1 } }], { batchSize: 100, maxTimeMS: 400 })
  await cursor.next()
  for (const end = performance.now() + 500; performance.now() < end;) await db.command({ ping: 1 })
  expect(await cursor.toArray()).toHaveLength(299)
})

test('a cursor whose index goes says so', async () => {
  const many = db.collection('many')
  await many.insertMany(Array.from({ length: 3000 }, (_, a) => ({ a })))
  await many.createIndex({ a: 1 })
  const cursor = many.find({ a: { $gte: 0 } }, { batchSize: 10 })
  await cursor.next()
  await many.dropIndex('a_1')
  await expect(cursor.toArray()).rejects.toMatchObject({ code: 175 })
})

test('two backups to one name: one is whole, the other refused', { timeout: 60_000 }, async () => {
  await db
    .collection('many')
    .insertMany(Array.from({ length: 20_000 }, (_, n) => ({ n, text: 'x'.repeat(500) })))
  const file = join(root, 'twice')
  const outcomes = await Promise.all([settled(store.backup(file)), settled(store.backup(file))])
  expect(outcomes.filter((outcome) => outcome instanceof Error)).toHaveLength(1)
  expect(await restore(join(root, 'from-twice'), file)).toBe(null)
})

test('dates expire also beside a long text', async () => {
  const previews = db.collection('previews')
  await previews.createIndex({ at: 1 }, { expireAfterSeconds: 60 })
  await previews.insertMany([{ at: 'x'.repeat(500) }, { at: new Date(0) }])
  await expect.poll(() => previews.countDocuments(), { timeout: 10_000 }).toBe(1)
})

test('statements that find nothing use up their time as well', { timeout: 60_000 }, async () => {
  const few = db.collection('few')
  await few.insertMany(Array.from({ length: 100 }, (_, n) => ({ n, text: 'x'.repeat(100) })))
  const updates = Array.from({ length: 60_000 }, (_, n) => ({ q: { other: n }, u: { $set: { n } } }))
  const begun = performance.now()
  const reply = await settled(db.command({ update: 'few', updates, ordered: true, maxTimeMS: 300 }))
  expect(performance.now() - begun).toBeLessThan(20_000)
  expect(reply).toMatchObject({ writeErrors: [{ code: 50 }] })
})

test('a command of very many fields costs no time', { timeout: 60_000 }, async () => {
  const fields = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, 1]))
  const begun = performance.now()
  await db.admin().command({ serverStatus: 1, ...fields })
  expect(performance.now() - begun).toBeLessThan(10_000)
})

test('an index of very many entries is made in turns', { timeout: 120_000 }, async () => {
  const wide = db.collection('wide')
  const long = Long.fromString('9007199254740993')
  for (let i = 0; i < 20; i++)
    await wide.insertMany(
      Array.from({ length: 5 }, () => ({ list: Array.from({ length: 9000 }, (_, n) => long.add(n)) })),
    )
  const making = wide.createIndex({ list: 1 })
  let over = false
  void making.then(() => (over = true))
  let longest = 0
  while (!over) {
    const begun = performance.now()
    await db.command({ ping: 1 })
    longest = Math.max(longest, performance.now() - begun)
  }
  expect(longest).toBeLessThan(5000)
  expect((await store.status()).restarts).toBe(0)
})

test('open cursors keep no more together than there is', { timeout: 120_000 }, async () => {
  const large = db.collection('large')
  for (let i = 0; i < 40; i++)
    await large.insertMany(Array.from({ length: 10 }, (_, n) => ({ n, text: 'x'.repeat(90_000) })))
  const cursors: { close(): Promise<void> }[] = []
  let refused = 0
  const attempt = async (cursor: { next(): Promise<unknown>; close(): Promise<void> }): Promise<void> => {
    const outcome = await settled(cursor.next())
    if (outcome instanceof Error) {
      expect(outcome).toMatchObject({ code: 292 })
      refused++
    } else cursors.push(cursor)
  }
  // Sorted without an index each keeps 36 MB.
  for (let i = 0; i < 20; i++) await attempt(large.find({}, { sort: { n: 1 }, batchSize: 1 }))
  expect(refused).toBeGreaterThan(3)
  expect(cursors.length).toBeGreaterThan(5)
  for (const cursor of cursors.splice(0)) await cursor.close()
  // Given back, there is room again.
  refused = 0
  const comment = Array.from({ length: 300_000 }, () => ({}))
  for (let i = 0; i < 40; i++) await attempt(large.aggregate([{ $match: {} }], { batchSize: 1, comment }))
  expect(refused).toBeGreaterThan(3)
  expect(cursors.length).toBeGreaterThan(5)
  for (const cursor of cursors) await cursor.close()
  await large
    .find({}, { sort: { n: 1 } })
    .limit(2)
    .toArray()
  expect((await store.status()).restarts).toBe(0)
})
