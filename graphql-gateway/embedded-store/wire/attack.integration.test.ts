// Hostile bytes on the wire: the connection ends or an error comes back; the store lives on.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decode } from '../bson/decode.ts'
import { encode } from '../bson/encode.ts'
import { documentOf, type Document } from '../bson/values.ts'
import { openStore, type Store } from '../index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'store-wire-'))
let store: Store
let client: MongoClient
let path = ''

beforeAll(async () => {
  store = await openStore({ dataDir })
  client = await new MongoClient(store.uri).connect()
  path = decodeURIComponent(store.uri.slice('mongodb://'.length, store.uri.indexOf('/?')))
})
afterAll(async () => {
  await client.close()
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Sends bytes; answers what came back when the other side closed or nothing more came for a while. */
function send(bytes: Uint8Array, quiet = 150): Promise<{ closed: boolean; answer: Buffer }> {
  return new Promise((resolve) => {
    const socket: Socket = connect(path)
    const parts: Buffer[] = []
    const done = (closed: boolean) => (): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ closed, answer: Buffer.concat(parts) })
    }
    const timer = setTimeout(done(false), quiet)
    socket.on('error', done(true))
    socket.on('close', done(true))
    socket.on('data', (part: Buffer) => {
      parts.push(part)
      timer.refresh()
    })
    socket.write(bytes)
  })
}

function message(body: Uint8Array, { opcode = 2013, flags = 0, length = 0 } = {}): Buffer {
  const head = Buffer.alloc(21)
  head.writeInt32LE(length || 21 + body.length, 0)
  head.writeInt32LE(1, 4)
  head.writeInt32LE(opcode, 12)
  head.writeUInt32LE(flags, 16)
  return Buffer.concat([head, body])
}

const alive = async (): Promise<void> => {
  expect(await client.db('a').command({ ping: 1 })).toMatchObject({ ok: 1 })
}
const ping = encode(documentOf(['ping', 1], ['$db', 'a']))

describe('a connection is closed for', () => {
  test.each<[string, Buffer]>([
    ['a length below the header', message(ping, { length: 3 })],
    ['a negative length', message(ping, { length: -1 })],
    ['a length beyond the limit', message(ping, { length: 48_000_001 })],
    ['an unknown opcode', message(ping, { opcode: 2012 })],
    ['unknown required flags', message(ping, { flags: 0x40 })],
    ['an old query that is no greeting', oldQuery(documentOf(['insert', 'x'], ['$db', 'a']))],
    [
      'a section longer than the message',
      message(Buffer.concat([Buffer.from([0xff, 0, 0, 0]), ping.subarray(4)])),
    ],
    ['an unknown kind of section', Buffer.concat([message(ping).subarray(0, 20), Buffer.from([9]), ping])],
    ['no body', message(Buffer.alloc(0), { length: 21 })],
  ])('%s', async (_what, bytes) => {
    expect(await send(bytes)).toMatchObject({ closed: true, answer: Buffer.alloc(0) })
    await alive()
  })
})

function oldQuery(query: Document): Buffer {
  const body = Buffer.concat([Buffer.alloc(4), Buffer.from('a.$cmd\0'), Buffer.alloc(8), encode(query)])
  const head = Buffer.alloc(16)
  head.writeInt32LE(16 + body.length, 0)
  head.writeInt32LE(2004, 12)
  return Buffer.concat([head, body])
}

const codeIn = (answer: Buffer): unknown => decode(answer.subarray(21)).get('code')

describe('an error is answered for', () => {
  test('nesting too deep', async () => {
    let inner = encode(new Map())
    for (let i = 0; i < 3000; i++) {
      const head = Buffer.from([0, 0, 0, 0, 3, 97, 0])
      head.writeInt32LE(head.length + inner.length + 1, 0)
      inner = Buffer.concat([head, inner, Buffer.from([0])])
    }
    const { answer } = await send(message(inner))
    expect(codeIn(answer)).toBe(22)
    await alive()
  })

  test('text that is not UTF-8', async () => {
    const body = Buffer.from(encode(documentOf(['ping', 'abcd'], ['$db', 'a'])))
    body.fill(0xff, body.indexOf('abcd'), body.indexOf('abcd') + 4)
    expect(codeIn((await send(message(body))).answer)).toBe(22)
  })

  test('commands, databases and collections with strange names', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'eval', '$where'])
      expect(codeIn((await send(message(encode(documentOf([name, 1], ['$db', 'a']))))).answer)).toBe(59)
    for (const database of ['', 'a.b', 'a/b', '../a', 'x'.repeat(64), 'a\0b', 'a$'])
      expect(codeIn((await send(message(encode(documentOf(['find', 'x'], ['$db', database]))))).answer)).toBe(
        73,
      )
    for (const collection of ['', '.x', 'a$b', 'system.users', 'x'.repeat(300)])
      expect(
        codeIn((await send(message(encode(documentOf(['find', collection], ['$db', 'a']))))).answer),
      ).toBe(73)
    await alive()
  })

  test('__proto__ as a field changes nothing but the document', async () => {
    const body = Buffer.from(
      encode(
        documentOf(
          ['insert', 'proto'],
          ['documents', [documentOf(['_id', 1], ['__proto__', documentOf(['x', 1])])]],
          ['$db', 'a'],
        ),
      ),
    )
    expect(decode((await send(message(body))).answer.subarray(21)).get('n')).toBe(1)
    expect(await client.db('a').collection('proto').countDocuments({ x: 1 })).toBe(0)
    expect(Reflect.get({}, 'x')).toBe(undefined)
  })

  test('transactions, change streams and collations, by name', async () => {
    const session = client.startSession()
    session.startTransaction()
    await expect(client.db('a').collection('b').insertOne({}, { session })).rejects.toMatchObject({
      code: 263,
    })
    await session.endSession()
    await expect(client.db('a').collection('b').watch().next()).rejects.toMatchObject({ code: 40573 })
    await expect(
      client
        .db('a')
        .collection('b')
        .find({}, { collation: { locale: 'zh' } })
        .toArray(),
    ).rejects.toMatchObject({ code: 115 })
  })

  test('a cursor of somebody else, guessed or wrong', async () => {
    await expect(client.db('a').command({ getMore: 12345n, collection: 'b' })).rejects.toMatchObject({
      code: 43,
    })
  })
})

test('random bytes and damaged messages never end the store', { timeout: 60_000 }, async () => {
  const good = message(
    encode(documentOf(['insert', 'fuzz'], ['documents', [documentOf(['a', 'x'.repeat(40)])]], ['$db', 'a'])),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc
          .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
          .map((changes) => {
            const bytes = Buffer.from(good)
            for (const [at, byte] of changes) bytes[at] = byte
            return bytes
          }),
        fc.nat(good.length).map((length) => good.subarray(0, length)),
      ),
      async (bytes) => {
        await send(bytes, 5)
      },
    ),
    { numRuns: 300 },
  )
  await alive()
  expect((await store.status()).restarts).toBe(0)
})

/** Kilobytes of memory the store's process uses; without the pages of its file where the system tells them apart. */
function resident(): number {
  const noted: unknown = JSON.parse(readFileSync(join(dataDir, 'store/process.json'), 'utf8'))
  const pid = String(typeof noted === 'object' && noted !== null ? Reflect.get(noted, 'pid') : '')
  const status = `/proc/${pid}/status`
  if (!existsSync(status)) return Number(execFileSync('ps', ['-o', 'rss=', '-p', pid], { encoding: 'utf8' }))
  return Number(/RssAnon:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1])
}

test('a cursor over large documents keeps few of them', { timeout: 60_000 }, async () => {
  const large = client.db('a').collection<{ _id: number; text: string }>('wide')
  const text = 'x'.repeat(7_500_000)
  for (let _id = 0; _id < 30; _id++) await large.insertOne({ _id, text })
  const before = resident()
  const cursor = large.find({}, { batchSize: 1 })
  expect((await cursor.next())?._id).toBe(0)
  // Thirty are 225 MB.
  expect(resident() - before).toBeLessThan(100_000)
  let count = 1
  for await (const _ of cursor) count++
  expect(count).toBe(30)
  await large.updateMany({}, [{ $set: { text: { $concat: ['$text', { $toString: '$_id' }] } } }])
  await expect(large.distinct('text')).rejects.toMatchObject({ code: 17217 })
  await large.drop()
})

test('answers that nobody reads are not prepared ahead', { timeout: 60_000 }, async () => {
  const large = client.db('a').collection<{ _id: number; text: string }>('large')
  await large.insertMany([1, 2].map((_id) => ({ _id, text: 'x'.repeat(7_500_000) })))
  const find = message(encode(documentOf(['find', 'large'], ['$db', 'a'])))
  const before = resident()
  const sockets = Array.from({ length: 4 }, () => connect(path))
  for (const socket of sockets) socket.pause().write(Buffer.concat(Array.from({ length: 30 }, () => find)))
  // All that would be made ahead is 4 times 30 answers of 15 MB: 1.8 GB.
  for (let i = 0; i < 300; i++) await alive()
  expect(resident() - before).toBeLessThan(400_000)
  // Who reads at last gets every answer.
  const [reader] = sockets
  let bytes = 0
  await new Promise<void>((done) =>
    reader
      ?.on('data', (part: Buffer) => {
        bytes += part.length
        if (bytes > 30 * 15_000_000) done()
      })
      .resume(),
  )
  for (const socket of sockets) socket.destroy()
  await large.drop()
})

test('messages that promise much and never come cost no memory', async () => {
  const before = resident()
  const promised = message(ping, { length: 47_000_000 })
  const sockets = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const socket = connect(path)
      socket.on('error', () => undefined)
      await new Promise<void>((sent) =>
        socket.write(Buffer.concat([promised, Buffer.alloc(50_000)]), () => sent()),
      )
      return socket
    }),
  )
  await alive()
  // 60 promises of 47 MB would be 2.8 GB.
  expect(resident() - before).toBeLessThan(150_000)
  for (const socket of sockets) socket.destroy()
})

test('a message in many small pieces is put together', async () => {
  const bytes = message(ping)
  const socket = connect(path)
  const answer = new Promise<Buffer>((resolve) => socket.once('data', resolve))
  for (const byte of bytes) {
    socket.write(Buffer.from([byte]))
    await new Promise((next) => setImmediate(next))
  }
  expect(decode((await answer).subarray(21)).get('ok')).toBe(1)
  socket.destroy()
})

test('what a query may cost is bounded', { timeout: 40_000 }, async () => {
  const things = client.db('a').collection<{ _id: number; text: string }>('things')
  await things.insertMany(Array.from({ length: 3000 }, (_, i) => ({ _id: i, text: 'a'.repeat(200) + i })))
  const before = performance.now()
  await things
    .find({ text: /(a+)+$/ })
    .toArray()
    .catch(() => [])
  await expect(
    things
      .aggregate([{ $lookup: { from: 'things', pipeline: [{ $match: { text: /a+b/ } }], as: 'x' } }], {
        maxTimeMS: 300,
      })
      .toArray(),
  ).rejects.toMatchObject({ code: 50 })
  expect(performance.now() - before).toBeLessThan(30_000)
  await alive()
})
