// Running an import: entries in order, batch by batch, each batch followed by the place to resume from.
import {
  countCollections,
  upsertCollections,
  upsertMany,
  upsertPersons,
  type PersonContent,
  type RecordInput,
} from '@shuxiang/subgraph-catalogue/content'
import { MongoError, MongoNetworkError, MongoServerSelectionError, type Db } from 'mongodb'
import type { Source } from '../source.ts'
import { importsIn, leaseFrom, releaseImport, renewImport, type ImportDoc } from './state.ts'

/** Records written before the place is kept. */
const batchSize = 500
/** The first records come in smaller batches, so that readers find something at once. */
const firstBatchSize = 50
/** Batches between two counts of the collections, so that readers see them grow. */
const countEvery = 10
/** A pass over the source that writes nothing still shows that it lives. */
const heartbeatMilliseconds = 4_000

/** What a run needs; the composition root gives it. */
export interface ImportParts {
  readonly db: Db
  readonly owner: string
  readonly now: () => Date
  /** Aborting it steps back from the import; another run goes on where this one stopped. */
  readonly signal: AbortSignal
  readonly log: {
    info(fields: object, message?: string): void
    warn(fields: object, message?: string): void
  }
}

/** How a run ended. `lost`: cancelled by somebody, or taken over by another worker. */
export type ImportEnd = 'done' | 'released' | 'lost'

/** The import is no longer this worker's. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/**
 * Runs a claimed import to its end. Safe to repeat from any place: what is stored already is not written again.
 * A store that is away for a moment releases it. Errors: others of the source and the store; the import is then marked
 * as failed with the reason, its place kept.
 */
export async function runImport(parts: ImportParts, source: Source, claimed: ImportDoc): Promise<ImportEnd> {
  const { db, owner, now, signal, log } = parts
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const heartbeat = setInterval(() => {
    void renewImport(db, claimed._id, owner, now())
      .then((kept) => {
        if (!kept) stop.abort(new LeaseLost())
      })
      // The store may be away for a moment; the next write tells.
      .catch(() => undefined)
  }, heartbeatMilliseconds)
  try {
    await upsertCollections(db, source.collections, now())
    const done = await writeAll(parts, source, await atItsReading(parts, source, claimed), either)
    await countCollections(db)
    await finish(db, claimed, owner, done, now())
    return 'done'
  } catch (error) {
    if (error instanceof LeaseLost || stop.signal.aborted) return 'lost'
    if (signal.aborted || isPassing(error)) {
      // When the store is still away, the lease runs out instead.
      await releaseImport(db, claimed._id, owner).catch(() => undefined)
      return 'released'
    }
    const message = error instanceof Error ? error.message.slice(0, 500) : 'unknown'
    log.warn({ source: source.name, error: message }, 'import failed')
    await importsIn(db).updateOne(
      { _id: claimed._id, owner },
      { $set: { state: 'failed', error: message, finishedAt: now() }, $unset: { owner: '', leaseUntil: '' } },
    )
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}

/** The store went away for a moment, as when it is started again: no reason to give an import up. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    (error instanceof MongoError && error.hasErrorLabel('RetryableWriteError'))
  )
}

/** A place in another reading of the source is no place in this one: begin anew, what is stored is not written again. */
async function atItsReading(
  { db, owner }: ImportParts,
  { reading }: Source,
  claimed: ImportDoc,
): Promise<ImportDoc> {
  if ((claimed.reading ?? 1) === reading) return claimed
  await importsIn(db).updateOne(
    { _id: claimed._id, owner },
    { $set: { reading, done: 0 }, $unset: { mended: '' } },
  )
  return { ...claimed, reading, done: 0 }
}

async function writeAll(
  parts: ImportParts,
  source: Source,
  claimed: ImportDoc,
  signal: AbortSignal,
): Promise<number> {
  let place = 0
  let batch: RecordInput[] = []
  let mended = new Map<string, number>()
  let batches = 0
  const written = new Set<string>()
  let persons = new Map<string, PersonContent>()
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    for (const id of persons.keys()) if (written.has(id)) persons.delete(id)
    await writeBatch(parts, claimed, place, { batch, persons: [...persons.values()], mended })
    for (const id of persons.keys()) written.add(id)
    if (batches++ % countEvery === 0) await countCollections(parts.db)
    batch = []
    mended = new Map()
    persons = new Map()
  }
  for await (const entry of source.entries(claimed.scope, signal)) {
    signal.throwIfAborted()
    place++
    if (place <= claimed.done) continue
    const made = entry.make()
    batch.push(made.input)
    for (const kind of made.mendings ?? []) mended.set(kind, (mended.get(kind) ?? 0) + 1)
    for (const person of made.persons) persons.set(person.id, person)
    if (batch.length >= (place <= batchSize ? firstBatchSize : batchSize)) await flush()
  }
  await flush()
  return place
}

interface Written {
  readonly batch: readonly RecordInput[]
  readonly persons: readonly PersonContent[]
  /** Number by kind. */
  readonly mended: ReadonlyMap<string, number>
}

async function writeBatch(
  { db, owner, now, log }: ImportParts,
  claimed: ImportDoc,
  place: number,
  { batch, persons, mended }: Written,
): Promise<void> {
  const at = now()
  // Persons first: a record never names a person whom the store does not know.
  await upsertPersons(db, persons, at)
  const { inserted, updated, unchanged, refused } = await upsertMany(db, batch, at)
  for (const reason of refused.slice(0, 5))
    log.warn({ source: claimed._id, reason: reason.message }, 'record refused')
  const kept = await importsIn(db).updateOne(
    { _id: claimed._id, owner, state: 'running' },
    {
      $set: { done: place, total: Math.max(claimed.total, place), leaseUntil: leaseFrom(now()) },
      $inc: {
        inserted,
        updated,
        unchanged,
        refused: refused.length,
        ...Object.fromEntries([...mended].map(([kind, times]) => [`mended.${kind}`, times])),
      },
    },
  )
  if (kept.matchedCount === 0) throw new LeaseLost(`Import ${claimed._id} was cancelled or taken over.`)
}

/** Done, or queued again when the whole source was asked for meanwhile. */
async function finish(db: Db, claimed: ImportDoc, owner: string, done: number, at: Date): Promise<void> {
  const imports = importsIn(db)
  const more = await imports.updateOne(
    { _id: claimed._id, owner, state: 'running', next: 'all' },
    {
      $set: { state: 'queued', scope: 'all', done: 0, requestedAt: at },
      $unset: { next: '', owner: '', leaseUntil: '' },
    },
  )
  if (more.matchedCount === 1) return
  await imports.updateOne(
    { _id: claimed._id, owner, state: 'running' },
    { $set: { state: 'done', done, total: done, finishedAt: at }, $unset: { owner: '', leaseUntil: '' } },
  )
}
