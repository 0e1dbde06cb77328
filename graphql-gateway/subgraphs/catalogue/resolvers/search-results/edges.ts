// SearchResults.edges
import { projection, type Resolver } from '@shuxiang/subgraph-kit'
import { recordsByIds, type RecordPart } from '../../store/read.ts'
import type { SearchEdge } from '../search-edge/edge.ts'
import type { SearchPage } from '../search-page.ts'
import { cursorAt } from '../search-request.ts'
import { visible } from '../visible.ts'

/** One trip for all records of the page. A hit whose record is not in the store (the index lags behind) is left out. */
export const edges: Resolver<SearchPage, Record<string, never>, SearchEdge<RecordPart>[]> = async (
  page,
  _,
  { db, signal },
  info,
) => {
  const { ids } = await page.hits(0)
  const found = await recordsByIds(db, ids, projection(info, { at: ['node'] }), { signal })
  const byId = new Map(found.map((doc) => [doc._id, doc]))
  return ids.flatMap((id, i) => {
    const doc = byId.get(id)
    return doc && !doc.withdrawn
      ? [{ cursor: cursorAt(page.request.from + i), node: visible(doc), page }]
      : []
  })
}
