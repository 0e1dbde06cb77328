/** Sees to it that an index that lost its content is filled again from the store. */

import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EmbeddedOptions } from './engine.ts'
import type { Thread } from './thread.ts'

const REQUEST_FILE = 'rebuild-requested'

/**
 * Asks whichever process holds the index to drop it and fill it again: now if it runs, else at its next start.
 * A file, because the index belongs to one process only. The folder must exist.
 */
export function requestRebuild(dir: string): void {
  writeFileSync(join(dir, REQUEST_FILE), '')
}

export interface Filling {
  /** Looks now. */
  look(): void
  stop(): void
}

export function keepFilled(thread: Thread, options: EmbeddedOptions): Filling {
  const request = join(options.dir, REQUEST_FILE)
  let stopped = false
  let looking = false

  const look = async (): Promise<void> => {
    if (looking || stopped) return
    looking = true
    try {
      if (existsSync(request)) {
        options.log?.info({}, 'Search: rebuilding the index as asked')
        await thread.call('clear', null)
        rmSync(request, { force: true })
      }
      if (options.refill && (await thread.call('wantsFilling', null))) {
        options.log?.info({}, 'Search: the index is empty; having every record indexed again')
        await options.refill()
        await thread.call('filled', null)
      }
    } catch (error) {
      if (!stopped)
        options.log?.warn({ err: error }, 'Search: could not start filling the index; will try again')
    } finally {
      looking = false
    }
  }

  const timer = setInterval(() => void look(), options.tendTime ?? 2_000).unref()
  void look()
  return {
    look: () => void look(),
    stop() {
      stopped = true
      clearInterval(timer)
    },
  }
}
