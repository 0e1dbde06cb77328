/** Renders one release in a worker thread: deadline, restart after a hang, rest after repeated faults. */
import { Worker } from 'node:worker_threads'
import { GqlUnavailable, type GqlResult, type RenderRequest, type RenderResult } from '@shuxiang/sdk/contract'
import type { FromWorker, ToWorker, WorkerStart } from './protocol.ts'

export type Ask = (
  operation: { readonly id: string; readonly name: string },
  variables: unknown,
  call: { readonly requestId: string; readonly signal: AbortSignal },
) => Promise<GqlResult<unknown>>

export type Rendering =
  | { readonly kind: 'rendered'; readonly result: RenderResult }
  /** The browser renders; `reason` is for the log. */
  | { readonly kind: 'unavailable'; readonly reason: string }

export interface RendererOptions {
  /** File URL of the server entry; its bytes are already proved against the release. */
  readonly entry: string
  readonly ask: Ask
  readonly onProblem: (reason: string) => void
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

export interface MicrofrontendRenderer {
  /** Settles when the thread can render, or has ended. */
  readonly ready: Promise<void>
  /** Settles at the deadline at the latest and never rejects. */
  render(request: RenderRequest, deadlineMs: number): Promise<Rendering>
  /** Ends the thread. */
  close(): Promise<void>
}

/** A thread that uses more is ended by Node and started again. */
const MEMORY_MB = 192
/** More requests at once than this are left to their browsers. */
const MOST_AT_ONCE = 64
/** A thread that does not answer a ping this long after a missed deadline hangs in a loop. */
const HANG_MS = 1_000
/** Bounds the questions one render may ask. */
const MOST_CALLS = 50
/** After this many faults in a row the thread rests, so that a broken release does not cost every page its deadline. */
const FAULTS_TO_REST = 5
const REST_MS = 10_000

interface Job {
  readonly request: RenderRequest
  readonly stop: AbortController
  calls: number
  finish(rendering: Rendering): void
}

/** Start the thread of one release; it is there before the first reader needs it. */
export function microfrontendRenderer(options: RendererOptions): MicrofrontendRenderer {
  const jobs = new Map<number, Job>()
  let worker: Worker | null = null
  let ids = 0
  let faults = 0
  let restUntil = 0
  let closed = false
  let announceReady = (): void => {}
  const ready = new Promise<void>((resolve) => (announceReady = resolve))

  function send(message: ToWorker): void {
    worker?.postMessage(message)
  }

  function begin(): Worker {
    const workerData: WorkerStart = { entry: options.entry }
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData,
      env: {},
      stdin: false,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, stackSizeMb: 4 },
    })
    started.on('message', receive)
    started.on('error', (error) => options.onProblem(`thread failed: ${error.message}`))
    started.on('exit', (code) => {
      if (worker === started) worker = null
      announceReady()
      if (closed) return
      fault(`thread ended with code ${code}`)
      for (const job of [...jobs.values()]) job.finish({ kind: 'unavailable', reason: 'thread ended' })
    })
    // A page in progress keeps the process alive, an idle thread does not.
    started.unref()
    return started
  }

  function receive(message: FromWorker): void {
    if (message.type === 'ready') return announceReady()
    if (message.type === 'pong') return pongs.get(message.id)?.()
    const job = jobs.get(message.id)
    if (!job) return
    if (message.type === 'ask') return void answer(message.id, job, message)
    if (message.type === 'done') {
      faults = 0
      return job.finish({ kind: 'rendered', result: message.result })
    }
    fault(`render failed: ${message.message.slice(0, 300)}`)
    job.finish({ kind: 'unavailable', reason: 'render failed' })
  }

  async function answer(
    id: number,
    job: Job,
    { call, operation, variables }: Extract<FromWorker, { type: 'ask' }>,
  ): Promise<void> {
    try {
      if (++job.calls > MOST_CALLS) throw new GqlUnavailable(`one render may ask ${MOST_CALLS} times`, false)
      const result = await options.ask(operation, variables, {
        requestId: job.request.requestId,
        signal: job.stop.signal,
      })
      send({ type: 'answer', id, call, result })
    } catch (error) {
      if (job.stop.signal.aborted) return
      const retryable = error instanceof GqlUnavailable && error.retryable
      const message = error instanceof Error ? error.message : String(error)
      send({ type: 'unavailable', id, call, message, retryable })
    }
  }

  function fault(reason: string): void {
    faults += 1
    options.onProblem(reason)
    if (faults < FAULTS_TO_REST) return
    faults = 0
    restUntil = options.now() + REST_MS
    options.onProblem(`resting for ${REST_MS} ms after ${FAULTS_TO_REST} faults in a row`)
  }

  const pongs = new Map<number, () => void>()
  /** A missed deadline may be a slow gateway or an endless loop; only the second blocks the thread. */
  function proveAlive(id: number): void {
    const suspect = worker
    if (suspect === null || pongs.size > 0) return
    const timer = setTimeout(() => {
      pongs.delete(id)
      options.onProblem('thread hangs and is restarted')
      void suspect.terminate()
    }, HANG_MS)
    pongs.set(id, () => {
      clearTimeout(timer)
      pongs.delete(id)
    })
    send({ type: 'ping', id })
  }

  worker = begin()
  return {
    ready,
    render(request, deadlineMs) {
      if (closed) return Promise.resolve({ kind: 'unavailable', reason: 'closed' })
      if (options.now() < restUntil) return Promise.resolve({ kind: 'unavailable', reason: 'resting' })
      if (jobs.size >= MOST_AT_ONCE) return Promise.resolve({ kind: 'unavailable', reason: 'busy' })
      worker ??= begin()
      const id = ++ids
      return new Promise((resolve) => {
        const deadline = setTimeout(() => {
          job.finish({ kind: 'unavailable', reason: `not rendered within ${deadlineMs} ms` })
          send({ type: 'abort', id })
          proveAlive(id)
        }, deadlineMs)
        const job: Job = {
          request,
          stop: new AbortController(),
          calls: 0,
          finish(rendering) {
            if (!jobs.delete(id)) return
            clearTimeout(deadline)
            job.stop.abort()
            resolve(rendering)
          },
        }
        jobs.set(id, job)
        send({ type: 'render', id, request })
      })
    },
    async close() {
      closed = true
      for (const job of [...jobs.values()]) job.finish({ kind: 'unavailable', reason: 'closed' })
      for (const alive of [...pongs.values()]) alive()
      await worker?.terminate()
    },
  }
}
