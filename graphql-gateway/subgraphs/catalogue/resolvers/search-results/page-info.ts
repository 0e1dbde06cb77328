// SearchResults.pageInfo
import type { PageInfo, Resolver } from '@shuxiang/subgraph-kit'
import { cursorOf } from '../search-request.ts'
import type { SearchPage } from '../search-page.ts'

export const pageInfo: Resolver<SearchPage, Record<string, never>, PageInfo> = async (page) => {
  const { hits, from, total } = await page.hits({})
  const cursors = hits.map(({ id }, i) => cursorOf(id, from + i))
  return {
    hasNextPage: hits.length > 0 && from + hits.length < total,
    hasPreviousPage: from > 0,
    startCursor: cursors[0] ?? null,
    endCursor: cursors.at(-1) ?? null,
  }
}
