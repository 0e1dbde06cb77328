// Works on a file in a process of its own, with bounds of time and memory: decoders meet what strangers have made.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { longestWork } from '../bounds.ts'
import type { Made, Refusal } from './made.ts'

/** `failed`: for the log; the file met a fault of ours. */
export type WorkAnswer = { readonly made: Made } | { readonly refused: Refusal } | { readonly failed: string }

export interface WorkLimits {
  readonly signal: AbortSignal
  /** Milliseconds; for tests. */
  readonly within?: number
}

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url))

/**
 * Refused for `effort` when the process took too long or had to end. Null when the signal fired: nothing is known then.
 * It gets no environment: what a decoder could be talked into has nothing to find there.
 */
export async function run(
  bytes: Uint8Array,
  { signal, within = longestWork }: WorkLimits,
): Promise<WorkAnswer | null> {
  if (signal.aborted) return null
  const child = fork(worker, [], {
    serialization: 'advanced',
    env: {},
    execArgv: ['--max-old-space-size=384'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const end = (): void => void child.kill('SIGKILL')
  const timer = setTimeout(end, within)
  signal.addEventListener('abort', end, { once: true })
  try {
    return await new Promise<WorkAnswer | null>((resolve) => {
      const ended = (): void => resolve(signal.aborted ? null : { refused: 'effort' })
      child.once('message', (answer: WorkAnswer) => resolve(answer))
      child.once('disconnect', ended)
      child.once('error', ended)
      child.send(bytes, () => undefined)
    })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}
