/** Calls to the worker thread: each is answered, refused, timed out or cancelled; a dead or hung worker is replaced. */

import { Worker } from 'node:worker_threads'
import { QueryRefused, SearchUnavailable } from '../contract.ts'
import type { OperationName, Operations, FromWorker, Reply, WorkerSetup } from './protocol.ts'

/** The part of a pino logger that is used. */
export interface ThreadLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export interface ThreadOptions {
  readonly file: string
  readonly searchTime: number
  readonly hangTime: number
  readonly log?: ThreadLog
  /** The thread's program; the tests put one that misbehaves here. */
  readonly script?: URL
}

export interface Thread {
  call<Name extends OperationName>(
    name: Name,
    ask: Operations[Name]['ask'],
    signal?: AbortSignal,
  ): Promise<Operations[Name]['answer']>
  /** Finishes the writes under way, then ends the worker. Calling it again is harmless. */
  close(): Promise<void>
}

interface Pending {
  readonly answer: (reply: Reply) => void
  readonly fail: (error: Error) => void
}

/** More callers than this at once are turned away: their answers would come too late anyway. */
const MOST_CALLS = 1_024
/** A late answer is waited for this much longer than the deadline the worker itself keeps. */
const GRACE = 500
const LONGEST_RESTART_PAUSE = 10_000
/** Opening an index of a million records takes several seconds, more on a busy machine. */
const LONGEST_START = 120_000

export function createThread(options: ThreadOptions): Thread {
  const cancelled = new Int32Array(new SharedArrayBuffer(MOST_CALLS * Int32Array.BYTES_PER_ELEMENT))
  const pending = new Map<number, Pending>()
  let nextId = 1
  let closing = false
  let lastSign = Date.now()
  let answering = false
  let failures = 0
  let worker: Worker | null = start()
  const watch = setInterval(checkSigns, Math.max(50, options.hangTime / 4)).unref()

  function start(): Worker {
    const setup: WorkerSetup = { file: options.file, cancelled }
    const started = new Worker(options.script ?? new URL('worker.ts', import.meta.url), {
      workerData: setup,
      name: 'search',
    })
    lastSign = Date.now()
    answering = false
    started.on('message', (message: FromWorker) => {
      lastSign = Date.now()
      if ('told' in message) {
        options.log?.warn({}, message.told)
        return
      }
      answering = true
      failures = 0
      pending.get(message.id)?.answer(message)
    })
    started.once('error', (error) => replace(started, error))
    started.once('exit', (code) => replace(started, new Error(`The search worker ended with code ${code}.`)))
    return started
  }

  /** Fails what was asked of the old worker and starts another, later each time it fails again. */
  function replace(old: Worker, cause: Error): void {
    if (worker !== old || closing) return
    worker = null
    failAll(new SearchUnavailable(`Search stopped and is being started again: ${cause.message}`))
    const pause = failures === 0 ? 0 : Math.min(LONGEST_RESTART_PAUSE, 100 * 2 ** failures)
    failures++
    options.log?.warn({ err: cause, pause }, 'Search worker lost; starting another')
    void old.terminate()
    setTimeout(() => {
      if (!closing) worker = start()
    }, pause)
  }

  function failAll(error: Error): void {
    for (const waiting of pending.values()) waiting.fail(error)
  }

  function checkSigns(): void {
    if (!worker || pending.size === 0) return
    const patience = answering ? options.hangTime : LONGEST_START
    if (Date.now() - lastSign > patience) replace(worker, new Error('it did not answer in time.'))
    else worker.postMessage({ id: 0, name: 'stats', ask: null, deadline: Infinity, slot: 0 })
  }

  function send<Name extends OperationName>(
    name: Name,
    ask: Operations[Name]['ask'],
    signal: AbortSignal | undefined,
  ): Promise<Operations[Name]['answer']> {
    const target = worker
    if (!target) throw new SearchUnavailable('Search is being started again; try once more in a moment.')
    if (pending.size >= MOST_CALLS && name !== 'close')
      throw new SearchUnavailable('Search has too many callers; try again later.')
    const id = nextId++
    const slot = id % MOST_CALLS
    const timed = name === 'search' || name === 'suggest' || name === 'meant'
    const deadline = timed ? Date.now() + options.searchTime : Infinity
    return new Promise((resolve, reject) => {
      const giveUp = (error: Error): void => {
        Atomics.store(cancelled, slot, id)
        settle()
        reject(error)
      }
      const onAbort = (): void => giveUp(abortReason(signal))
      const timer = timed ? setTimeout(() => giveUp(tooSlow()), options.searchTime + GRACE) : undefined
      const settle = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        pending.delete(id)
      }
      pending.set(id, {
        answer(reply) {
          settle()
          if (reply.ok) resolve(reply.answer)
          else reject(failure(reply))
        },
        fail(error) {
          settle()
          reject(error)
        },
      })
      signal?.addEventListener('abort', onAbort, { once: true })
      try {
        target.postMessage({ id, name, ask, deadline, slot })
      } catch (error) {
        settle()
        reject(new QueryRefused(`Search cannot take this as the argument of ${name}: ${String(error)}`))
      }
    })
  }

  return {
    async call(name, ask, signal) {
      if (closing) throw new SearchUnavailable('Search is closed.')
      signal?.throwIfAborted()
      return send(name, ask, signal)
    },
    async close() {
      if (closing) return
      const target = worker
      const last = target ? send('close', null, undefined) : null
      closing = true
      clearInterval(watch)
      await Promise.race([last, new Promise((resolve) => setTimeout(resolve, options.hangTime).unref())])
      failAll(new SearchUnavailable('Search is closed.'))
      await target?.terminate()
    },
  }
}

function failure(reply: Extract<Reply, { ok: false }>): Error {
  if (reply.kind === 'refused') return new QueryRefused(reply.message)
  return reply.kind === 'stopped' ? tooSlow() : new SearchUnavailable(`Search failed: ${reply.message}`)
}

function tooSlow(): Error {
  return new SearchUnavailable('The search took longer than it was given; try fewer or rarer words.')
}

function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason
  return reason instanceof Error ? reason : new Error('The search was cancelled.')
}
