// One owner per folder: locks, second processes, a stuck worker, deep folders.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { MongoClient } from 'mongodb'
import { afterAll, expect, test } from 'vitest'
import { openStore } from '../index.ts'
import { isAlive, isLock, parseOwner, takeLock } from './lock.ts'

const root = mkdtempSync(join(tmpdir(), 'store-owner-'))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

const folder = (name: string): string => {
  const path = join(root, name)
  mkdirSync(path, { recursive: true })
  return path
}

async function serve(dataDir: string, ...more: string[]): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../cli.ts'), 'serve', '--data', dataDir, ...more],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  children.push(child)
  for await (const line of createInterface({ input: child.stdout }))
    if (line.includes('listening on')) return child
  throw new Error('the store did not start')
}

test('a second process connects to the store of the first', async () => {
  const dataDir = folder('second')
  const child = await serve(dataDir)
  const store = await openStore({ dataDir })
  expect(store.owner).toBe(false)
  const client = await new MongoClient(store.uri).connect()
  await client.db('a').collection('b').insertOne({ seen: true })
  expect(await store.status()).toMatchObject({ documents: 1, owner: false })
  await client.close()
  await store.close()
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('the lock of a killed process is taken over, with its data', async () => {
  const dataDir = folder('stale')
  const child = await serve(dataDir)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const store = await openStore({ dataDir })
  expect(store.owner).toBe(true)
  await store.close()
})

test('a stuck store whose owner was killed is ended before another starts', async () => {
  const dataDir = folder('orphan')
  const child = await serve(dataDir, '--fail-points')
  const guest = await openStore({ dataDir })
  const client = await new MongoClient(guest.uri, { retryWrites: false }).connect()
  await client.db('admin').command({
    configureFailPoint: 'failCommand',
    mode: { times: 1 },
    data: { failCommands: ['insert'], hang: 'inTransaction' },
  })
  const stuck = expect(client.db('a').collection('b').insertOne({ n: 1 })).rejects.toThrow()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const store = await openStore({ dataDir })
  await stuck
  expect(store.owner).toBe(true)
  await client.db('a').collection('b').insertOne({ n: 2 })
  await client.close()
  await store.close()
})

test('the socket and the files are for their owner only', async () => {
  const dataDir = folder('modes')
  const store = await openStore({ dataDir })
  const socket = decodeURIComponent(new URL(store.uri).host)
  expect(statSync(socket).mode & 0o777).toBe(0o600)
  expect(statSync(join(dataDir, 'store')).mode & 0o777).toBe(0o700)
  await store.close()
})

test('an opening that fails leaves no server behind', async () => {
  const dataDir = folder('unpublished')
  mkdirSync(join(dataDir, 'store', 'endpoint.json'), { recursive: true })
  await expect(openStore({ dataDir })).rejects.toThrow()
  const noted = parseOwner(readFileSync(join(dataDir, 'store', 'process.json'), 'utf8'))
  expect(await isAlive(noted)).toBe(false)
})

test('a data file that was cut short is named, with what to do', async () => {
  const dataDir = folder('cut')
  const store = await openStore({ dataDir })
  const client = await new MongoClient(store.uri).connect()
  await client
    .db('a')
    .collection('b')
    .insertMany(Array.from({ length: 5000 }, (_, n) => ({ n })))
  await client.close()
  await store.close()
  const file = join(dataDir, 'store', 'data.lmdb')
  truncateSync(file, 4 * 4096)
  await expect(openStore({ dataDir })).rejects.toThrow(`${file} is damaged or cut short: restore a backup`)
})

test('a folder too deep for a socket gets a short private one', async () => {
  const dataDir = folder('deep/'.repeat(30))
  const store = await openStore({ dataDir })
  const client = await new MongoClient(store.uri).connect()
  expect(await client.db('a').command({ ping: 1 })).toMatchObject({ ok: 1 })
  await client.close()
  const again = await openStore({ dataDir })
  expect(again.uri).toBe(store.uri)
  await store.close()
})

test('of twenty that want a dead lock at once exactly one gets it', async () => {
  const path = folder('race')
  writeFileSync(join(path, 'owner.json'), JSON.stringify({ pid: 999_999_999, born: null, token: 'gone' }))
  const answers = await Promise.all(Array.from({ length: 20 }, () => takeLock(path, process.pid)))
  expect(answers.filter(isLock)).toHaveLength(1)
})

test('a lock of a process number that now belongs to another process is stale', async () => {
  const path = folder('reused')
  writeFileSync(
    join(path, 'owner.json'),
    JSON.stringify({ pid: process.pid, born: 'another boot/1', token: 'x' }),
  )
  expect(isLock(await takeLock(path, process.pid))).toBe(true)
})

test('a process that ended and was not waited for is no owner', async () => {
  if (!existsSync('/proc/self/stat'))
    return console.log('Whether a zombie owns a folder is only seen with /proc')
  // The child must outlive the shell's own turn: a shell waits for its children, what it becomes does not.
  const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(parent)
  const [line] = await once(createInterface({ input: parent.stdout }), 'line')
  const pid = Number(line)
  await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), { timeout: 10_000 }).toContain(') Z ')
  expect(await isAlive({ pid, born: null, token: '' })).toBe(false)
})

test('a damaged lock file does not keep the store from starting', async () => {
  const path = folder('damaged')
  writeFileSync(join(path, 'owner.json'), '{"pid":')
  const lock = await takeLock(path, process.pid)
  expect(isLock(lock)).toBe(true)
  if (isLock(lock)) await lock.release()
  expect(() => readFileSync(join(path, 'owner.json'))).toThrow(/ENOENT/)
})

test.each(['before', 'inTransaction'])(
  'a worker stuck %s is started again, and the process survives with its data',
  async (hang) => {
    const lines: string[] = []
    const store = await openStore({
      dataDir: folder(`stuck-${hang}`),
      failPoints: true,
      patience: { pulse: 50, silence: 600, start: 30_000 },
      log: (_level, message) => lines.push(message),
    })
    const client = await new MongoClient(store.uri, { retryWrites: false, retryReads: false }).connect()
    const things = client.db('a').collection<{ _id: number }>('things')
    await things.insertOne({ _id: 1 })
    await client.db('admin').command({
      configureFailPoint: 'failCommand',
      mode: { times: 1 },
      data: { failCommands: ['insert'], hang },
    })
    await expect(things.insertOne({ _id: 2 })).rejects.toThrow()
    await expect.poll(() => store.status().then(({ restarts }) => restarts), { timeout: 20_000 }).toBe(1)
    await things.insertOne({ _id: 3 })
    expect((await things.find().toArray()).map(({ _id }) => _id)).toEqual([1, 3])
    expect(lines.join('\n')).toContain('has not answered')
    await client.close()
    await store.close()
  },
)
