// Gathers single look-ups of one request into one trip to the store.
import DataLoader from 'dataloader'
import type { SubgraphContext } from './context.ts'
import { inOrder } from './in-order.ts'

/** A look-up by id. Ids asked for in one turn of the event loop are read together; each is read once a request. */
export function perRequest<T extends { readonly _id: string }>(
  load: (context: SubgraphContext, ids: readonly string[]) => Promise<readonly T[]>,
): (context: SubgraphContext, id: string) => Promise<T | null> {
  const loaders = new WeakMap<SubgraphContext, DataLoader<string, T | null>>()
  return (context, id) => {
    const loader =
      loaders.get(context) ??
      new DataLoader<string, T | null>(async (ids) =>
        inOrder(ids, await load(context, ids), ({ _id }) => _id),
      )
    loaders.set(context, loader)
    return loader.load(id)
  }
}
