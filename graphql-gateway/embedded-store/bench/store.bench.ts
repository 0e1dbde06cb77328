// Speed of the store on records of the portal's shape, as multiples of a driver ping in the same run.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Collection, MongoClient } from 'mongodb'
import { openStore } from '../index.ts'

const sizes = (process.env['BENCH_RECORDS'] ?? '100000,1000000').split(',').map(Number)

interface BenchRecord {
  _id: number
  libraryId: string
  localId: string
  kind: string
  title: string
  publishedAt: Date
  subjects: string[]
  rev: number
}

const kinds = ['book', 'poem', 'video', 'course', 'archive']

function record(i: number): BenchRecord {
  return {
    _id: i,
    libraryId: `lib${i % 1000}`,
    localId: `local-${i}`,
    kind: kinds[i % kinds.length] ?? 'book',
    title: `全唐诗卷${i % 900}第${i}首 春江花月夜`,
    publishedAt: new Date(Date.UTC(1900 + (i % 120), i % 12, 1 + (i % 28))),
    subjects: [`s${i % 500}`, `t${i % 77}`],
    rev: 1,
  }
}

/** Median milliseconds of a call. */
async function median(times: number, run: (i: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await run(i)
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

async function measure(records: Collection<BenchRecord>, size: number): Promise<Map<string, number>> {
  const some = (i: number): number => (i * 7919) % size
  const result = new Map<string, number>()
  const note = async (name: string, times: number, run: (i: number) => Promise<unknown>): Promise<void> => {
    result.set(name, await median(times, run))
  }
  await note('by _id', 200, (i) => records.findOne({ _id: some(i) }))
  await note('by unique field', 200, (i) =>
    records.findOne({ libraryId: `lib${some(i) % 1000}`, localId: `local-${some(i)}` }),
  )
  await note('equality, range, sort, limit 20', 100, (i) =>
    records
      .find({ kind: kinds[i % 5] ?? 'book', publishedAt: { $lt: new Date(Date.UTC(1990, 0, 1)) } })
      .sort({ publishedAt: -1, _id: -1 })
      .limit(20)
      .toArray(),
  )
  await note('multikey, limit 20', 100, (i) =>
    records
      .find({ subjects: `s${i % 500}` })
      .limit(20)
      .toArray(),
  )
  // As lists are paged: what stands behind a position in the middle, by an $or of one branch a key.
  await note('next page from the middle', 100, (i) => {
    const [kind, at] = [kinds[i % 5] ?? 'book', new Date(Date.UTC(1960, i % 12, 15))]
    return records
      .find({
        $and: [{ kind }, { $or: [{ publishedAt: { $lt: at } }, { publishedAt: at, _id: { $lt: some(i) } }] }],
      })
      .sort({ publishedAt: -1, _id: -1 })
      .limit(20)
      .toArray()
  })
  await note('20 records joined by index', 50, (i) =>
    records
      .aggregate([
        { $match: { _id: { $gte: some(i), $lt: some(i) + 20 } } },
        { $lookup: { from: 'records', localField: '_id', foreignField: '_id', as: 'same' } },
      ])
      .toArray(),
  )
  await note('count by index', 50, (i) => records.countDocuments({ kind: kinds[i % 5] ?? 'book' }))
  await note('update alone', 50, (i) => records.updateOne({ _id: some(i) }, { $inc: { rev: 1 } }))
  await note('32 updates at once', 10, (i) =>
    Promise.all(
      Array.from({ length: 32 }, (_, j) =>
        records.updateOne({ _id: some(i * 32 + j) }, { $inc: { rev: 1 } }),
      ),
    ),
  )
  await note('group over everything', 1, () =>
    records.aggregate([{ $group: { _id: '$kind', n: { $sum: 1 } } }], { maxTimeMS: 120_000 }).toArray(),
  )
  return result
}

const table: Record<string, Record<string, string>> = {}
/** Reads that an index bounds: they may not grow with the collection. */
const bounded = [
  'by _id',
  'by unique field',
  'equality, range, sort, limit 20',
  'multikey, limit 20',
  'next page from the middle',
  '20 records joined by index',
]
const multiples: Map<string, number>[] = []
for (const size of sizes) {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-bench-'))
  const store = await openStore({ dataDir })
  const client = await new MongoClient(store.uri).connect()
  try {
    const records = client.db('bench').collection<BenchRecord>('records')
    await records.createIndexes([
      { key: { libraryId: 1, localId: 1 }, name: 'local', unique: true },
      { key: { kind: 1, publishedAt: -1, _id: -1 }, name: 'list' },
      { key: { subjects: 1 }, name: 'subjects' },
    ])
    const start = performance.now()
    for (let i = 0; i < size; i += 1000)
      await records.insertMany(
        Array.from({ length: Math.min(1000, size - i) }, (_, j) => record(i + j)),
        { ordered: false },
      )
    const each = (performance.now() - start) / size
    const ping = await median(300, () => client.db('bench').command({ ping: 1 }))
    const column: Record<string, string> = {
      ping: `${ping.toFixed(2)} ms`,
      'insert, batches of 1000': `${(each / ping).toFixed(3)}x (${Math.round(1000 / each)}/s)`,
    }
    const measured = await measure(records, size)
    for (const [name, taken] of measured)
      column[name] = `${(taken / ping).toFixed(2)}x (${taken.toFixed(2)} ms)`
    multiples.push(new Map([...measured].map(([name, taken]) => [name, taken / ping])))
    table[`${size} records`] = column
  } finally {
    await client.close()
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
console.table(table)
const [smallest, largest] = [multiples[0], multiples.at(-1)]
if (smallest && largest && smallest !== largest)
  for (const name of bounded) {
    const growth = (largest.get(name) ?? NaN) / (smallest.get(name) ?? NaN)
    console.log(`${name}: ${growth.toFixed(2)}x from ${sizes[0]} to ${sizes.at(-1)} records (goal 1.5)`)
  }
