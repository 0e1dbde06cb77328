// SearchResults.pageInfo
import type { PageInfo, Resolver } from '@shuxiang/subgraph-kit'
import { cursorAt, deepest } from '../search-request.ts'
import type { SearchPage } from '../search-page.ts'

export const pageInfo: Resolver<SearchPage, Record<string, never>, PageInfo> = async (page) => {
  const { hits, total } = await page.hits(0)
  const { from } = page.request
  const end = from + hits.length
  return {
    hasNextPage: hits.length > 0 && end < Math.min(total, deepest),
    hasPreviousPage: from > 0,
    startCursor: hits.length > 0 ? cursorAt(from) : null,
    endCursor: hits.length > 0 ? cursorAt(end - 1) : null,
  }
}
