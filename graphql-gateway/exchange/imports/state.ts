// The state of imports: one document a source, which survives its worker and tells readers how far it is.
import type { Db } from 'mongodb'
import type { Scope } from '../source.ts'

/** How long a worker may be silent before its import counts as left behind. */
export const leaseMilliseconds = 15_000

export interface ImportDoc {
  /** Name of the source. */
  readonly _id: string
  readonly scope: Scope
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  /** Entries taken from the source, in its order: the place to resume from. */
  readonly done: number
  readonly total: number
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  readonly refused: number
  readonly requestedAt: Date
  readonly finishedAt?: Date
  /** Who works on it, and until when silence is no sign of death. */
  readonly owner?: string
  readonly leaseUntil?: Date
  /** A larger scope that was asked for while a smaller one runs. */
  readonly next?: Scope
  /** How the source was read; absent before readings were counted. */
  readonly reading?: number
  /** What was set right in the raw data: number by kind. */
  readonly mended?: Readonly<Record<string, number>>
  /** Why it failed. */
  readonly error?: string
}

/** What readers are told while an import is at work. */
export interface CurrentImport {
  readonly source: string
  readonly done: number
  readonly total: number
}

export const importsIn = (db: Db) => db.collection<ImportDoc>('imports')

/** The import at work now; null when there is none or its worker is gone. */
export async function currentImport(db: Db, now: Date = new Date()): Promise<CurrentImport | null> {
  const found = await importsIn(db).findOne({ state: 'running', leaseUntil: { $gt: now } })
  return found ? { source: found._id, done: found.done, total: found.total } : null
}

const fresh = { done: 0, inserted: 0, updated: 0, unchanged: 0, refused: 0 }

/**
 * Asks for an import; a worker takes it up. One that runs or waits already is left as it is, and goes on to the whole
 * source when that is asked for meanwhile.
 */
export async function requestImport(
  db: Db,
  request: {
    readonly source: string
    readonly scope: Scope
    readonly total: number
    readonly reading?: number
  },
  now: Date,
): Promise<void> {
  const { source, scope, total, reading = 1 } = request
  const imports = importsIn(db)
  await imports.updateOne(
    { _id: source },
    { $setOnInsert: { scope, state: 'queued', total, reading, requestedAt: now, ...fresh } },
    { upsert: true },
  )
  // Ended: begin anew.
  const begun = await imports.updateOne(
    { _id: source, state: { $in: ['done', 'failed', 'cancelled'] } },
    {
      $set: { scope, state: 'queued', total, reading, requestedAt: now, ...fresh },
      $unset: { mended: '', owner: '', leaseUntil: '', finishedAt: '', error: '', next: '' },
    },
  )
  if (begun.modifiedCount === 1 || scope === 'first') return
  await imports.updateOne(
    { _id: source, scope: 'first', state: { $in: ['queued', 'running'] } },
    { $set: { next: 'all' } },
  )
}

/**
 * Takes up a waiting import, or one whose worker is gone. Null when there is nothing to do.
 * `sources` are the names this worker can import.
 */
export function claimImport(
  db: Db,
  owner: string,
  sources: readonly string[],
  now: Date,
): Promise<ImportDoc | null> {
  return importsIn(db).findOneAndUpdate(
    {
      _id: { $in: [...sources] },
      $or: [{ state: 'queued' }, { state: 'running', leaseUntil: { $lte: now } }],
    },
    { $set: { state: 'running', owner, leaseUntil: leaseFrom(now) } },
    { returnDocument: 'after' },
  )
}

/** Says that the worker still lives. False when the import is its own no more. */
export async function renewImport(db: Db, source: string, owner: string, now: Date): Promise<boolean> {
  const result = await importsIn(db).updateOne(
    { _id: source, owner, state: 'running' },
    { $set: { leaseUntil: leaseFrom(now) } },
  )
  return result.matchedCount === 1
}

/** Stops an import at its next step; its place is kept. False when none runs or waits. */
export async function cancelImport(db: Db, source: string, now: Date): Promise<boolean> {
  const result = await importsIn(db).updateOne(
    { _id: source, state: { $in: ['queued', 'running'] } },
    { $set: { state: 'cancelled', finishedAt: now }, $unset: { owner: '', leaseUntil: '', next: '' } },
  )
  return result.modifiedCount === 1
}

/** Steps back from an import so that any worker may go on with it. */
export async function releaseImport(db: Db, source: string, owner: string): Promise<void> {
  await importsIn(db).updateOne(
    { _id: source, owner, state: 'running' },
    { $set: { state: 'queued' }, $unset: { owner: '', leaseUntil: '' } },
  )
}

export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + leaseMilliseconds)
}
