// Whatever somebody may begin without having signed in is kept for half an hour; here is how much of it, by network and in
// total. The oldest goes: who began last is the one who types.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Collection, Filter } from 'mongodb'
import type { Entry } from './entry.ts'

export interface Bounds {
  /** Sign-ins begun and not ended that one network may have. */
  readonly perNetwork: number
  /** All together. */
  readonly total: number
}

/**
 * A sign-in that ends is gone at once, so only those count that are being typed or were left within half an hour. Five
 * hundred behind one address are a provincial library at its busiest (five hundred people at the password page at once, or
 * a thousand sign-ins an hour all left lying), and at 8 KB each they are 4 MB. Twenty thousand are more than the
 * embedded provider can end in half an hour (8 a second), and 160 MB at worst.
 */
export const defaultBounds: Bounds = { perNetwork: 500, total: 20_000 }

/** Entries that are removed in one go; more than come between two looks. */
const mostAtOnce = 200
/** The total is looked at once in so many. */
const totalEvery = 50

/** Who asks, as far as the store must know: a digest. It goes along with a request through the protocol library. */
export interface Asker {
  run<T>(from: string, go: () => T): T
  from(): string
}

export function createAsker(): Asker {
  const store = new AsyncLocalStorage<string>()
  return { run: (from, go) => store.run(from, go), from: () => store.getStore() ?? '' }
}

/** Is told of every entry that is begun; makes room for it. */
export function createRoom(
  entries: Collection<Entry>,
  { perNetwork, total }: Bounds,
): (from: string) => Promise<void> {
  let seen = 0
  const keep = async (filter: Filter<Entry>, most: number): Promise<void> => {
    const surplus = (await entries.countDocuments(filter)) - most
    if (surplus <= 0) return
    const oldest = await entries
      .find(filter, { projection: { _id: 1 } })
      .sort({ begun: 1 })
      .limit(Math.min(surplus, mostAtOnce))
      .toArray()
    // Who has signed in meanwhile is not dropped.
    await entries.deleteMany({ _id: { $in: oldest.map(({ _id }) => _id) }, begun: { $gt: 0 } })
  }
  return async (from) => {
    await keep({ from, begun: { $gt: 0 } }, perNetwork)
    if (seen++ % totalEvery === 0) await keep({ begun: { $gt: 0 } }, total)
  }
}
