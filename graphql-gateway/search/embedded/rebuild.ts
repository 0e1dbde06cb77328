/** Dropping the index at the request of another process. */

import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Thread, ThreadLog } from './thread.ts'

const REQUEST_FILE = 'rebuild-requested'

/**
 * Asks whichever process holds the index to drop it, so that the feed fills it again: now if it runs, else at its
 * next start. A file, because the index belongs to one process. The folder must exist.
 */
export function requestRebuild(dir: string): void {
  writeFileSync(join(dir, REQUEST_FILE), '')
}

export interface WatchOptions {
  /** Folder of the index, where requests are left. */
  readonly dir: string
  readonly log?: ThreadLog
  /** Milliseconds between looks for a request to rebuild, 2,000 when not given. */
  readonly tendTime?: number
}

/** Looks for requests until the returned function is called. */
export function watchRequests(thread: Thread, { dir, log, tendTime }: WatchOptions): () => void {
  const file = join(dir, REQUEST_FILE)
  let looking = false
  const look = async (): Promise<void> => {
    if (looking || !existsSync(file)) return
    looking = true
    try {
      log?.info({}, 'Search: dropping the index, as asked by `search rebuild`')
      await thread.call('clear', null)
      rmSync(file, { force: true })
    } catch (error) {
      log?.warn({ err: error }, 'Search: could not drop the index; will try again')
    } finally {
      looking = false
    }
  }
  const timer = setInterval(() => void look(), tendTime ?? 2_000).unref()
  void look()
  return () => clearInterval(timer)
}
