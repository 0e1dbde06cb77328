// SearchResults.dates
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { DateCounts } from '@shuxiang/search/contract'
import type { SearchPage } from '../search-page.ts'

export const dates: Resolver<SearchPage, Record<string, never>, DateCounts> = async (page) =>
  (await page.hits({})).dates
