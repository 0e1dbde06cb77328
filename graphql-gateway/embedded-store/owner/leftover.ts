// A store process whose owner was killed: normally gone at once; a stuck one is ended before its files are opened.
import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { birthOf, isAlive, parseOwner } from './lock.ts'

/** Time an orphan has to end by itself, in milliseconds. */
const grace = 2000

/** Notes which process serves the store now. */
export async function noteProcess(file: string, pid: number, token: string): Promise<void> {
  await writeFile(file, JSON.stringify({ pid, born: await birthOf(pid), token }), { mode: 0o600 })
}

/** Waits until the process noted last is gone, and ends it when it does not go. */
export async function endLeftover(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return
  const noted = parseOwner(text)
  // Without its birth a number may belong to any process by now.
  if (noted.born === null) return
  for (const end = performance.now() + grace; await isAlive(noted); await pause(20)) {
    if (performance.now() < end) continue
    try {
      process.kill(noted.pid, 'SIGKILL')
    } catch {
      // It has ended in between.
    }
  }
}
