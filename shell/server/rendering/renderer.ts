/** Renders one release in a worker thread: deadline, restart after a hang, rest after repeated faults. */
import { Worker } from 'node:worker_threads'
import {
  GqlUnavailable,
  type DocumentAnswer,
  type DocumentRequest,
  type ExtensionRequest,
  type ExtensionResult,
  type GqlResult,
  type RenderRequest,
  type RenderResult,
} from '@shuxiang/sdk/contract'
import type { GatewayCall } from '@shuxiang/gateway-client'
import type { Done, FromWorker, Task, ToWorker, WorkerStart } from './protocol.ts'
import { restAfterFaults } from './rest.ts'

export type Ask = (
  operation: { readonly id: string; readonly name: string },
  variables: unknown,
  call: GatewayCall,
) => Promise<GqlResult<unknown>>

export interface Unavailable {
  readonly kind: 'unavailable'
  /** For the log. */
  readonly reason: string
}
/** Without a result the browser renders. */
export type Rendering<Result> = { readonly kind: 'rendered'; readonly result: Result } | Unavailable

export interface RendererOptions {
  /** File URL of the server entry; its bytes are already proved against the release. */
  readonly entry: string
  readonly ask: Ask
  readonly onProblem: (reason: string) => void
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** What pages ask of a release. */
export interface TaskRenderer {
  /** Settles at the deadline at the latest and never rejects. */
  renderPage(request: RenderRequest, deadlineMs: number): Promise<Rendering<RenderResult>>
  /** The same for one of its extensions, by its place in `microfrontend.json`. */
  renderExtension(
    index: number,
    request: ExtensionRequest,
    deadlineMs: number,
  ): Promise<Rendering<ExtensionResult>>
  /** The same for a document beside one of its pages. */
  renderDocument(
    page: number,
    request: DocumentRequest,
    deadlineMs: number,
  ): Promise<Rendering<DocumentAnswer>>
}

/** Renders for the portal; `forTenant` for the branch site of a library: what is asked is then asked for it. */
export interface MicrofrontendRenderer extends TaskRenderer {
  /** Settles when the thread can render, or has ended. */
  readonly ready: Promise<void>
  forTenant(tenant: string): TaskRenderer
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

/** Name of a task among what may rest; `thread` is all of them. */
const nameOf = (task: Task): string => (task.what === 'page' ? 'page' : `${task.what} ${task.index}`)

interface Job {
  readonly task: Task
  /** The library for whose branch site it is; null: for the portal. */
  readonly tenant: string | null
  readonly stop: AbortController
  calls: number
  finish(outcome: Done | Unavailable): void
}

/** One for all tasks: to make one takes a trace of the calls that led here. */
const OVER = new DOMException('the task is over', 'AbortError')

/** Only a worker of another version would answer so. */
const CONFUSED = 'the thread answered another task'

const unavailable = (reason: string): Unavailable => ({ kind: 'unavailable', reason })

/** Start the thread of one release; it is there before the first reader needs it. */
export function microfrontendRenderer(options: RendererOptions): MicrofrontendRenderer {
  const jobs = new Map<number, Job>()
  let worker: Worker | null = null
  let ids = 0
  let closed = false
  let announceReady = (): void => {}
  const rest = restAfterFaults({ now: options.now, onRest: options.onProblem })
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
      fault('thread', `thread ended with code ${code}`)
      for (const job of [...jobs.values()]) job.finish(unavailable('thread ended'))
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
      rest.works('thread')
      rest.works(nameOf(job.task))
      return job.finish(message.done)
    }
    const name = nameOf(job.task)
    fault(name, `render of ${name} failed: ${message.message.slice(0, 300)}`)
    job.finish(unavailable('render failed'))
  }

  async function answer(
    id: number,
    job: Job,
    { call, operation, variables }: Extract<FromWorker, { type: 'ask' }>,
  ): Promise<void> {
    try {
      if (++job.calls > MOST_CALLS) throw new GqlUnavailable(`one render may ask ${MOST_CALLS} times`, false)
      const result = await options.ask(operation, variables, {
        requestId: job.task.request.requestId,
        signal: job.stop.signal,
        tenant: job.tenant,
      })
      send({ type: 'answer', id, call, result })
    } catch (error) {
      if (job.stop.signal.aborted) return
      const retryable = error instanceof GqlUnavailable && error.retryable
      const message = error instanceof Error ? error.message : String(error)
      send({ type: 'unavailable', id, call, message, retryable })
    }
  }

  function fault(what: string, reason: string): void {
    options.onProblem(reason)
    rest.fault(what)
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

  function run(tenant: string | null, task: Task, deadlineMs: number): Promise<Done | Unavailable> {
    if (closed) return Promise.resolve(unavailable('closed'))
    if (rest.isResting('thread') || rest.isResting(nameOf(task)))
      return Promise.resolve(unavailable('resting'))
    if (jobs.size >= MOST_AT_ONCE) return Promise.resolve(unavailable('busy'))
    worker ??= begin()
    const id = ++ids
    return new Promise((resolve) => {
      const deadline = setTimeout(() => {
        job.finish(unavailable(`not rendered within ${deadlineMs} ms`))
        send({ type: 'abort', id })
        proveAlive(id)
      }, deadlineMs)
      const job: Job = {
        task,
        tenant,
        stop: new AbortController(),
        calls: 0,
        finish(outcome) {
          if (!jobs.delete(id)) return
          clearTimeout(deadline)
          job.stop.abort(OVER)
          resolve(outcome)
        },
      }
      jobs.set(id, job)
      send({ type: 'render', id, task })
    })
  }

  const asking = (tenant: string | null): TaskRenderer => ({
    async renderPage(request, deadlineMs) {
      const outcome = await run(tenant, { what: 'page', request }, deadlineMs)
      if ('kind' in outcome) return outcome
      return outcome.what === 'page' ? { kind: 'rendered', result: outcome.result } : unavailable(CONFUSED)
    },
    async renderExtension(index, request, deadlineMs) {
      const outcome = await run(tenant, { what: 'extension', index, request }, deadlineMs)
      if ('kind' in outcome) return outcome
      return outcome.what === 'extension'
        ? { kind: 'rendered', result: outcome.result }
        : unavailable(CONFUSED)
    },
    async renderDocument(index, request, deadlineMs) {
      const outcome = await run(tenant, { what: 'document', index, request }, deadlineMs)
      if ('kind' in outcome) return outcome
      return outcome.what === 'document'
        ? { kind: 'rendered', result: outcome.result }
        : unavailable(CONFUSED)
    },
  })

  worker = begin()
  return {
    ready,
    ...asking(null),
    forTenant: asking,
    async close() {
      closed = true
      for (const job of [...jobs.values()]) job.finish(unavailable('closed'))
      for (const alive of [...pongs.values()]) alive()
      await worker?.terminate()
    },
  }
}
