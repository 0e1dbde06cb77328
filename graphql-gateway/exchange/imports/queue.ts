// The queue as imports see it: an import is a job of the queue, and the job's lock is the lease of who works on it.
import type { Db } from 'mongodb'

/** Where the queue keeps its jobs. */
export const queueCollection = 'jobs'

/** Milliseconds that a worker may be silent before its jobs count as left behind. */
export const lockMilliseconds = 15_000

/** Name of the job that imports a source. */
export const importJobName = (source: string): string => `import:${source}`

/** The part of a job that is read here; the queue writes it. */
interface QueuedJob {
  readonly name: string
  readonly lockedAt?: Date | null
  readonly nextRunAt?: Date | null
}

const jobsIn = (db: Db) => db.collection<QueuedJob>(queueCollection)

/** Whether a worker that lives holds the import of a source. */
export async function isHeld(db: Db, source: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - lockMilliseconds)
  const held = await jobsIn(db).findOne({ name: importJobName(source), lockedAt: { $gt: since } })
  return held !== null
}

/** Has the import looked at now rather than at its next time. */
export async function wakeImport(db: Db, source: string, now: Date): Promise<void> {
  await jobsIn(db).updateOne({ name: importJobName(source) }, { $set: { nextRunAt: now } })
}
