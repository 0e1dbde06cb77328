// Watching an import from another process.
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from 'mongodb'
import { isHeld, lockMilliseconds } from './queue.ts'
import { importsIn } from './state.ts'

/** How the watching ended. `silent`: the worker is gone and nobody takes the import up. */
export type FollowEnd = 'ended' | 'interrupted' | 'silent'

const lookEvery = 500

export interface Progress {
  readonly done: number
  readonly total: number
  readonly from: number
  /** Milliseconds. */
  readonly gone: number
}

/** Calls `show` until the import ends. `gone` is the time since the first look, at which `from` entries were done. */
export async function followImport(
  db: Db,
  source: string,
  show: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<FollowEnd> {
  const begun = performance.now()
  let shown = -1
  let from: number | null = null
  let alive = performance.now()
  while (!signal.aborted) {
    const found = await importsIn(db).findOne({ _id: source })
    if (!found || (found.state !== 'queued' && found.state !== 'running')) return 'ended'
    from ??= found.done
    if (found.done !== shown)
      show({ done: found.done, total: found.total, from, gone: performance.now() - begun })
    if (found.done !== shown || (await isHeld(db, source, new Date()))) alive = performance.now()
    if (performance.now() - alive > 2 * lockMilliseconds) return 'silent'
    shown = found.done
    await pause(lookEvery, undefined, { signal }).catch(() => undefined)
  }
  return 'interrupted'
}
