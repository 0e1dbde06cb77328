// Gathers single look-ups of one request into one trip to the store.
import type { SubgraphContext } from '@shuxiang/subgraph-kit'

interface Batch<T> {
  readonly known: Map<string, Promise<T | null>>
  waiting: { readonly ids: Set<string>; readonly found: Promise<ReadonlyMap<string, T>> } | null
}

/** A look-up by id. Ids asked for in one turn of the event loop are read together; each is read once a request. */
export function perRequest<T extends { readonly _id: string }>(
  load: (context: SubgraphContext, ids: readonly string[]) => Promise<readonly T[]>,
): (context: SubgraphContext, id: string) => Promise<T | null> {
  const batches = new WeakMap<SubgraphContext, Batch<T>>()
  return (context, id) => {
    const batch: Batch<T> = batches.get(context) ?? { known: new Map(), waiting: null }
    batches.set(context, batch)
    const known = batch.known.get(id)
    if (known) return known
    if (!batch.waiting) {
      const ids = new Set<string>()
      const found = Promise.resolve().then(async () => {
        batch.waiting = null
        const docs = await load(context, [...ids])
        return new Map(docs.map((doc) => [doc._id, doc]))
      })
      batch.waiting = { ids, found }
    }
    batch.waiting.ids.add(id)
    const answer = batch.waiting.found.then((found) => found.get(id) ?? null)
    batch.known.set(id, answer)
    return answer
  }
}
