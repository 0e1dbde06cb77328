// Keeps the store's process running: starts it, listens to its pulse, starts it again when it stops answering.
// A process and not a thread: a thread ended inside a transaction would leave LMDB's lock held for good.
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { damageSentence, endedByDamage, startFailure, StoreUnusable } from './damage.ts'
import { isFromWorker, type FromWorker, type ToWorker, type WorkerData } from './messages.ts'

/** How long things may take, in milliseconds. */
export interface Patience {
  /** Between two questions whether the store is alive. */
  readonly pulse: number
  /** Without an answer for so long, the process is killed and started again. */
  readonly silence: number
  /** From start to listening (recovery of large files included). */
  readonly start: number
}

export const defaultPatience: Patience = { pulse: 1000, silence: 30_000, start: 120_000 }

/** A store process that is kept running. */
export interface Supervised {
  readonly uri: string
  readonly portUri: string | null
  /** Times it had to be started again. */
  readonly restarts: number
  close(): Promise<void>
}

type Log = (level: 'info' | 'warn' | 'error', message: string) => void
type Ready = Extract<FromWorker, { type: 'ready' }>

/** Time the process has to finish its work when asked to stop, in milliseconds. */
const closeTime = 8000
const longestPause = 30_000

/** Gives memory back when the store comes to rest. */
const rest = import.meta.resolve('@shuxiang/process/rest')

/**
 * Starts the process and resolves when it listens. Later failures are repaired here and only logged.
 * @param spawned hears the number of every process started, before it does anything.
 */
export async function supervise(
  data: WorkerData,
  log: Log,
  patience: Patience,
  spawned: (pid: number) => Promise<void>,
): Promise<Supervised> {
  let child: ChildProcess
  let ready: Ready = { type: 'ready', uri: '', portUri: null }
  let restarts = 0
  let failures = 0
  let closing = false
  let retry: NodeJS.Timeout | undefined

  async function start(): Promise<void> {
    const started = fork(join(import.meta.dirname, '../main.ts'), [JSON.stringify(data)], {
      execArgv: ['--max-semi-space-size=4', `--import=${rest}`],
    })
    child = started
    started.on('error', (error) => log('error', `the embedded store: ${error.message}`))
    started.on('message', (message: unknown) => {
      if (isFromWorker(message) && message.type === 'log') log(message.level, message.message)
    })
    const listening = whenReady(started, patience.start, data.file)
    // Whatever comes first: a failed start is reported by `listening`, also while the number is being noted.
    listening.catch(() => {})
    try {
      // Only for finding a process left behind: the store serves all the same when it cannot be noted.
      if (started.pid !== undefined)
        await spawned(started.pid).catch((error: unknown) =>
          log('warn', `the process of the embedded store is not noted: ${String(error)}`),
        )
      ready = await listening
    } catch (error) {
      // Two servers over one file must never be.
      await end(started)
      throw error
    }
    failures = 0
    watch(started)
  }

  function watch(watched: ChildProcess): void {
    let asked = 0
    let answered = 0
    let askedAt = performance.now()
    const timer = setInterval(() => {
      if (asked === answered) {
        askedAt = performance.now()
        post(watched, { type: 'ping', number: ++asked })
      } else if (performance.now() - askedAt > patience.silence) {
        log(
          'error',
          `the embedded store has not answered for ${patience.silence / 1000} s and is started again`,
        )
        clearInterval(timer)
        watched.kill('SIGKILL')
      }
    }, patience.pulse)
    timer.unref()
    watched.on('message', (message: unknown) => {
      if (isFromWorker(message) && message.type === 'pong') answered = message.number
    })
    watched.once('exit', (code, signal) => {
      clearInterval(timer)
      if (closing) return
      log('error', `the embedded store ended (${signal ?? code})`)
      if (endedByDamage(signal)) log('error', damageSentence(data.file))
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
      log('error', error instanceof Error ? error.message : String(error))
      retry = setTimeout(() => void again(), Math.min(longestPause, 250 * 2 ** failures))
      retry.unref()
    }
  }

  async function close(): Promise<void> {
    if (closing) return
    closing = true
    clearTimeout(retry)
    if (hasEnded(child)) return
    await new Promise<void>((resolve) => {
      const late = setTimeout(() => child.kill('SIGKILL'), closeTime)
      child.once('exit', () => {
        clearTimeout(late)
        resolve()
      })
      post(child, { type: 'close' })
    })
  }

  await start()
  return {
    get uri() {
      return ready.uri
    },
    get portUri() {
      return ready.portUri
    },
    get restarts() {
      return restarts
    },
    close,
  }
}

/** Kills a process and waits until it is gone. */
async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGKILL')
  await gone
}

/** Resolves when the process says that it listens; kills it when that takes too long. */
function whenReady(started: ChildProcess, milliseconds: number, file: string): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      started.kill('SIGKILL')
      reject(new Error(`the embedded store did not start within ${milliseconds / 1000} s`))
    }, milliseconds)
    started.on('message', (message: unknown) => {
      if (!isFromWorker(message)) return
      if (message.type === 'failed') reject(startFailure(file, message.message, message.final))
      if (message.type === 'ready') resolve(message)
      if (message.type === 'failed' || message.type === 'ready') clearTimeout(late)
    })
    started.once('exit', (code, signal) => {
      clearTimeout(late)
      reject(
        endedByDamage(signal)
          ? new StoreUnusable(damageSentence(file))
          : new Error(`the embedded store ended while starting (${signal ?? code})`),
      )
    })
  })
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

function post(child: ChildProcess, message: ToWorker): void {
  // A process that is just ending may have closed the channel; its exit says the rest.
  if (child.connected) child.send(message, () => {})
}
