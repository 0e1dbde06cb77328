/** The thread that holds the embedded index: calls in, replies out. */

import { parentPort, workerData } from 'node:worker_threads'
import { QueryRefused } from '../contract.ts'
import type { Checkpoint } from './fts-reader.ts'
import { openLocalIndex, type LocalIndex } from './local-index.ts'
import type { Answer, Call, FailureKind, FromWorker, WorkerSetup } from './protocol.ts'

class Stopped extends Error {
  override readonly name = 'Stopped'
}

const setup: WorkerSetup = workerData
const index: LocalIndex = openLocalIndex(setup.file)

async function answer(call: Call, checkpoint: Checkpoint): Promise<Answer> {
  switch (call.name) {
    case 'search':
      return index.search(call.ask, checkpoint)
    case 'suggest':
      return index.suggest(call.ask.prefix, call.ask.limit)
    case 'stats':
      return index.stats()
    case 'needsFilling':
      return index.needsFilling()
    case 'index':
      return done(index.put(call.ask))
    case 'remove':
      return done(index.remove(call.ask))
    case 'refresh':
      return done(index.settled())
    case 'clear':
      return done(index.clear())
    case 'fillingBegun':
      return done(index.fillingBegun())
    case 'close':
      return done(index.close())
  }
}

function done(write: Promise<void>): Promise<null> {
  return write.then(() => null)
}

async function reply(call: Call): Promise<FromWorker> {
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
    parentPort?.postMessage(message)
    if (call.name === 'close') parentPort?.close()
  })
})
