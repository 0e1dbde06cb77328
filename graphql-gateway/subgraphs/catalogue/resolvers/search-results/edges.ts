// SearchResults.edges
import { MOST_CHAPTERS_TOLD } from '@shuxiang/search/contract'
import { projection, selectedFields, type Resolver } from '@shuxiang/subgraph-kit'
import { recordsByIds, type RecordPart } from '../../store/read.ts'
import type { SearchEdge } from '../search-edge/edge.ts'
import type { SearchPage } from '../search-page.ts'
import { cursorOf } from '../search-request.ts'
import { visible } from '../visible.ts'

/** One trip for all records of the page. A hit whose record is not in the store (the index lags behind) is left out. */
export const edges: Resolver<SearchPage, Record<string, never>, SearchEdge<RecordPart>[]> = async (
  page,
  _,
  { db, signal },
  info,
) => {
  const selected = selectedFields(info)
  const placed = ['snippet', 'url', 'cutAt'].some((field) => selected.includes(field))
  const { hits, from } = await page.hits(0, selected.includes('parts') ? MOST_CHAPTERS_TOLD : placed ? 1 : 0)
  const ids = hits.map(({ id }) => id)
  const found = await recordsByIds(db, ids, projection(info, { at: ['node'] }), { signal })
  const byId = new Map(found.map((doc) => [doc._id, doc]))
  return hits.flatMap((hit, i) => {
    const doc = byId.get(hit.id)
    return doc && !doc.withdrawn
      ? [{ cursor: cursorOf(hit.id, from + i), node: visible(doc), hit, page }]
      : []
  })
}
