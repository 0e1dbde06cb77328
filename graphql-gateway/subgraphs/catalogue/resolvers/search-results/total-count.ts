// SearchResults.totalCount
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { SearchPage } from '../search-page.ts'

export const totalCount: Resolver<SearchPage, Record<string, never>, number> = async (page) =>
  (await page.hits({})).total
