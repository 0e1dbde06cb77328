// Killing the store in the middle of work: nothing acknowledged is lost, no index entry is wrong.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Collection, MongoClient } from 'mongodb'
import { afterAll, expect, test } from 'vitest'

const rounds = Number(process.env['KILL_ROUNDS'] ?? 20)
const writers = 4
const dataDir = mkdtempSync(join(tmpdir(), 'store-kill-'))
const cli = join(import.meta.dirname, '../cli.ts')
let child: ChildProcess | undefined

afterAll(() => {
  child?.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(): Promise<string> {
  const started = spawn(process.execPath, [cli, 'serve', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child = started
  for await (const line of createInterface({ input: started.stdout })) {
    const uri = /listening on (\S+)/.exec(line)?.[1]
    if (uri) return uri
  }
  throw new Error('the store did not start')
}

/** Kills the process that serves the store, and its owner, so that nothing can be put in order. */
function killAll(): void {
  const noted: unknown = JSON.parse(readFileSync(join(dataDir, 'store/process.json'), 'utf8'))
  if (typeof noted === 'object' && noted !== null && 'pid' in noted && typeof noted.pid === 'number')
    process.kill(noted.pid, 'SIGKILL')
  child?.kill('SIGKILL')
}

interface Record {
  _id: string
  n: number
  tags: string[]
  batch?: string
}

/** What was acknowledged, and what was only tried. */
interface Ledger {
  readonly inserted: Set<string>
  readonly counted: Map<string, { sure: number; tried: number }>
  readonly batches: Set<string>
}

async function write(records: Collection<Record>, name: string, ledger: Ledger): Promise<void> {
  const counter = { sure: 0, tried: 0 }
  const id = `${name}-counter`
  ledger.counted.set(id, counter)
  try {
    await records.insertOne({ _id: id, n: 0, tags: [] })
    for (let i = 0; ; i++) {
      const own = `${name}-${i}`
      await records.insertOne({ _id: own, n: i, tags: [`a${i % 7}`, `b${i % 3}`] })
      ledger.inserted.add(own)
      counter.tried++
      await records.updateOne({ _id: id }, { $inc: { n: 1 }, $set: { tags: [`c${i}`, `d${i % 5}`] } })
      counter.sure++
      const batch = `${name}-batch-${i}`
      await records.insertMany(
        Array.from({ length: 20 }, (_, j) => ({ _id: `${batch}-${j}`, n: j, tags: [batch], batch })),
      )
      ledger.batches.add(batch)
    }
  } catch {
    // The store was killed under us; what is in the ledger counts.
  }
}

/** Builds an index, replaces a collection and drops the index again, so that a kill may fall into any of these. */
async function rebuild(records: Collection<Record>): Promise<void> {
  try {
    for (;;) {
      await records.createIndex({ batch: 1, n: -1 }, { name: 'late' })
      await records.aggregate([{ $match: { batch: { $exists: true } } }, { $out: 'copied' }]).toArray()
      await records.dropIndex('late')
    }
  } catch {
    // Killed, as the writers.
  }
}

test(
  `${rounds} rounds of kill -9 under ${writers} writers lose no acknowledged write`,
  { timeout: 300_000 },
  async () => {
    const ledger: Ledger = { inserted: new Set(), counted: new Map(), batches: new Set() }
    for (let round = 0; round < rounds; round++) {
      const client = await new MongoClient(await start(), {
        retryWrites: false,
        serverSelectionTimeoutMS: 2000,
      }).connect()
      const records = client.db('kill').collection<Record>('records')
      await records.createIndex({ n: 1 }, { name: 'n' })
      await records.createIndex({ tags: 1 }, { name: 'tags' })
      const work = Array.from({ length: writers }, (_, i) => write(records, `r${round}w${i}`, ledger))
      // Every other round: replacing a whole collection keeps the writers waiting.
      if (round % 2 === 1) work.push(rebuild(records))
      setTimeout(killAll, 300 + 137 * (round % 5))
      if (child) await once(child, 'exit')
      await Promise.all(work)
      await client.close()
      await verify(ledger)
    }
    console.log(
      `${rounds} kills: ${ledger.inserted.size} inserts and ${ledger.batches.size} batches acknowledged, none lost`,
    )
    expect(ledger.inserted.size).toBeGreaterThan(rounds)
  },
)

async function verify(ledger: Ledger): Promise<void> {
  const client = await new MongoClient(await start()).connect()
  try {
    const records = client.db('kill').collection<Record>('records')
    const all = new Map(
      (await records.find({}, { hint: { $natural: 1 } }).toArray()).map((one) => [one._id, one]),
    )
    expect([...ledger.inserted].filter((id) => !all.has(id))).toEqual([])
    for (const [id, { sure, tried }] of ledger.counted) {
      const found = all.get(id)?.n ?? (sure === 0 ? 0 : -1)
      expect(found, id).toBeGreaterThanOrEqual(sure)
      expect(found, id).toBeLessThanOrEqual(tried)
    }
    const sizes = new Map<string, number>()
    for (const { batch } of all.values()) if (batch) sizes.set(batch, (sizes.get(batch) ?? 0) + 1)
    expect([...ledger.batches].filter((batch) => sizes.get(batch) !== 20)).toEqual([])
    // One command is one transaction: a batch is there whole or not at all.
    expect([...sizes.values()].filter((size) => size !== 20)).toEqual([])
    const byN = await records
      .find({ n: { $gte: -1 } }, { hint: 'n' })
      .sort({ n: 1 })
      .toArray()
    expect(byN.length).toBe(all.size)
    for (const tag of ['a1', 'b2', 'd3']) {
      const indexed = (await records.find({ tags: tag }, { hint: 'tags' }).toArray())
        .map(({ _id }) => _id)
        .sort()
      const scanned = [...all.values()].filter(({ tags }) => tags.includes(tag)).map(({ _id }) => _id)
      expect(indexed, tag).toEqual(scanned.sort())
    }
    expect(await records.countDocuments({})).toBe(all.size)
    await verifyRebuilt(records, [...sizes.keys()])
  } finally {
    await client.close()
    child?.kill('SIGKILL')
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
}

/** An index that was being made is there whole or not at all, and so is a collection that was being replaced. */
async function verifyRebuilt(records: Collection<Record>, batches: readonly string[]): Promise<void> {
  const indexes = await records.listIndexes().toArray()
  if (indexes.some(({ name }) => name === 'late'))
    for (const batch of batches.slice(-30)) {
      const found = await records.find({ batch }, { hint: 'late' }).sort({ n: -1 }).toArray()
      expect(
        found.map(({ n }) => n),
        batch,
      ).toEqual(Array.from({ length: 20 }, (_, i) => 19 - i))
    }
  const copied = new Map<string, number>()
  for (const { batch = '' } of await records.db.collection<Record>('copied').find().toArray())
    copied.set(batch, (copied.get(batch) ?? 0) + 1)
  expect([...copied].filter(([, size]) => size !== 20)).toEqual([])
}
