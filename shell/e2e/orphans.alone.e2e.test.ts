// The starter is killed at twenty moments of its start and its work: nothing that it started is left fifteen seconds later.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { freePort } from '../cli/port.ts'
import { imported, startProduct, waitFor } from './product.ts'

/** When the starter is killed: so many milliseconds after so many processes of the product were seen. */
interface Moment {
  readonly processes: number
  readonly after: number
}
const everything = 5
const moments: readonly Moment[] = [
  ...[0, 50, 150, 300, 500].map((after) => ({ processes: 1, after })),
  ...[0, 100, 250, 500, 750, 1_000].map((after) => ({ processes: 3, after })),
  ...[0, 200, 400].map((after) => ({ processes: 4, after })),
  ...[0, 200, 500, 1_000, 2_000, 4_000].map((after) => ({ processes: everything, after })),
]
const atOnce = 4
const leftWithin = 15_000
const root = resolve(import.meta.dirname, '..', '..')

interface Left {
  readonly pid: number
  readonly program: string
}

/** Processes that were started with this data folder, by what the system knows of them. */
function runningIn(dataDir: string): readonly Left[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`DATA_DIR=${dataDir}\0`)) return []
        if (/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return []
        return [
          { pid: Number(pid), program: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') },
        ]
      } catch {
        // It ended while it was looked at.
        return []
      }
    })
}

function start(dataDir: string, ports: readonly [number, number]): ChildProcess {
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'shell', 'cli', 'main.ts'), 'start'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(ports[0]),
        IDENTITY_PORT: String(ports[1]),
        DATA_DIR: dataDir,
        FIRST_IMPORT: '300',
      },
    },
  )
}

/** Starts, kills at the moment, and tells what is left at the end of the time. */
async function killedAt(moment: Moment): Promise<{ moment: Moment; left: readonly Left[] }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shuxiang-orphans-'))
  const starter = start(dataDir, [await freePort(), await freePort()])
  try {
    await waitFor(
      async () => runningIn(dataDir).length >= moment.processes,
      60_000,
      () => `only ${runningIn(dataDir).length} processes came up`,
      20,
    )
    await pause(moment.after)
    starter.kill('SIGKILL')
    await once(starter, 'exit')
    const until = performance.now() + leftWithin
    while (runningIn(dataDir).length > 0 && performance.now() < until) await pause(100)
    return { moment, left: runningIn(dataDir) }
  } finally {
    for (const { pid } of runningIn(dataDir)) process.kill(pid, 'SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

test.skipIf(process.platform !== 'linux')(
  'a starter killed at twenty moments leaves nothing behind',
  { timeout: 300_000 },
  async () => {
    const waiting = [...moments]
    const outcomes: Awaited<ReturnType<typeof killedAt>>[] = []
    const take = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        outcomes.push(await killedAt(next))
    }
    await Promise.all(Array.from({ length: atOnce }, take))
    expect(outcomes).toHaveLength(moments.length)
    expect(outcomes.filter(({ left }) => left.length > 0)).toEqual([])
  },
)

test.skipIf(process.platform !== 'linux')(
  'logs on a full disk do not keep the product from starting, serving and ending',
  { timeout: 180_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'shuxiang-full-log-'))
    mkdirSync(join(dataDir, 'logs'))
    for (const part of ['gateway', 'identity', 'jobs', 'shell', 'store'])
      for (const name of [`${part}.log`, `${part}.output.log`])
        symlinkSync('/dev/full', join(dataDir, 'logs', name))
    const product = await startProduct({ dataDir, firstImport: 50 })
    await imported(product, 25)
    expect((await fetch(`${product.origin}/search?q=月`)).status).toBe(200)
    expect(await product.stop()).toBe(0)
    await waitFor(
      async () => runningIn(dataDir).length === 0,
      leftWithin,
      () => `left: ${JSON.stringify(runningIn(dataDir))}`,
    )
    rmSync(dataDir, { recursive: true, force: true })
  },
)
