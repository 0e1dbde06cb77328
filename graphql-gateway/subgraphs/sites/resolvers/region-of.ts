// A region by id; look-ups of one request are gathered into one trip.
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { RegionDoc } from '../store/documents.ts'
import { regionsByIds } from '../store/read.ts'

interface Waiting {
  readonly ids: Set<string>
  readonly found: Promise<ReadonlyMap<string, RegionDoc>>
}

const waiting = new WeakMap<SubgraphContext, Waiting>()

export async function regionOf(context: SubgraphContext, id: string): Promise<RegionDoc | null> {
  const batch = waiting.get(context) ?? newBatch(context)
  batch.ids.add(id)
  return (await batch.found).get(id) ?? null
}

function newBatch(context: SubgraphContext): Waiting {
  const ids = new Set<string>()
  const found = Promise.resolve().then(async () => {
    waiting.delete(context)
    const regions = await regionsByIds(context.db, [...ids], { signal: context.signal })
    return new Map(regions.map((region) => [region._id, region]))
  })
  const batch = { ids, found }
  waiting.set(context, batch)
  return batch
}
