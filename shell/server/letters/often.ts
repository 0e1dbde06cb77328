/** How often one network may write, to whatever library: enough for a school class, too little to bury what others write. */
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'

const most = 20
const within = 10 * 60_000
/** Networks that are known at once; the one that wrote longest ago goes. */
const mostNetworks = 20_000

export interface Often {
  /** Counts; true once it has been too often. */
  isTooOften(network: string): boolean
}

/** `now`: milliseconds of a clock that never goes back. */
export function openOften(now: () => number): Often {
  const written = new LRUCache<string, readonly number[]>({ max: mostNetworks })
  return {
    isTooOften(network) {
      // Who wrote is not kept, only that somebody did.
      const key = createHash('sha256').update(network).digest('base64url')
      const since = now() - within
      const before = (written.get(key) ?? []).filter((at) => at > since)
      if (before.length >= most) return true
      written.set(key, [...before, now()])
      return false
    },
  }
}
