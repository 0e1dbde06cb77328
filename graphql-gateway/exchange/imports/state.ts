// The state of imports: one document a source, which survives its worker and tells readers how far it is.
import type { Scope } from '@shuxiang/record/source'
import type { Db } from 'mongodb'
import { isHeld, wakeImport } from './queue.ts'

export interface ImportDoc {
  /** Name of the source. */
  readonly _id: string
  readonly scope: Scope
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  /** The last checkpoint up to which everything is stored; absent at the beginning. */
  readonly place?: Place
  /** The token since which this run asks for changes; absent when it asks for everything. */
  readonly since?: string
  /** Where the last whole run ended. */
  readonly ended?: { readonly token: string; readonly scope: Scope; readonly reading: number }
  /** Records put and removed so far, for those who watch. */
  readonly done: number
  readonly total: number
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  readonly refused: number
  /** Absent before sources could remove. */
  readonly removed?: number
  readonly requestedAt: Date
  readonly finishedAt?: Date
  /**
   * Of the run at work. Every write of a run names it, so that a worker which was silent so long that another one took
   * its import up cannot move the place under that one's feet: the queue's lock alone does not keep it from that.
   */
  readonly run?: string
  /** A larger scope that was asked for while a smaller one runs. */
  readonly next?: Scope
  /** How the source was read; absent before readings were counted. */
  readonly reading?: number
  /** What was set right in the raw data: number by kind. */
  readonly mended?: Readonly<Record<string, number>>
  /** Why it began anew in the midst of its way. */
  readonly begunAnew?: string
  /** Why it failed. */
  readonly error?: string
}

/** A place in a source, and how many changes were told before it. */
export interface Place {
  readonly token: string
  readonly done: number
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
  for await (const { _id, done, total } of importsIn(db).find({ state: 'running' }).sort({ _id: 1 }))
    if (await isHeld(db, _id, now)) return { source: _id, done, total }
  return null
}

/** Counts at the beginning of a run. */
export const fresh = { done: 0, inserted: 0, updated: 0, unchanged: 0, refused: 0, removed: 0 }

/** What a run leaves behind that the next one must not find; `owner` and `leaseUntil` were written by former versions. */
export const leftOfRun = {
  place: '',
  since: '',
  mended: '',
  run: '',
  begunAnew: '',
  finishedAt: '',
  error: '',
  next: '',
  owner: '',
  leaseUntil: '',
} as const

/**
 * Asks for an import; a worker takes it up. One that runs or waits already is left as it is, and goes on to the whole
 * source when that is asked for meanwhile.
 */
export async function requestImport(
  db: Db,
  request: { readonly source: string; readonly scope: Scope; readonly reading?: number },
  now: Date,
): Promise<void> {
  const { source, scope, reading = 1 } = request
  const imports = importsIn(db)
  const begun = { scope, state: 'queued' as const, total: 0, reading, requestedAt: now, ...fresh }
  await imports.updateOne({ _id: source }, { $setOnInsert: begun }, { upsert: true })
  const ended = await imports.updateOne(
    { _id: source, state: { $in: ['done', 'failed', 'cancelled'] } },
    { $set: begun, $unset: leftOfRun },
  )
  if (ended.modifiedCount === 0 && scope === 'all')
    await imports.updateOne(
      { _id: source, scope: 'first', state: { $in: ['queued', 'running'] } },
      { $set: { next: 'all' } },
    )
  await wakeImport(db, source, now)
}

/** Stops an import at its next step. False when none runs or waits. */
export async function cancelImport(db: Db, source: string, now: Date): Promise<boolean> {
  const result = await importsIn(db).updateOne(
    { _id: source, state: { $in: ['queued', 'running'] } },
    { $set: { state: 'cancelled', finishedAt: now }, $unset: { run: '', next: '' } },
  )
  return result.modifiedCount === 1
}
