// The lock file of a data folder: who owns it, and taking it over from a process that is gone.
import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What the lock file says of its owner. */
export interface Owner {
  readonly pid: number
  /** When the process started, as the system counts it; tells a process from a later one with the same number. */
  readonly born: string | null
  /** Different in every lock ever taken. */
  readonly token: string
}

/** Held until released. */
export interface Lock {
  readonly owner: Owner
  release(): Promise<void>
}

/** A process that died while taking over leaves its guard; after this long others remove it. Milliseconds. */
const guardLife = 10_000

/** Takes the lock of a folder, or answers who has it. A lock of a dead process is taken over. */
export async function takeLock(folder: string, pid: number): Promise<Lock | Owner> {
  const file = join(folder, 'owner.json')
  const own: Owner = { pid, born: await birthOf(pid), token: randomUUID() }
  const draft = join(folder, `owner.${own.token}.json`)
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 })
  try {
    for (;;) {
      // A link is made whole or not at all, so nobody ever reads half a lock.
      if (await made(link(draft, file))) return lockOf(file, own)
      const other = await readOwner(file)
      if (!other) continue
      if (await isAlive(other)) return other
      await removeStale(folder, file, other)
    }
  } finally {
    await rm(draft, { force: true })
  }
}

/** Whether an answer of takeLock is the lock itself. */
export function isLock(value: Lock | Owner): value is Lock {
  return 'release' in value
}

function lockOf(file: string, owner: Owner): Lock {
  return {
    owner,
    async release() {
      if ((await readOwner(file))?.token === owner.token) await rm(file, { force: true })
    },
  }
}

async function made(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

async function removeStale(folder: string, file: string, stale: Owner): Promise<void> {
  const guard = join(folder, 'owner.taking')
  if (!(await made(mkdir(guard)))) {
    const age = await stat(guard).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (age > guardLife) await rmdir(guard).catch(() => {})
    await pause(20)
    return
  }
  try {
    if ((await readOwner(file))?.token === stale.token) await rm(file, { force: true })
  } finally {
    await rmdir(guard).catch(() => {})
  }
}

/** Reads a lock file; null when there is none. A file that is not a lock belongs to nobody alive. */
export async function readOwner(file: string): Promise<Owner | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  return parseOwner(text)
}

/** Reads what stands in such a file. */
export function parseOwner(text: string): Owner {
  const value: unknown = parse(text)
  if (typeof value !== 'object' || value === null) return { pid: 0, born: null, token: text }
  const pid = 'pid' in value && typeof value.pid === 'number' ? value.pid : 0
  const born = 'born' in value && typeof value.born === 'string' ? value.born : null
  const token = 'token' in value && typeof value.token === 'string' ? value.token : text
  return { pid, born, token }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether the very process that took the lock still runs. */
export async function isAlive({ pid, born }: Owner): Promise<boolean> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  const now = await birthOf(pid)
  return now !== ended && (born === null || now === null || born === now)
}

/** In place of the start time of a process that has ended. */
const ended = 'ended'

/** Start time of a process on Linux (with the boot it belongs to); null elsewhere. */
export async function birthOf(pid: number): Promise<string | null> {
  try {
    const [status, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ])
    // The name of the program may hold anything but ends with the last bracket; the start time is the 22nd field.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended; only its parent has not been told yet, and in a container there may be none that asks.
    if (fields[0] === 'Z' || fields[0] === 'X') return ended
    return `${boot.trim()}/${fields[19] ?? ''}`
  } catch {
    return null
  }
}
