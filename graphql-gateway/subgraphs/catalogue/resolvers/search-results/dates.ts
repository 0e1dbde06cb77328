// SearchResults.dates
import type { SearchResultsResolvers } from '../../schema/types.generated.ts'

export const dates: SearchResultsResolvers['dates'] = async (page) => (await page.hits({})).dates
