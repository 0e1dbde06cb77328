// Keeps a worker thread running: starts it, listens to its pulse, and starts it again when it stops answering.
import { Worker } from 'node:worker_threads'
import { isFromWorker, type ToWorker, type WorkerData } from './messages.ts'

/** How long things may take, in milliseconds. */
export interface Patience {
  /** Between two questions whether the worker is alive. */
  readonly pulse: number
  /** Without an answer for so long, the worker is ended and started again. */
  readonly silence: number
  /** From start to listening (recovery of large files included). */
  readonly start: number
}

export const defaultPatience: Patience = { pulse: 1000, silence: 30_000, start: 120_000 }

/** A worker that is kept running. */
export interface Supervised {
  readonly uri: string
  readonly portUri: string | null
  /** Times it had to be started again. */
  readonly restarts: number
  close(): Promise<void>
}

interface Addresses {
  readonly uri: string
  readonly portUri: string | null
}

type Log = (level: 'info' | 'warn' | 'error', message: string) => void

/** Starts the worker and resolves when it listens. Later failures are repaired here and only logged. */
export async function supervise(data: WorkerData, log: Log, patience = defaultPatience): Promise<Supervised> {
  let worker: Worker
  let addresses: Addresses = { uri: '', portUri: null }
  let restarts = 0
  let closing = false
  let failures = 0

  async function start(): Promise<void> {
    const started = new Worker(new URL('../worker.ts', import.meta.url), {
      workerData: data,
      name: 'embedded-store',
    })
    worker = started
    addresses = await ready(started)
    failures = 0
    watch(started)
  }

  function ready(started: Worker): Promise<Addresses> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        void started.terminate()
        reject(new Error(`the embedded store did not start within ${patience.start / 1000} s`))
      }, patience.start)
      const settle = (act: () => void): void => {
        clearTimeout(late)
        act()
      }
      started.on('message', (message: unknown) => {
        if (!isFromWorker(message)) return
        if (message.type === 'ready') settle(() => resolve(message))
        else if (message.type === 'failed')
          settle(() => reject(new Error(`the embedded store could not start: ${message.message}`)))
        else if (message.type === 'log') log(message.level, message.message)
      })
      started.once('error', (error) => settle(() => reject(error)))
      started.once('exit', () => settle(() => reject(new Error('the embedded store ended while starting'))))
    })
  }

  function watch(watched: Worker): void {
    let asked = 0
    let answered = 0
    let lastAnswer = performance.now()
    const timer = setInterval(() => {
      // Only silence after a question counts: the owner itself may have been held up.
      if (asked === answered) lastAnswer = performance.now()
      else if (performance.now() - lastAnswer > patience.silence) {
        log(
          'error',
          `the embedded store has not answered for ${patience.silence / 1000} s and is started again`,
        )
        clearInterval(timer)
        void watched.terminate()
        return
      }
      if (asked === answered) post(watched, { type: 'ping', number: ++asked })
    }, patience.pulse)
    timer.unref()
    watched.on('message', (message: unknown) => {
      if (isFromWorker(message) && message.type === 'pong') answered = message.number
    })
    watched.on('error', (error) => log('error', `the embedded store failed: ${error.message}`))
    watched.once('exit', () => {
      clearInterval(timer)
      if (closing) return
      restarts++
      void again()
    })
  }

  /** Tries to start until it works; waits longer each time. */
  async function again(): Promise<void> {
    if (closing) return
    try {
      await start()
      log('warn', `the embedded store runs again (restart ${restarts})`)
    } catch (error) {
      failures++
      log('error', `restart failed: ${error instanceof Error ? error.message : String(error)}`)
      setTimeout(() => void again(), Math.min(30_000, 500 * 2 ** failures)).unref()
    }
  }

  function close(): Promise<void> {
    if (closing) return Promise.resolve()
    closing = true
    return new Promise((resolve) => {
      const late = setTimeout(() => void worker.terminate(), 8000)
      worker.once('exit', () => {
        clearTimeout(late)
        resolve()
      })
      if (worker.threadId === -1) {
        clearTimeout(late)
        resolve()
        return
      }
      post(worker, { type: 'close' })
    })
  }

  await start()
  return {
    get uri() {
      return addresses.uri
    },
    get portUri() {
      return addresses.portUri
    },
    get restarts() {
      return restarts
    },
    close,
  }
}

function post(worker: Worker, message: ToWorker): void {
  worker.postMessage(message)
}
