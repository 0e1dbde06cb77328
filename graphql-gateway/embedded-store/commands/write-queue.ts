// Group commit: writes that arrive while another commit is under way share the next one.
import type { Keyspace } from '../keyspace/keyspace.ts'
import { describeFailure } from './errors.ts'

/** Runs write jobs in turn, many to a transaction; a job's promise settles after its data is on disk. */
export interface WriteQueue {
  run<T>(job: () => T): Promise<T>
}

interface Job {
  run: () => void
  done: () => void
  failed: (error: unknown) => void
}

/** Most jobs in one transaction, so that the first of them does not wait for ever. */
const mostJobs = 256

/**
 * A job that throws ends the transaction: each of its companions is then run alone.
 * @param restore brings what is kept in memory back to what stands on disk after a failure.
 */
export function createWriteQueue(keyspace: Keyspace, restore: () => void): WriteQueue {
  let waiting: Job[] = []
  let scheduled = false

  function commit(jobs: readonly Job[]): void {
    try {
      keyspace.write(() => {
        for (const job of jobs) job.run()
      })
    } catch (error) {
      restore()
      if (jobs.length === 1) jobs[0]?.failed(error)
      else for (const job of jobs) commit([job])
      return
    }
    for (const job of jobs) job.done()
  }

  function drain(): void {
    const jobs = waiting.slice(0, mostJobs)
    waiting = waiting.slice(mostJobs)
    scheduled = waiting.length > 0
    if (scheduled) setImmediate(drain)
    commit(jobs)
  }

  return {
    run: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        let result: { value: T } | undefined
        waiting.push({
          run: () => {
            result = { value: work() }
          },
          done: () => {
            if (result) resolve(result.value)
          },
          failed: reject,
        })
        if (scheduled) return
        scheduled = true
        setImmediate(drain)
      }),
  }
}

/** Runs a job whose refusal is an answer: it ends this command, not the transaction it shares with others. */
export async function attempt<T>(writes: WriteQueue, work: () => T): Promise<T> {
  const outcome = await writes.run((): { value: T } | { error: unknown } => {
    try {
      return { value: work() }
    } catch (error) {
      if (!describeFailure(error)) throw error
      return { error }
    }
  })
  if ('error' in outcome) throw outcome.error
  return outcome.value
}
