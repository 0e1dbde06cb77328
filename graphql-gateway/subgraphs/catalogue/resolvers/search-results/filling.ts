// SearchResults.filling
import type { SearchResultsResolvers } from '../../schema/types.generated.ts'

export const filling: SearchResultsResolvers['filling'] = async (page) => (await page.hits({})).filling
