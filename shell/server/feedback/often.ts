/** How often one network may write, to whatever library: enough for a school class, too little to bury what others write. */
import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { LRUCache } from 'lru-cache'

const most = 20
const within = 10 * 60_000
/** Networks that are known at once; the one that wrote longest ago goes. */
const mostNetworks = 20_000

/** An IPv6 subscriber has 2^64 addresses. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = ''] = address.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  return [...groups, '0', '0', '0', '0'].slice(0, 4).join(':')
}

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
