// A disk that is full, and one that cannot be written: writes are refused in a sentence, what was acknowledged stays.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { MongoClient } from 'mongodb'
import { afterAll, expect, test } from 'vitest'
import { openStore } from '../index.ts'

const root = mkdtempSync(join(tmpdir(), 'store-disk-'))
const cli = join(import.meta.dirname, '..', 'cli.ts')
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** The address a store prints when it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  let output = ''
  for await (const bytes of child.stdout ?? []) {
    output += String(bytes)
    const [, uri] = /listening on (\S+)/.exec(output) ?? []
    if (uri) return uri
  }
  throw new Error(`the store ended: ${output}`)
}

test.skipIf(process.platform === 'win32')(
  'when the disk is full, reading, removing and small writes go on; with space again nothing is missing',
  { timeout: 120_000 },
  async () => {
    const dataDir = join(root, 'full')
    // No file of this process may pass 12 MB: the system refuses the write as it does on a full disk.
    const limited = `trap '' XFSZ; ulimit -f 24576; exec "$0" "$@"`
    const child = spawn(
      'sh',
      ['-c', limited, process.execPath, cli, 'serve', '--port', '0', '--data', dataDir],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
    const client = await new MongoClient(await addressOf(child)).connect()
    const records = client.db('t').collection<{ _id: number; text: string }>('records')
    let acknowledged = 0
    let failure: unknown
    while (failure === undefined && acknowledged < 60_000)
      await records
        .insertMany(
          Array.from({ length: 200 }, (_, i) => ({ _id: acknowledged + i, text: '书香'.repeat(100) })),
        )
        .then(
          () => (acknowledged += 200),
          (error: unknown) => (failure = error),
        )
    expect(failure).toMatchObject({ code: 14031, message: expect.stringContaining('free some space') })
    // The batch that did not fit is not there, not even in part.
    expect(await records.countDocuments({})).toBe(acknowledged)
    expect(await records.findOne({ _id: 7 })).toMatchObject({ _id: 7 })
    expect((await records.deleteMany({ _id: { $lt: 1000 } })).deletedCount).toBe(1000)
    expect((await records.insertOne({ _id: -1, text: 'after' })).acknowledged).toBe(true)
    await client.close()
    child.kill('SIGKILL')
    await once(child, 'exit')

    const store = await openStore({ dataDir })
    const again = await new MongoClient(store.uri).connect()
    const same = again.db('t').collection<{ _id: number; text: string }>('records')
    expect(await same.countDocuments({})).toBe(acknowledged - 1000 + 1)
    expect(await same.countDocuments({ _id: { $gte: -1 } })).toBe(acknowledged - 1000 + 1)
    await same.insertMany(
      Array.from({ length: 5000 }, (_, i) => ({ _id: 100_000 + i, text: '书香'.repeat(100) })),
    )
    expect(await same.countDocuments({})).toBe(acknowledged - 1000 + 1 + 5000)
    await again.close()
    await store.close()
  },
)

test.skipIf(process.platform === 'win32')(
  'a folder that cannot be written is told in a sentence',
  async () => {
    const dataDir = mkdtempSync(join(root, 'read-only-'))
    chmodSync(root, 0o755)
    chmodSync(dataDir, 0o555)
    // Rights mean nothing to root, so root asks as somebody else.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--data', dataDir], {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...nobody,
    })
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    chmodSync(dataDir, 0o755)
    expect(code).toBe(1)
    expect(said).toMatch(/make it writable or choose another DATA_DIR/)
  },
)
