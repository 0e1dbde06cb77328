// Runs the parts of the product as child processes: starts them in order, restarts one that dies, stops all cleanly.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openOutputFile, type OutputFile } from './output-file.ts'
import type { Part } from './parts.ts'
import { root } from './paths.ts'

export interface SupervisorEvents {
  /** A part says it is ready, for the first time or again; `said` are lines for whoever started the product. */
  ready(part: Part, said: readonly string[]): void
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
const BOUND_EVERY = 60_000

/** Gives memory back when a part, or one of its threads, comes to rest. */
const rest = import.meta.resolve('@shuxiang/process/rest')

export function createSupervisor(options: {
  readonly parts: readonly Part[]
  readonly env: NodeJS.ProcessEnv
  /** Where each part writes its log, and what it prints beside it. */
  readonly logDir: string
  /** Where `<part>.pid` files go, for those who watch or test the parts. */
  readonly runDir: string
  readonly on: SupervisorEvents
}): Supervisor {
  const children = new Map<Part['name'], ChildProcess>()
  const outputs = new Map<Part['name'], OutputFile>()
  const readyOnce = new Set<Part['name']>()
  const timers = new Set<NodeJS.Timeout>()
  let stopping = false
  mkdirSync(options.runDir, { recursive: true })
  const bounding = setInterval(() => {
    for (const output of outputs.values()) output.bound()
  }, BOUND_EVERY)
  bounding.unref()

  const startPart = (part: Part, failures: number): void => {
    const began = Date.now()
    // A file and no pipe: a part must not wait for this process to read, nor be ended by its end.
    const output = outputs.get(part.name) ?? openOutputFile(join(options.logDir, `${part.name}.output.log`))
    outputs.set(part.name, output)
    output.begin()
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        `--max-old-space-size=${part.heap}`,
        `--max-semi-space-size=${part.young}`,
        `--import=${rest}`,
        resolve(root, part.file),
      ],
      // Its own process group: Ctrl-C of the terminal reaches the supervisor only, which stops the parts in order.
      {
        cwd: root,
        // glibc else keeps up to eight arenas a core, each with what its threads once needed, and gives little back.
        env: {
          MALLOC_ARENA_MAX: '2',
          MALLOC_TRIM_THRESHOLD_: '131072',
          ...options.env,
          LOG_FILE: join(options.logDir, `${part.name}.log`),
        },
        stdio: ['ignore', output.handle, output.handle, 'ipc'],
        detached: true,
      },
    )
    children.set(part.name, child)
    if (child.pid !== undefined) writeFileSync(join(options.runDir, `${part.name}.pid`), String(child.pid))
    child.on('message', (message) => {
      if (!isReady(message) || stopping) return
      options.on.ready(part, saidIn(message))
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
        options.on.failed(part, output.lastWords() || `The part "${part.name}" could not start.`)
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
      clearInterval(bounding)
      for (const output of outputs.values()) output.close()
      outputs.clear()
    },
  }
}

function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready'
}

function saidIn(message: unknown): readonly string[] {
  if (typeof message !== 'object' || message === null || !('said' in message)) return []
  return Array.isArray(message.said) ? message.said.filter((line) => typeof line === 'string') : []
}
