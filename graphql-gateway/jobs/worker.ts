// The worker: an agenda on the store, and the jobs that it is given.
import { createHash } from 'node:crypto'
import { MongoBackend } from '@agendajs/mongo-backend'
import { lockMilliseconds, queueCollection } from '@shuxiang/exchange/queue'
import type { Job, JobParts } from '@shuxiang/subgraph-kit/module'
import { Agenda, type Job as QueuedJob } from 'agenda'
import { ObjectId, type Db } from 'mongodb'

/** What the worker needs; the composition root gives it. */
export interface WorkerParts extends JobParts {
  /** Name of this process among all workers. */
  readonly owner: string
  readonly jobs: readonly Job[]
  /** How often it looks for due jobs, in milliseconds. */
  readonly lookEvery: number
  /** Milliseconds that a worker may be silent before another one takes its jobs up; for tests. */
  readonly lockFor?: number
}

export interface Worker {
  /** Stops taking jobs, lets those that run keep their place, and resolves when nothing runs any more. */
  stop(): Promise<void>
}

/** Jobs that one worker runs at once. */
const atOnce = 4

export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { db, log, lookEvery, jobs, lockFor = lockMilliseconds } = parts
  const ending = new AbortController()
  const running = new Set<Promise<void>>()
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection: queueCollection }),
    name: parts.owner,
    processEvery: lookEvery,
    maxConcurrency: atOnce,
    lockLimit: atOnce,
    defaultLockLifetime: lockFor,
  })
  agenda.on('error', (error: Error) => log.warn({ err: error }, 'the job queue does not answer'))
  for (const job of jobs)
    agenda.define(
      job.name,
      async (queued) => {
        const work = runOnce(parts, job, queued, { ending: ending.signal, lockFor })
        running.add(work)
        await work.finally(() => running.delete(work))
      },
      { concurrency: 1, lockLimit: 1, lockLifetime: lockFor },
    )
  await agenda.start()
  for (const job of jobs) await queue(db, job, parts.now())
  return {
    async stop() {
      ending.abort()
      await Promise.allSettled([...running])
      await agenda.stop(false)
    },
  }
}

/** Runs a job under its lock, as long as it has it. What goes wrong is logged here: the job runs again when its time comes. */
async function runOnce(
  parts: WorkerParts,
  job: Job,
  queued: QueuedJob,
  { ending, lockFor }: { readonly ending: AbortSignal; readonly lockFor: number },
): Promise<void> {
  const lost = new AbortController()
  let touched = performance.now()
  const touching = setInterval(() => {
    // Silent for so long it has lost its lock, and must not take it from who has it now.
    if (performance.now() - touched > lockFor) return lost.abort()
    const at = performance.now()
    queued.touch().then(
      () => (touched = at),
      // A queue that is away for a moment is no reason yet.
      () => undefined,
    )
  }, lockFor / 4)
  const signal = AbortSignal.any([ending, lost.signal])
  try {
    await job.run(parts, signal)
  } catch (error) {
    if (!signal.aborted) parts.log.warn({ job: job.name, err: error }, 'a job failed; it runs again')
  } finally {
    clearInterval(touching)
  }
}

/** The part of a queued job that is written here; the queue adds to it. */
interface JobDoc {
  readonly _id: ObjectId
  readonly name: string
  readonly type: string
  readonly priority: number
  readonly nextRunAt: Date
  readonly lockedAt: null
  readonly repeatInterval: number
}

/**
 * Puts a job into the queue, once however many workers do: its id follows from its name. Agenda's own `every` would
 * take the lock from a worker that runs the job now.
 */
async function queue(db: Db, { name, every }: Job, now: Date): Promise<void> {
  const jobs = db.collection<JobDoc>(queueCollection)
  const _id = new ObjectId(createHash('sha256').update(name).digest('hex').slice(0, 24))
  await jobs.updateOne(
    { _id },
    {
      $setOnInsert: { name, type: 'normal', priority: 0, nextRunAt: now, lockedAt: null },
      $set: { repeatInterval: every },
    },
    { upsert: true },
  )
  // Put there by a former version.
  await jobs.deleteMany({ name, _id: { $ne: _id } })
}
