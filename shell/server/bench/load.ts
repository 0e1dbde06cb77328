/** Asks a server from another process, and tells how fast it answered and what it took of the processor. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Load {
  readonly port: number
  readonly host: string
  /** Asked in turn. */
  readonly paths: readonly string[]
  readonly seconds: number
  readonly connections: number
  /** Milliseconds of processor that the server has used so far. */
  readonly cpu: () => number
}

export interface Measured {
  /** Requests a second. */
  readonly rate: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly wrong: number
  /** Microseconds of processor a request: another measure where who asks is the slower one. */
  readonly cpu: number
}

export async function measure({ port, host, paths, seconds, connections, cpu }: Load): Promise<Measured> {
  const program = fileURLToPath(new URL('./asking.ts', import.meta.url))
  const args = [port, seconds, connections, host, paths.join(' ')].map(String)
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    let before = 0
    for await (const line of createInterface(child.stdout)) {
      if (line === 'warm') before = cpu()
      else {
        const { count, ...measured } = JSON.parse(line) as Omit<Measured, 'cpu'> & { readonly count: number }
        return { ...measured, cpu: ((cpu() - before) * 1_000) / count }
      }
    }
    throw new Error('The process that asks ended early.')
  } finally {
    if (child.exitCode === null && child.kill()) await once(child, 'exit')
  }
}

/** Of this process. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Of another process, on Linux; not a number elsewhere. */
export function cpuOf(pid: number): number {
  try {
    // The name of the program stands in brackets and may hold anything. A tick is ten milliseconds.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number)
    return (user + system) * 10
  } catch {
    return Number.NaN
  }
}
