// The job that imports a source: its lock is the lease of who works on it.
import { randomUUID } from 'node:crypto'
import { importJobName, runImport } from '@shuxiang/exchange'
import type { Kinds } from '@shuxiang/record'
import type { Source } from '@shuxiang/record/source'
import type { Job } from '@shuxiang/subgraph-kit/module'

/**
 * Milliseconds between two looks of an idle worker. A request wakes the job; this is for what was left behind, so it
 * stays below the lifetime of a lock.
 */
const lookEvery = 10_000

/** Takes up what waits or was left behind, and goes on while more is asked for. Records of `kinds` are taken. */
export function importJob(source: Source, kinds: Kinds): Job {
  return {
    name: importJobName(source.name),
    every: lookEvery,
    async run({ db, now, log }, signal) {
      while (!signal.aborted) {
        const end = await runImport({ db, kinds, now, log, signal, newRun: randomUUID }, source)
        if (end !== 'done') return
      }
    },
  }
}
