// Runs the parts of the product as child processes: starts them in order, restarts one that dies, stops all cleanly.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createLogFile, type LogFile } from './log-file.ts'
import type { Part } from './parts.ts'
import { root } from './paths.ts'

export interface SupervisorEvents {
  /** A part says it is ready, for the first time or again. */
  ready(part: Part): void
  /** A part ended by itself and is started again after `delay` ms. */
  restarting(part: Part, code: number | null, signal: NodeJS.Signals | null, delay: number): void
  /** A part cannot start: it said why in `sentence`, and trying again would not help. */
  failed(part: Part, sentence: string): void
}

export interface Supervisor {
  start(): void
  /** Ask every part to stop, wait up to 12 s, then end what is left. */
  stop(): Promise<void>
}

/** Exit code by which a part says that its configuration or the machine is at fault: it is not restarted. */
const MISCONFIGURED = 78
const STOP_WITHIN = 12_000

export function createSupervisor(options: {
  readonly parts: readonly Part[]
  readonly env: NodeJS.ProcessEnv
  readonly logDir: string
  /** Where `<part>.pid` files go, for those who watch or test the parts. */
  readonly runDir: string
  readonly on: SupervisorEvents
}): Supervisor {
  const children = new Map<Part['name'], ChildProcess>()
  const logs = new Map<Part['name'], LogFile>()
  const readyOnce = new Set<Part['name']>()
  const timers = new Set<NodeJS.Timeout>()
  let stopping = false
  mkdirSync(options.runDir, { recursive: true })

  const startPart = (part: Part, failures: number): void => {
    const began = Date.now()
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        `--max-old-space-size=${part.heap}`,
        resolve(root, part.file),
      ],
      // Its own process group: Ctrl-C of the terminal reaches the supervisor only, which stops the parts in order.
      { cwd: root, env: options.env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
    )
    children.set(part.name, child)
    if (child.pid !== undefined) writeFileSync(join(options.runDir, `${part.name}.pid`), String(child.pid))
    const log = logs.get(part.name) ?? createLogFile(join(options.logDir, `${part.name}.log`))
    logs.set(part.name, log)
    let lastWords = ''
    child.stdout?.on('data', (chunk: Buffer) => log.write(chunk))
    child.stderr?.on('data', (chunk: Buffer) => {
      lastWords = (lastWords + chunk.toString()).slice(-2000)
      log.write(chunk)
    })
    child.on('message', (message) => {
      if (!isReady(message) || stopping) return
      options.on.ready(part)
      if (readyOnce.has(part.name)) return
      readyOnce.add(part.name)
      for (const next of options.parts) if (next.after === part.name) startPart(next, 0)
    })
    child.on('error', () => {})
    child.on('exit', (code, signal) => {
      children.delete(part.name)
      rmSync(join(options.runDir, `${part.name}.pid`), { force: true })
      if (stopping) return
      if (code === MISCONFIGURED) {
        options.on.failed(part, lastWords.trim() || `The part "${part.name}" could not start.`)
        return
      }
      const quick = Date.now() - began < 10_000
      const count = quick ? failures + 1 : 1
      const delay = Math.min(5_000, 250 * 2 ** (count - 1))
      options.on.restarting(part, code, signal, delay)
      const timer = setTimeout(() => {
        timers.delete(timer)
        if (!stopping) startPart(part, count)
      }, delay)
      timers.add(timer)
    })
  }

  return {
    start() {
      for (const part of options.parts) if (part.after === null) startPart(part, 0)
    },
    async stop() {
      stopping = true
      for (const timer of timers) clearTimeout(timer)
      const running = [...children.values()]
      const gone = running.map((child) =>
        child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null,
      )
      // The gateway owns the store: it goes last, when nobody writes any more.
      const gateway = children.get('gateway')
      for (const child of running) if (child !== gateway) child.kill('SIGTERM')
      const deadline = setTimeout(() => {
        for (const child of running) child.kill('SIGKILL')
      }, STOP_WITHIN)
      await Promise.all(gone.filter((_, i) => running[i] !== gateway))
      gateway?.kill('SIGTERM')
      await Promise.all(gone)
      clearTimeout(deadline)
      for (const log of logs.values()) log.close()
      logs.clear()
    },
  }
}

function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready'
}
