// SearchResults.totalCount
import type { SearchResultsResolvers } from '../../schema/types.generated.ts'

export const totalCount: SearchResultsResolvers['totalCount'] = async (page) => (await page.hits({})).total
