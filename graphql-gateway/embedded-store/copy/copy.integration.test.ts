// Copying a store: the same on both sides, or a sentence why not; nothing of the source or the target is lost.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Binary, Decimal128, Double, Int32, Long, MongoClient, ObjectId, Timestamp } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../index.ts'
import { copyStore, shownAddress } from './copy.ts'

const root = mkdtempSync(join(tmpdir(), 'copy-'))
let from: Store
let to: Store
let source: MongoClient
let target: MongoClient

beforeAll(async () => {
  from = await openStore({ dataDir: join(root, 'from') })
  to = await openStore({ dataDir: join(root, 'to'), port: 0 })
  source = await new MongoClient(from.uri).connect()
  target = await new MongoClient(to.portUri ?? '').connect()
})
beforeEach(async () => {
  for (const client of [source, target])
    for (const { name } of (await client.db().admin().listDatabases()).databases)
      await client.db(name).dropDatabase()
})
afterAll(async () => {
  await source.close()
  await target.close()
  await from.close()
  await to.close()
  rmSync(root, { recursive: true, force: true })
})

interface Work {
  _id: string | number
  n: unknown
  tags?: string[]
}

async function fill(count: number): Promise<void> {
  const works = source.db('lib').collection<Work>('works')
  await works.insertMany(
    Array.from({ length: count }, (_, n) => ({ _id: n % 2 ? `w${n}` : n, n, tags: ['书', `t${n % 7}`] })),
  )
  await works.createIndex({ tags: 1, n: -1 }, { name: 'tags' })
  await works.createIndex({ n: 1 }, { unique: true, partialFilterExpression: { n: { $gt: 5 } }, name: 'n' })
}

const copy = (more: Partial<Parameters<typeof copyStore>[0]> = {}) =>
  copyStore({ from: from.uri, to: to.portUri ?? '', replace: false, partly: false, say: () => {}, ...more })

test('every type, the order of keys, indexes, validators and empty collections come over, and back', async () => {
  const odd = source.db('lib').collection('odd')
  await odd.insertMany([
    { _id: new ObjectId(), 10: 1, 2: new Double(1), a: new Int32(1), l: Long.fromString('9007199254740993') },
    { z: new Double(-0), d: Decimal128.fromString('1.10'), t: new Timestamp({ t: 5, i: 6 }), r: /^a/i },
    { b: new Binary(Buffer.from('x'), 4), when: new Date(-5), nested: { 5: [null, { $ref: 'x' }], 1: true } },
  ])
  await source.db('lib').createCollection('empty', { validator: { n: { $gte: 0 } } })
  await source.db('more').collection<{ _id: null }>('nothing').insertOne({ _id: null })
  await fill(1234)
  const lines: string[] = []
  const result = await copy({ say: (line) => lines.push(line) })
  expect(result).toEqual({ collections: 4, documents: 3 + 1234 + 1, leftOut: [] })
  expect(lines.some((line) => line.includes('lib.works  copied'))).toBe(true)

  const bytes = async (client: MongoClient): Promise<string[]> =>
    (await client.db('lib').collection('odd').find({}, { raw: true }).sort({ _id: 1 }).toArray()).map((raw) =>
      Buffer.from(raw as unknown as Uint8Array).toString('hex'),
    )
  expect(await bytes(target)).toEqual(await bytes(source))
  const indexes = await target.db('lib').collection('works').listIndexes().toArray()
  expect(indexes.map(({ name }) => String(name))).toEqual(['_id_', 'n', 'tags'])
  await expect(target.db('lib').collection('empty').insertOne({ n: -1 })).rejects.toMatchObject({ code: 121 })
  const names = (await target.db().admin().listDatabases()).databases.map(({ name }) => name)
  expect(names.sort()).toEqual(['lib', 'more'])

  await source.db('lib').dropDatabase()
  await source.db('more').dropDatabase()
  await copy({ from: to.portUri ?? '', to: from.uri })
  expect(await source.db('lib').collection('works').countDocuments()).toBe(1234)
})

test('a target that holds something is left alone, unless it is to be replaced', async () => {
  await fill(10)
  await target.db('mine').collection('x').insertOne({ a: 1 })
  await expect(copy()).rejects.toThrow(/not empty \(mine\.x/)
  expect(await target.db('mine').collection('x').countDocuments()).toBe(1)
  await copy({ replace: true })
  expect(await target.db('mine').collection('x').countDocuments()).toBe(0)
  expect(await target.db('lib').collection('works').countDocuments()).toBe(10)
})

test('a store is never copied over itself, whichever address it has', async () => {
  await fill(10)
  await copy()
  await expect(copy({ from: to.uri, replace: true })).rejects.toThrow(/one and the same/)
  expect(await target.db('lib').collection('works').countDocuments()).toBe(10)
})

test(
  'killed in the middle it goes on; what was spoilt meanwhile is put right',
  { timeout: 60_000 },
  async () => {
    await fill(20_000)
    const cli = join(import.meta.dirname, '..', 'cli.ts')
    const addresses = ['--from', from.uri, '--to', to.portUri ?? '']
    const child = spawn(process.execPath, [cli, 'copy', ...addresses], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const works = target.db('lib').collection<Work>('works')
    while ((await works.estimatedDocumentCount()) < 2000) await new Promise((next) => setImmediate(next))
    child.kill('SIGKILL')
    await once(child, 'exit')
    const before = await works.estimatedDocumentCount()
    expect(before).toBeLessThan(20_000)
    await works.updateOne({ _id: 4 }, { $set: { n: -4 } })
    await works.insertOne({ _id: 'stray', n: -1 })

    const lines: string[] = []
    await copy({ say: (line) => lines.push(line) })
    expect(lines[0]).toBe('going on with the copy that was stopped')
    expect(await works.countDocuments()).toBe(20_000)
    expect(await works.findOne({ _id: 4 })).toMatchObject({ n: 4 })
  },
)

test('a collection that was done before is looked at again', async () => {
  await fill(10)
  // A target that refuses the second collection stops the copy after the first.
  await source.db('lib').collection('zoo').insertOne({ a: 1 })
  await target.db('lib').createCollection('zoo', { validator: { a: { $gt: 5 } } })
  await expect(copy()).rejects.toThrow()
  await source
    .db('lib')
    .collection<Work>('works')
    .updateOne({ _id: 4 }, { $set: { n: -4 } })
  await target.db('lib').collection('zoo').drop()
  await copy()
  expect(await target.db('lib').collection<Work>('works').findOne({ _id: 4 })).toMatchObject({ n: -4 })
})

test('a source that is being changed is not called copied', { timeout: 60_000 }, async () => {
  await fill(3000)
  let over = false
  const works = source.db('lib').collection<Work>('works')
  const writer = (async () => {
    for (let n = 10_000; !over; n++) await works.insertOne({ _id: n, n })
  })()
  try {
    await expect(copy()).rejects.toThrow(/is being changed/)
  } finally {
    over = true
    await writer
  }
  await copy()
  expect(await target.db('lib').collection('works').countDocuments()).toBe(await works.countDocuments())
})

test('addresses are shown without names and passwords, and one that does not answer says so', async () => {
  expect(shownAddress('mongodb://me:secret@a.example:27017,b.example/db?x=1')).toBe(
    'mongodb://a.example:27017,b.example',
  )
  expect(shownAddress('mongodb://me:se@cret@host/db')).toBe('mongodb://…')
  expect(shownAddress('mongodb://me:se/cret@host/db')).toBe('mongodb://…')
  expect(shownAddress('mongodb+srv://cluster.example/db')).toBe('mongodb://cluster.example')
  const failure = await copy({ to: 'mongodb://me:secret@127.0.0.1:1/?serverSelectionTimeoutMS=300' }).catch(
    (error: unknown) => String(error),
  )
  expect(failure).toContain('mongodb://127.0.0.1:1 cannot be reached')
  expect(failure).not.toContain('secret')
})
