// SearchResults.pageInfo
import { cursorOf } from '../search-request.ts'
import type { SearchResultsResolvers } from '../../schema/types.generated.ts'

export const pageInfo: SearchResultsResolvers['pageInfo'] = async (page) => {
  const { hits, from, total } = await page.hits({})
  const cursors = hits.map(({ id }, i) => cursorOf(id, from + i))
  return {
    hasNextPage: hits.length > 0 && from + hits.length < total,
    hasPreviousPage: from > 0,
    startCursor: cursors[0] ?? null,
    endCursor: cursors.at(-1) ?? null,
  }
}
