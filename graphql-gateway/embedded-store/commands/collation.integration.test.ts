// Collation: English counts texts as equal beyond code points, everywhere or nowhere; the rest is refused.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Collection, MongoClient } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../index.ts'

const root = mkdtempSync(join(tmpdir(), 'collation-'))
const collation = { locale: 'en', strength: 2 } as const
let store: Store
let client: MongoClient
let words: Collection<{ _id: number; w: unknown }>
let made = 0

beforeAll(async () => {
  store = await openStore({ dataDir: root })
  client = await new MongoClient(store.uri).connect()
})
beforeEach(async () => {
  words = client.db('t').collection(`c${made++}`)
  await words.createIndex({ w: 1 })
  await words.insertMany([
    { _id: 1, w: 'b' },
    { _id: 2, w: 'A' },
    { _id: 3, w: 'a' },
    { _id: 4, w: ['x', { k: 'B' }] },
    { _id: 5, w: 'B' },
    { _id: 6, w: 'á' },
  ])
})
afterAll(async () => {
  await client.close()
  await store.close()
  rmSync(root, { recursive: true, force: true })
})

const ids = async (filter: object): Promise<number[]> =>
  (await words.find(filter, { collation }).sort({ _id: 1 }).toArray()).map(({ _id }) => _id)

test('equality, lists, order and documents in arrays follow it, in spite of an index', async () => {
  expect(await ids({ w: 'A' })).toEqual([2, 3])
  expect(await ids({ w: { $in: ['B', 'Á'] } })).toEqual([1, 5, 6])
  expect(await ids({ w: { $nin: ['a', 'b', 'Á'] } })).toEqual([4])
  expect(await ids({ w: { $ne: 'a', $lt: 'c' } })).toEqual([1, 5, 6])
  expect(await ids({ w: { k: 'b' } })).toEqual([4])
  expect(await ids({ w: { $all: ['X'] } })).toEqual([4])
  expect(await ids({ w: { $elemMatch: { $eq: 'X' } } })).toEqual([4])
  expect(await ids({ $or: [{ w: 'A' }, { _id: 5 }] })).toEqual([2, 3, 5])
  expect(await ids({ w: /^A/ })).toEqual([2])
  expect(await words.countDocuments({ w: 'a' }, { collation })).toBe(2)
  expect(await words.countDocuments({ w: 'a' })).toBe(1)
})

test('sorting is stable among equal texts; distinct keeps the first of them', async () => {
  const sorted = await words
    .find({ w: { $type: 'string' } }, { collation })
    .sort({ w: 1, _id: -1 })
    .toArray()
  expect(sorted.map(({ _id }) => _id)).toEqual([3, 2, 6, 5, 1, 4])
  expect(await words.distinct('w', { _id: { $in: [1, 2, 3, 5, 6] } }, { collation })).toEqual(['A', 'á', 'b'])
})

test('updates and deletes find by it', async () => {
  expect((await words.updateMany({ w: 'A' }, { $set: { w: 'z' } }, { collation })).modifiedCount).toBe(2)
  expect((await words.deleteMany({ w: 'Z' }, { collation })).deletedCount).toBe(2)
  expect((await words.findOneAndDelete({ w: 'B' }, { collation, sort: { _id: -1 } }))?._id).toBe(5)
  const upserted = await words.updateOne({ w: 'nobody' }, { $set: { n: 1 } }, { collation, upsert: true })
  expect(upserted.upsertedCount).toBe(1)
})

test('what it would change and cannot is refused', async () => {
  const refused = async (work: Promise<unknown>): Promise<void> => {
    await expect(work).rejects.toMatchObject({ code: 115 })
  }
  await refused(words.find({}, { collation: { locale: 'zh' } }).toArray())
  await refused(words.find({}, { collation: { locale: 'en', strength: 2, numericOrdering: true } }).toArray())
  await refused(words.find({}, { collation: { locale: 'en', strength: 4 } }).toArray())
  await refused(words.find({ $expr: { $eq: ['$w', 'a'] } }, { collation }).toArray())
  await refused(words.aggregate([{ $group: { _id: '$w' } }], { collation }).toArray())
  await refused(words.aggregate([{ $project: { e: { $eq: ['$w', 'a'] } } }], { collation }).toArray())
  await refused(
    words
      .aggregate([{ $lookup: { from: 'c', localField: 'w', foreignField: 'w', as: 'l' } }], { collation })
      .toArray(),
  )
  await refused(words.updateOne({ _id: 4 }, { $pull: { w: 'X' } } as object, { collation }))
  await refused(words.updateOne({ _id: 4 }, [{ $set: { w: 1 } }], { collation }))
  await refused(words.createIndex({ w: 1 }, { collation, name: 'folded' }))
})
