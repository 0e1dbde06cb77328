// Copies the documents of one collection in batches, in the order of _id, until both sides are the same.
import { type Db, Double as DriverDouble, MongoServerError } from 'mongodb'
import { decode } from '../bson/decode.ts'
import { type Document, Double, isDocument, type Value } from '../bson/values.ts'
import { digestOf, sameDigest } from './digest.ts'
import type { Progress } from './progress.ts'

/** One collection of the source and its place in the target. */
export interface Journey {
  readonly from: Db
  readonly to: Db
  readonly name: string
  readonly progress: Progress
  /** Hears how many documents have been written, and how many have been compared. */
  readonly tell: (what: 'copied' | 'compared', count: number) => void
}

const batchSize = 500
/** Bytes of a batch; a message may have 48 MB. */
const batchBytes = 8 * 1024 * 1024

/**
 * Copies and compares. A source that changed meanwhile is copied once more.
 * @throws Error when both sides still differ then.
 */
export async function copyCollection(journey: Journey): Promise<void> {
  const { from, to, name, progress } = journey
  const namespace = `${from.databaseName}.${name}`
  const begun = await progress.of(namespace)
  // Said to be done before; the source may have changed since.
  if (begun?.done && (await compared(journey))) return
  await copyAfter(journey, namespace, begun?.copied ?? 0)
  if (!(await compared(journey))) {
    // Something was changed behind us, or was left over: all anew.
    await to.collection(name).deleteMany({})
    await copyAfter(journey, namespace, 0)
    if (!(await compared(journey)))
      throw new Error(
        `${namespace} is not the same on both sides: its source is being changed; stop the product, then run the copy again`,
      )
  }
  await progress.note(namespace, { done: true })
}

/** Copies what stands behind the first `done` documents. Had these changed, the comparison would tell. */
async function copyAfter(journey: Journey, namespace: string, done: number): Promise<void> {
  const { from, to, name, progress, tell } = journey
  const options = { raw: true, batchSize, sort: { _id: 1 }, skip: done, hint: { _id: 1 } } as const
  let batch: Document[] = []
  let bytes = 0
  let copied = done
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    await write(to, name, batch)
    copied += batch.length
    await progress.note(namespace, { copied })
    tell('copied', copied)
    batch = []
    bytes = 0
  }
  for await (const raw of from.collection(name).find({}, options)) {
    if (!(raw instanceof Uint8Array)) throw new Error('the driver did not answer bytes')
    batch.push(decode(raw))
    bytes += raw.length
    if (batch.length === batchSize || bytes > batchBytes) await flush()
  }
  await flush()
}

/** Inserts; a document that is there already, from a copy that was stopped, is put in its place. */
async function write(to: Db, name: string, batch: readonly Document[]): Promise<void> {
  const reply = await to.command({ insert: name, documents: batch.map(forDriver), ordered: false })
  const errors: unknown = reply['writeErrors']
  for (const error of Array.isArray(errors) ? errors : []) {
    const document = batch[Number(error.index)]
    if (error.code !== 11000 || !document)
      throw new MongoServerError({ ...error, message: `${name}: ${String(error.errmsg)}` })
    await to.command({
      update: name,
      updates: [
        { q: { _id: { $eq: forDriver(document.get('_id') ?? null) } }, u: forDriver(document), upsert: true },
      ],
    })
  }
}

async function compared({ from, to, name, tell }: Journey): Promise<boolean> {
  let count = 0
  const each = (): void => {
    if (++count % 1000 === 0) tell('compared', count)
  }
  const [here, there] = await Promise.all([digestOf(from, name, each), digestOf(to, name, () => {})])
  tell('compared', here.count)
  return sameDigest(here, there)
}

/** A value as the driver writes it: every number keeps its type, every document the order of its keys. */
function forDriver(value: Value): unknown {
  if (value instanceof Double) return new DriverDouble(value.value)
  if (Array.isArray(value)) return value.map(forDriver)
  return isDocument(value) ? new Map([...value].map(([key, part]) => [key, forDriver(part)])) : value
}
