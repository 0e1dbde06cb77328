// $out: everything in the target is replaced, or nothing is.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type Store } from '../index.ts'

const root = mkdtempSync(join(tmpdir(), 'out-'))
let store: Store
let client: MongoClient

beforeAll(async () => {
  store = await openStore({ dataDir: root })
  client = await new MongoClient(store.uri).connect()
})
afterAll(async () => {
  await client.close()
  await store.close()
  rmSync(root, { recursive: true, force: true })
})

interface Counted {
  _id: number
  n: number
}

test('the documents are replaced; indexes and validator stay', async () => {
  const db = client.db('a')
  const target = await db.createCollection<Counted>('target', { validator: { n: { $gte: 0 } } })
  await target.createIndex({ n: 1 }, { unique: true, name: 'n' })
  await target.insertOne({ _id: 9, n: 9 })
  const source = db.collection<Counted>('source')
  await source.insertMany([
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
  ])
  expect(await source.aggregate([{ $out: 'target' }]).toArray()).toEqual([])
  expect(await target.find({}, { hint: 'n' }).sort({ n: 1 }).toArray()).toEqual([
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
  ])
  expect((await target.listIndexes().toArray()).map(({ name }) => String(name))).toEqual(['_id_', 'n'])

  // A second source breaks the unique index, a third the validator: the target stays as it was.
  for (const wrong of [
    [
      { _id: 5, n: 7 },
      { _id: 6, n: 7 },
    ],
    [{ _id: 5, n: -1 }],
  ]) {
    await source.deleteMany({})
    await source.insertMany(wrong)
    await expect(source.aggregate([{ $out: 'target' }]).toArray()).rejects.toThrow()
    expect(await target.countDocuments({ n: { $in: [1, 2] } }, { hint: 'n' })).toBe(2)
    expect(await target.estimatedDocumentCount()).toBe(2)
  }
})

test('a collection may be its own target, and one of another database', async () => {
  const own = client.db('b').collection<Counted>('own')
  await own.insertMany([1, 2, 3].map((n) => ({ _id: n, n })))
  await own.aggregate([{ $match: { n: { $gt: 1 } } }, { $out: 'own' }]).toArray()
  expect(await own.distinct('n')).toEqual([2, 3])
  await own.aggregate([{ $out: { db: 'c', coll: 'copy' } }]).toArray()
  expect(await client.db('c').collection('copy').countDocuments({})).toBe(2)
})

test('it ends a pipeline and nothing else', async () => {
  const own = client.db('b').collection('own')
  await expect(own.aggregate([{ $out: 'x' }, { $limit: 1 }]).toArray()).rejects.toMatchObject({ code: 40601 })
  await expect(own.aggregate([{ $facet: { a: [{ $out: 'x' }] } }]).toArray()).rejects.toThrow()
  await expect(own.aggregate([{ $out: 5 }]).toArray()).rejects.toMatchObject({ code: 16990 })
})

test('an upsert keeps an _id of null', async () => {
  const nulls = client.db('b').collection<{ _id: null; a?: number }>('nulls')
  await nulls.updateOne({ _id: null }, { $set: { a: 1 } }, { upsert: true })
  expect(await nulls.find({ _id: { $type: 'null' } }).toArray()).toEqual([{ _id: null, a: 1 }])
})
