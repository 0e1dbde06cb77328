// SearchResults.relaxed
import type { SearchResultsResolvers } from '../../schema/types.generated.ts'

export const relaxed: SearchResultsResolvers['relaxed'] = async (page) => (await page.hits({})).relaxed
