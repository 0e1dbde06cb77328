// SearchResults.filling
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { Filling } from '@shuxiang/search/contract'
import type { SearchPage } from '../search-page.ts'

export const filling: Resolver<SearchPage, Record<string, never>, Filling | null> = async (page) =>
  (await page.hits({})).filling
