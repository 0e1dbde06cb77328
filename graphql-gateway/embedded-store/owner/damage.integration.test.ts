// Every file of the store's folder, hurt in every way: what goes on, what begins anew, what is refused in a sentence.
import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { open as openLmdb } from 'lmdb'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../index.ts'

const root = mkdtempSync(join(tmpdir(), 'store-damage-'))
const sound = join(root, 'sound')
const documents = 4_000
const page = 4_096
const data = 'data.lmdb'

beforeAll(async () => {
  const store = await openStore({ dataDir: sound })
  const client = await new MongoClient(store.uri).connect()
  const records = client.db('t').collection<{ _id: number; k: number; text: string }>('records')
  await records.createIndex({ k: 1 })
  for (let at = 0; at < documents; at += 500)
    await records.insertMany(
      Array.from({ length: 500 }, (_, i) => ({ _id: at + i, k: i % 97, text: '书香'.repeat(100) })),
    )
  await client.close()
  await store.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Outcome {
  /** Documents there; null when the store was refused. */
  readonly documents: number | null
  readonly refused: string | null
  readonly logged: string
}

/** Hurts a copy, opens it, counts and writes. */
async function after(
  name: string,
  hurt: (file: string, folder: string) => void,
  file = data,
): Promise<Outcome> {
  const dataDir = join(root, name.replaceAll(/[^a-z0-9]+/gi, '-'))
  cpSync(sound, dataDir, { recursive: true })
  const folder = join(dataDir, 'store')
  hurt(join(folder, file), folder)
  const logged: string[] = []
  try {
    const store = await openStore({ dataDir, log: (_, message) => void logged.push(message) })
    const client = new MongoClient(store.uri, { serverSelectionTimeoutMS: 5_000 })
    const records = client.db('t').collection<{ _id: number }>('records')
    const count = await records.countDocuments({})
    await records.insertOne({ _id: -1 })
    await client.close()
    await store.close()
    return { documents: count, refused: null, logged: logged.join('\n') }
  } catch (error) {
    return { documents: null, refused: String(error), logged: logged.join('\n') }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const overwrite = (first: (pages: number) => number, count: number, byte: number) => (file: string) => {
  const pages = statSync(file).size / page
  const handle = openSync(file, 'r+')
  for (let n = 0; n < count; n++)
    writeSync(handle, Buffer.alloc(page, byte), 0, page, (Math.floor(first(pages)) + n) * page)
  closeSync(handle)
}
const half = (pages: number): number => pages / 2
const fromEnd = (pages: number): number => pages - 50

describe('the data file', () => {
  test.each<[string, (file: string) => void]>([
    ['deleted', (file) => rmSync(file)],
    ['emptied', (file) => truncateSync(file, 0)],
  ])('%s: the store begins empty and says so', async (name, hurt) => {
    const outcome = await after(`data ${name}`, hurt)
    expect(outcome).toMatchObject({ documents: 0, refused: null })
    expect(outcome.logged).toMatch(/although a store was here before.*restore a backup/)
  })

  test.each<[string, (file: string) => void, RegExp]>([
    [
      'cut to half',
      (file) => truncateSync(file, statSync(file).size / 2),
      /damaged or cut short: restore a backup/,
    ],
    ['cut to one page', (file) => truncateSync(file, page), /damaged or cut short: restore a backup/],
    ['cut inside its first page', (file) => truncateSync(file, 100), /restore/],
    ['overwritten at its end', overwrite(fromEnd, 50, 0xff), /damaged or cut short/],
    ['overwritten at its beginning', overwrite(() => 0, 2, 0), /is not a store: restore it/],
    ['of another program', (file) => writeFileSync(file, 'no store at all '.repeat(9_000)), /is not a store/],
    ['a folder', (file) => (rmSync(file), mkdirSync(file)), /is a folder.*restore a backup/],
  ])('%s: the store is refused in a sentence that says what to do', async (name, hurt, sentence) => {
    const outcome = await after(`data ${name}`, hurt)
    expect(outcome.documents).toBeNull()
    expect(outcome.refused).toMatch(sentence)
  })

  test.each([
    ['overwritten', 0xff],
    ['zeroed', 0],
  ])(
    '%s in the middle: whoever meets the damage is refused, and it is said what to do',
    async (name, byte) => {
      const outcome = await after(`data ${name}`, overwrite(half, 50, byte))
      expect(outcome.documents).toBeNull()
      expect(`${outcome.refused}\n${outcome.logged}`).toMatch(/damaged or cut short: restore a backup/)
    },
  )

  test('of a newer version: refused, and left as it is', async () => {
    const outcome = await after('newer', (file) => {
      const env = openLmdb<Buffer, Buffer>(file, {
        noSubdir: true,
        encoding: 'binary',
        keyEncoding: 'binary',
      })
      env.putSync(Buffer.from('\0\0\0\u0001layout', 'latin1'), Buffer.from('99'))
      void env.close()
    })
    expect(outcome.refused).toMatch(/written by a newer version \(layout 99.*start that version/)
  })

  test.skipIf(process.platform === 'win32')('that may not be read: refused in a sentence', async () => {
    const dataDir = join(root, 'unreadable')
    cpSync(sound, dataDir, { recursive: true })
    chmodSync(root, 0o755)
    // Rights mean nothing to root, so root asks as somebody else to whom all but the file belongs.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null
    const folder = join(dataDir, 'store')
    if (nobody)
      for (const path of [dataDir, folder, ...readdirSync(folder).map((name) => join(folder, name))])
        chownSync(path, nobody.uid, nobody.gid)
    chmodSync(join(folder, data), 0o000)
    const cli = join(import.meta.dirname, '..', 'cli.ts')
    const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--data', dataDir], {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...nobody,
    })
    expect(await text(child.stderr)).toMatch(/data\.lmdb cannot be read.*permission/i)
  })
})

describe('what only matters while the store runs', () => {
  const helpers = ['data.lmdb-lock', 'owner.json', 'endpoint.json', 'process.json', 'store.sock']
  const ways: readonly [string, (file: string) => void][] = [
    ['missing', (file) => rmSync(file, { force: true })],
    ['empty', (file) => writeFileSync(file, '')],
    ['full of something else', (file) => writeFileSync(file, 'something else '.repeat(800))],
    ['cut short', (file) => existsSync(file) && truncateSync(file, 5)],
    ['JSON of something else', (file) => writeFileSync(file, '{"layout":99,"version":"9.0.0"}')],
  ]
  test.each(helpers.flatMap((helper) => ways.map(([way, hurt]) => [helper, way, hurt] as const)))(
    '%s %s: the store opens with everything in it',
    async (helper, way, hurt) => {
      expect(await after(`${helper} ${way}`, hurt, helper)).toMatchObject({ documents, refused: null })
    },
  )
})
