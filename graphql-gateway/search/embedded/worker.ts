/** The thread that holds the embedded index: calls in, replies out. */

import { parentPort, workerData } from 'node:worker_threads'
import { QueryRefused } from '../contract.ts'
import type { Checkpoint } from './fts-reader.ts'
import { openLocalIndex, type LocalIndex } from './local-index.ts'
import type { Answer, Call, FailureKind, FromWorker, Reply, WorkerSetup } from './protocol.ts'

/** Milliseconds between looks whether the file is still there. */
const TEND_EVERY = 2_000
/** Milliseconds from the start, and from one to the next: the first readers are served before. */
const LOOK_OVER_AFTER = 5_000
const LOOK_OVER_EVERY = 3_600_000

class Stopped extends Error {
  override readonly name = 'Stopped'
}

const setup: WorkerSetup = workerData
const tell = (message: FromWorker): void => parentPort?.postMessage(message)
const index: LocalIndex = openLocalIndex(setup.file, {
  report: (told) => tell({ id: 0, told }),
  // Ends the thread; its caller starts another, later each time.
  giveUp: (error) => setImmediate(() => Promise.reject(error)),
})
setInterval(() => index.tend(), TEND_EVERY).unref()
setTimeout(lookOver, LOOK_OVER_AFTER).unref()
setInterval(lookOver, LOOK_OVER_EVERY).unref()

/** A failure that is no damage (a closed index, a full disk) is met again by whoever uses the index. */
function lookOver(): void {
  void index.lookOver().catch((error: unknown) => {
    tell({ id: 0, told: `The search index could not be looked over: ${String(error)}` })
  })
}

async function answer(call: Call, checkpoint: Checkpoint): Promise<Answer> {
  switch (call.name) {
    case 'search':
      return index.search(call.ask, checkpoint)
    case 'suggest':
      return index.suggest(call.ask.prefix, call.ask)
    case 'meant':
      return index.meant(call.ask.text, call.ask, checkpoint)
    case 'stats':
      return index.stats()
    case 'fillPosition':
      return index.fillPosition()
    case 'index':
      return done(index.put(call.ask))
    case 'remove':
      return done(index.remove(call.ask))
    case 'refresh':
      return done(index.settled())
    case 'clear':
      return done(index.clear())
    case 'filledTo':
      return done(index.filledTo(call.ask))
    case 'pairing':
      return index.pairing()
    case 'pair':
      return done(index.pair(call.ask))
    case 'close':
      return done(index.close())
  }
}

function done(write: Promise<void>): Promise<null> {
  return write.then(() => null)
}

async function reply(call: Call): Promise<Reply> {
  const checkpoint = (): void => {
    if (Atomics.load(setup.cancelled, call.slot) === call.id) throw new Stopped('The caller went away.')
    if (Date.now() > call.deadline) throw new Stopped('The search took longer than it was given.')
  }
  try {
    checkpoint()
    return { id: call.id, ok: true, answer: await answer(call, checkpoint) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { id: call.id, ok: false, kind: kindOf(error), message }
  }
}

function kindOf(error: unknown): FailureKind {
  return error instanceof QueryRefused ? 'refused' : error instanceof Stopped ? 'stopped' : 'unavailable'
}

parentPort?.on('message', (call: Call) => {
  void reply(call).then((message) => {
    tell(message)
    if (call.name === 'close') parentPort?.close()
  })
})
