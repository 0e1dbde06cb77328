// What the product asks of the store, through the official driver.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, Decimal128, Double, Int32, Long, MongoClient, ObjectId, UUID } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Binary, documentOf, type Document } from './bson/values.ts'
import { openStore, type Store } from './index.ts'
import { restore } from './owner/restore.ts'
import { ask } from './wire/client.ts'

const root = mkdtempSync(join(tmpdir(), 'store-'))
let store: Store
let client: MongoClient
let db: Db
let made = 0

beforeAll(async () => {
  store = await openStore({ dataDir: join(root, 'data'), sweepEvery: 100 })
  client = await new MongoClient(store.uri).connect()
})
beforeEach(() => {
  db = client.db(`t${made++}`)
})
afterAll(async () => {
  await client.close()
  await store.close()
  rmSync(root, { recursive: true, force: true })
})

test('a driver that came by TCP and asks for the replica set goes on by TCP', async () => {
  const open = await openStore({ dataDir: join(root, 'tcp'), port: 0 })
  const { host } = new URL(open.portUri ?? '')
  const seen: string[] = []
  const other = new MongoClient(`mongodb://${host}/?replicaSet=embedded`)
  other.on('serverDescriptionChanged', ({ address }) => seen.push(address))
  try {
    await other.db('t').collection('x').insertOne({ a: 1 })
    expect(new Set(seen)).toEqual(new Set([host]))
  } finally {
    await other.close()
    await open.close()
  }
})

describe('documents', () => {
  test('come back with the types and the key order they were stored with', async () => {
    const document = {
      _id: new ObjectId(),
      z: new Double(1),
      a: new Int32(1),
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('1.10'),
      10: 'ten',
      2: 'two',
      nested: { b: [1, [2, { c: null }]], a: '书香' },
      uuid: new UUID(),
      when: new Date(5),
    }
    await db.collection('x').insertOne(document)
    const [found] = await db.collection('x').find({}, { promoteValues: false }).toArray()
    expect(JSON.stringify(found)).toBe(JSON.stringify(document))
    expect(found?.['z']).toBeInstanceOf(Double)
  })

  test('without a sort come in the order they were inserted, also after changes and a restart', async () => {
    const open = await openStore({ dataDir: join(root, 'natural') })
    const names = ['m', 'a', 'z', 'b']
    const first = await new MongoClient(open.uri).connect()
    const words = first.db('t').collection<{ _id: string; n?: number }>('words')
    await words.insertMany(names.map((_id) => ({ _id })))
    await words.updateOne({ _id: 'm' }, { $set: { n: 1 } })
    await words.deleteOne({ _id: 'a' })
    await first.close()
    await open.close()
    const again = await openStore({ dataDir: join(root, 'natural') })
    const second = await new MongoClient(again.uri).connect()
    const same = second.db('t').collection<{ _id: string }>('words')
    await same.insertOne({ _id: 'c' })
    expect((await same.find().toArray()).map(({ _id }) => _id)).toEqual(['m', 'z', 'b', 'c'])
    const backwards = await same.find().sort({ $natural: -1 }).toArray()
    expect(backwards.map(({ _id }) => _id)).toEqual(['c', 'b', 'z', 'm'])
    expect(await same.distinct('_id', { _id: { $gt: 'b' } })).toEqual(['c', 'm', 'z'])
    await second.close()
    await again.close()
  })

  test('a retried write is done once', async () => {
    const counters = db.collection<{ _id: string; n: number }>('counters')
    await counters.insertOne({ _id: 'c', n: 0 })
    const socket = decodeURIComponent(store.uri.slice('mongodb://'.length, store.uri.indexOf('/?')))
    const session = documentOf(['id', new Binary(randomBytes(16), Binary.SUBTYPE_UUID)])
    const send = (txnNumber: bigint): Promise<Document> =>
      ask(
        socket,
        documentOf(
          ['findAndModify', 'counters'],
          ['query', documentOf(['_id', 'c'])],
          ['update', documentOf(['$inc', documentOf(['n', 1])])],
          ['new', true],
          ['lsid', session],
          ['txnNumber', txnNumber],
          ['$db', db.databaseName],
        ),
        5000,
      )
    const first = await send(2n)
    expect((await send(2n)).get('value')).toEqual(first.get('value'))
    expect(await counters.findOne()).toEqual({ _id: 'c', n: 1 })
    await expect(send(1n)).rejects.toThrow(/prohibited/)
    await send(3n)
    expect(await counters.findOne()).toEqual({ _id: 'c', n: 2 })
  })

  test('an update of many reaches matches that stand far apart', async () => {
    const many = db.collection('many')
    await many.insertMany(Array.from({ length: 2000 }, (_, i) => ({ n: i })))
    const { matchedCount } = await many.updateMany({ n: { $in: [1500, 1999] } }, { $set: { found: true } })
    expect(matchedCount).toBe(2)
    expect((await many.deleteMany({ n: { $in: [1400, 1999] } })).deletedCount).toBe(2)
    expect(await many.findOneAndUpdate({ n: 1700 }, { $set: { x: 1 } })).toMatchObject({ n: 1700 })
  })

  test('a find-and-modify whose projection is wrong changes nothing', async () => {
    const works = db.collection<{ _id: number; n: number }>('works')
    await works.insertOne({ _id: 1, n: 1 })
    const projection = { n: 1, other: 0 }
    await expect(works.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { projection })).rejects.toThrow()
    await expect(works.findOneAndDelete({ _id: 1 }, { projection })).rejects.toThrow()
    expect(await works.findOne()).toEqual({ _id: 1, n: 1 })
  })

  test('upserts by a unique key at the same time make one document', async () => {
    const records = db.collection('records')
    await records.createIndex({ libraryId: 1, localId: 1 }, { unique: true })
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        records.updateOne(
          { libraryId: 'l', localId: 'x' },
          { $inc: { rev: 1 }, $set: { n } },
          { upsert: true },
        ),
      ),
    )
    expect(await records.find().toArray()).toMatchObject([{ libraryId: 'l', localId: 'x', rev: 20 }])
  })
})

describe('indexes', () => {
  test('are used for equality, range and order, and say so', async () => {
    const records = db.collection('records')
    await records.insertMany(
      Array.from({ length: 300 }, (_, i) => ({ kind: `k${i % 3}`, at: i, tags: [i % 7, i % 5] })),
    )
    await records.createIndexes([{ key: { kind: 1, at: -1 } }, { key: { tags: 1 } }])
    const plan = async (filter: object, sort: Record<string, 1 | -1> = {}): Promise<string> =>
      JSON.stringify(await records.find(filter).sort(sort).explain())
    expect(await plan({ kind: 'k1', at: { $gt: 5 } }, { at: -1 })).toMatch(/"stage":"IXSCAN".*kind_1_at_-1/)
    expect(await plan({ kind: 'k1' }, { at: 1 })).toMatch(/backward/)
    expect(await plan({ kind: 'k1' }, { other: 1 })).toMatch(/"stage":"SORT"/)
    expect(await plan({ tags: 3 })).toMatch(/IXSCAN.*tags_1/)
    expect(await plan({}, { $natural: -1 })).toMatch(/^(?!.*"SORT").*COLLSCAN.*backward/)
    const stages = [
      { $match: { kind: 'k1' } },
      { $match: { at: { $gt: 5 } } },
      { $sort: { at: -1 as const } },
    ]
    expect(JSON.stringify(await records.aggregate(stages).explain())).toMatch(
      /^(?!.*"SORT").*"boundedFields":2/,
    )
    expect(await plan({ other: 3 })).toMatch(/COLLSCAN/)
    const nextPage = {
      $or: [
        { kind: 'k1', at: { $lt: 5 } },
        { kind: 'k1', at: 5, tags: { $gt: 1 } },
      ],
    }
    expect(await plan({ $and: [{ kind: 'k1' }, nextPage] }, { at: -1 })).toMatch(
      /^(?!.*"SORT").*IXSCAN.*"boundedFields":2,"ranges":1/,
    )
    expect(await plan({ $or: [{ kind: 'k1' }, { other: 3 }] })).toMatch(/COLLSCAN/)
    expect(
      (await records.find({ kind: 'k1' }).sort({ at: 1 }).limit(2).toArray()).map(({ at }) => at),
    ).toEqual([1, 4])
    expect(await records.countDocuments({ tags: 3 })).toBe(
      Array.from({ length: 300 }, (_, i) => i).filter((i) => i % 7 === 3 || i % 5 === 3).length,
    )
  })

  test('unique and partial together bind only the documents inside', async () => {
    const sites = db.collection('sites')
    await sites.createIndex({ host: 1 }, { unique: true, partialFilterExpression: { live: true } })
    await sites.insertMany([{ host: 'a', live: true }, { host: 'a', live: false }, { host: 'a' }])
    await expect(sites.insertOne({ host: 'a', live: true })).rejects.toMatchObject({
      code: 11000,
      keyValue: { host: 'a' },
    })
    await expect(sites.updateMany({ host: 'a' }, { $set: { live: true } })).rejects.toMatchObject({
      code: 11000,
    })
    expect(await sites.countDocuments({ host: 'a' })).toBe(3)
    expect(await sites.countDocuments({ host: 'a', live: true })).toBe(1)
  })

  test('built on documents that are there already, also while others write', async () => {
    const many = db.collection('many')
    await many.insertMany(Array.from({ length: 3000 }, (_, i) => ({ n: i })))
    const [name] = await Promise.all([
      many.createIndex({ n: 1 }),
      ...Array.from({ length: 20 }, (_, i) => many.insertOne({ n: 3000 + i })),
      many.deleteMany({ n: { $lt: 100 } }),
      many.updateMany({ n: { $gte: 2990, $lt: 3000 } }, { $inc: { n: 10_000 } }),
    ])
    expect(await many.countDocuments({ n: { $gte: 0 } }, { hint: name })).toBe(2920)
    expect(await many.countDocuments({ n: { $gte: 12_990 } }, { hint: name })).toBe(10)
  })

  test('a unique index over documents that repeat a value is refused and leaves nothing', async () => {
    const many = db.collection('many')
    await many.insertMany([{ n: 1 }, { n: 1 }])
    await expect(many.createIndex({ n: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 })
    expect(await many.indexes()).toHaveLength(1)
    await many.insertOne({ n: 1 })
    const both = [
      { key: { other: 1 as const }, name: 'other' },
      { key: { n: 1 as const }, name: 'n', unique: true },
    ]
    await expect(many.createIndexes(both)).rejects.toMatchObject({ code: 11000 })
    expect(await many.indexes()).toHaveLength(1)
  })

  test('what fails over several transactions leaves the cursors of others open', async () => {
    const many = db.collection<{ n: number }>('many')
    await many.insertMany([{ n: 1 }, { n: 1 }, { n: 2 }])
    await db.collection('target').createIndex({ n: 1 }, { unique: true })
    const cursor = many.find().batchSize(1)
    await cursor.next()
    await expect(many.createIndex({ n: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 })
    await expect(many.aggregate([{ $out: 'target' }]).toArray()).rejects.toMatchObject({ code: 11000 })
    await expect(many.aggregate([{ $merge: 'target' }]).toArray()).rejects.toMatchObject({ code: 11000 })
    expect(await cursor.toArray()).toHaveLength(2)
    // What $merge has merged before its error stays, as in MongoDB.
    expect(await db.collection('target').countDocuments()).toBe(1)
  })

  test('documents go when their time is over', async () => {
    const previews = db.collection('previews')
    await previews.createIndex({ at: 1 }, { expireAfterSeconds: 60 })
    await previews.insertMany([
      { at: new Date(0) },
      { at: [new Date(), new Date(0)] },
      { at: new Date() },
      { at: 'never' },
      {},
    ])
    await expect.poll(() => previews.countDocuments(), { timeout: 10_000 }).toBe(3)
  })
})

describe('reading', () => {
  test('goes on in batches, and a cursor left alone can be closed', async () => {
    const many = db.collection('many')
    await many.insertMany(Array.from({ length: 1000 }, (_, i) => ({ n: i })))
    const cursor = many.find().batchSize(100)
    expect((await cursor.toArray()).length).toBe(1000)
    const other = many.find().batchSize(10)
    await other.next()
    expect((await store.status()).cursors).toBe(1)
    await other.close()
    await expect.poll(async () => (await store.status()).cursors).toBe(0)
  })

  test('a dropped collection ends the cursors on it', async () => {
    const many = db.collection('many')
    await many.insertMany(Array.from({ length: 1000 }, (_, i) => ({ n: i })))
    const cursor = many.find().batchSize(10)
    await cursor.next()
    await many.drop()
    await expect(cursor.toArray()).rejects.toMatchObject({ code: 175 })
  })

  test('joins, facets and merges', async () => {
    await db.collection<{ _id: number; name: string }>('authors').insertMany([
      { _id: 1, name: '李白' },
      { _id: 2, name: '杜甫' },
    ])
    await db.collection('poems').insertMany([
      { author: 1, t: 'a' },
      { author: 1, t: 'b' },
      { author: 2, t: 'c' },
    ])
    const pipeline = [
      { $lookup: { from: 'authors', localField: 'author', foreignField: '_id', as: 'who' } },
      { $unwind: '$who' },
      { $group: { _id: '$who.name', n: { $sum: 1 } } },
      { $sort: { n: -1 } },
    ]
    expect(await db.collection('poems').aggregate(pipeline).toArray()).toEqual([
      { _id: '李白', n: 2 },
      { _id: '杜甫', n: 1 },
    ])
    await db
      .collection('poems')
      .aggregate([...pipeline, { $merge: { into: 'counts' } }])
      .toArray()
    await db
      .collection('poems')
      .aggregate([...pipeline, { $merge: { into: 'counts', whenMatched: 'replace' } }])
      .toArray()
    expect(await db.collection('counts').countDocuments()).toBe(2)
  })
})

test('a backup made under writes holds a whole state and can be restored', async () => {
  const things = db.collection<{ _id: number }>('things')
  await things.insertOne({ _id: 1 })
  const file = join(root, 'backup.lmdb')
  await store.backup(file)
  await things.insertOne({ _id: 2 })
  const target = join(root, 'restored')
  expect(await restore(target, file)).toBe(null)
  const other = await openStore({ dataDir: target })
  const reader = await new MongoClient(other.uri).connect()
  expect(await reader.db(db.databaseName).collection('things').find().toArray()).toEqual([{ _id: 1 }])
  await expect(restore(target, file)).rejects.toThrow(/stop it, then restore/)
  await reader.close()
  await other.close()
  await expect(store.backup(file)).rejects.toThrow(/is there already/)
  // What is not a backup, cut short or damaged is refused, and what was there stays.
  const whole = readFileSync(file)
  const damaged = Buffer.from(whole)
  damaged.writeUInt8(damaged.readUInt8(9000) ^ 1, 9000)
  for (const wrong of [Buffer.alloc(0), whole.subarray(0, 5000), whole.subarray(0, -1), damaged]) {
    writeFileSync(`${file}.wrong`, wrong)
    await expect(restore(target, `${file}.wrong`)).rejects.toThrow(
      /not a backup of this store, or not a whole/,
    )
  }
  await expect(restore(target, import.meta.filename)).rejects.toThrow(/not a backup/)
  expect(await restore(target, file)).toMatch(/before-/)
})
