// SearchResults.edges
import { selectedFields, type Resolver } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { recordsByIds } from '../../store/read.ts'
import { recordProjection, visible } from '../record-fields.ts'
import type { SearchPage } from '../search-page.ts'
import { cursorAt } from '../search-request.ts'

/** Parent of the fields of `SearchEdge`. */
export interface SearchEdge {
  readonly cursor: string
  readonly node: RecordDoc
  readonly page: SearchPage
}

/** One trip for all records of the page. A hit whose record is not in the store (the index lags behind) is left out. */
export const edges: Resolver<SearchPage, Record<string, never>, SearchEdge[]> = async (
  page,
  _,
  { db, signal },
  info,
) => {
  const { ids } = await page.hits(0)
  const texts = selectedFields(info).includes('snippet') ? ['text', 'opening', 'abstract'] : []
  const found = await recordsByIds(db, ids, recordProjection(info, ['node'], texts), { signal })
  const byId = new Map(found.map((doc) => [doc._id, doc]))
  return ids.flatMap((id, i) => {
    const doc = byId.get(id)
    return doc && !doc.withdrawn
      ? [{ cursor: cursorAt(page.request.from + i), node: visible(doc), page }]
      : []
  })
}
