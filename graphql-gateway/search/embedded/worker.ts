/** The thread that holds the embedded index: calls in, replies out, writes in slices between searches. */

import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { ANALYSIS_VERSION } from '../analysis/version.ts'
import { QueryRefused, type SearchDoc } from '../contract.ts'
import { FtsReader, type Checkpoint } from './fts-reader.ts'
import type { Call, FailureKind, Operations, OperationName, Reply, WorkerSetup } from './protocol.ts'
import { clearTables, openDatabase } from './schema.ts'
import { searchState } from './searcher.ts'
import { loadState } from './state.ts'
import { Writer } from './writer.ts'

/** A search that arrives during a write waits at most about this long, in milliseconds. */
const SLICE = 12

class Stopped extends Error {
  override readonly name = 'Stopped'
}

const setup: WorkerSetup = workerData
const db = openDatabase(setup.file)
let parts = open()

function open(): { state: ReturnType<typeof loadState>; reader: FtsReader; writer: Writer } {
  const state = loadState(db)
  return { state, reader: new FtsReader(db, state.columns), writer: new Writer(db, state) }
}

/** Writes follow each other; searches go between their slices. */
let writing: Promise<unknown> = Promise.resolve()

function enqueue(write: () => Promise<void>): Promise<null> {
  const done = writing.then(write).then(() => null)
  writing = done.catch(() => undefined)
  return done
}

async function transaction(steps: Iterable<() => void>): Promise<void> {
  db.exec('begin immediate')
  try {
    let sliceEnd = performance.now() + SLICE
    for (const step of steps) {
      step()
      if (performance.now() < sliceEnd) continue
      await nextTurn()
      sliceEnd = performance.now() + SLICE
    }
    db.exec('commit')
  } catch (error) {
    db.exec('rollback')
    // The columns may hold part of what was rolled back.
    parts = open()
    throw error
  }
}

function* putSteps(docs: readonly SearchDoc[]): Iterable<() => void> {
  for (const doc of docs) yield () => parts.writer.put(doc)
}

function answer(call: Call, checkpoint: Checkpoint): Promise<Operations[OperationName]['answer']> {
  switch (call.name) {
    case 'search':
      return Promise.resolve(searchState(parts.state, parts.reader, call.ask, checkpoint))
    case 'suggest': {
      const { columns, suggestions } = parts.state
      return Promise.resolve(
        suggestions.suggest(call.ask.prefix, call.ask.limit, (no) => columns.ids[no] ?? ''),
      )
    }
    case 'stats':
      return Promise.resolve({
        kind: 'embedded',
        records: parts.state.columns.count,
        analysis: ANALYSIS_VERSION,
      })
    case 'index':
      return enqueue(() => transaction(putSteps(call.ask)))
    case 'remove':
      return enqueue(() =>
        transaction(
          call.ask.map(
            ({ id, rev }) =>
              () =>
                parts.writer.remove(id, rev),
          ),
        ),
      )
    case 'refresh':
      return enqueue(async () => undefined)
    case 'clear':
      return enqueue(async () => {
        clearTables(db)
        parts = open()
      })
    case 'close':
      return enqueue(async () => db.close())
  }
}

async function handle(call: Call): Promise<Reply> {
  const checkpoint = (): void => {
    if (Atomics.load(setup.cancelled, call.slot) === call.id) throw new Stopped('The caller went away.')
    if (Date.now() > call.deadline) throw new Stopped('The search took longer than it was given.')
  }
  try {
    checkpoint()
    return { id: call.id, ok: true, answer: await answer(call, checkpoint) }
  } catch (error) {
    return {
      id: call.id,
      ok: false,
      kind: kindOf(error),
      message: error instanceof Error ? error.message : String(error),
    }
  }
}

function kindOf(error: unknown): FailureKind {
  return error instanceof QueryRefused ? 'refused' : error instanceof Stopped ? 'stopped' : 'unavailable'
}

parentPort?.on('message', (call: Call) => {
  void handle(call).then((reply) => {
    parentPort?.postMessage(reply)
    if (call.name === 'close') parentPort?.close()
  })
})
parentPort?.postMessage('ready')
