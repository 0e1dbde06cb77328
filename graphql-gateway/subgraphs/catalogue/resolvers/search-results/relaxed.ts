// SearchResults.relaxed
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { SearchPage } from '../search-page.ts'

export const relaxed: Resolver<SearchPage, Record<string, never>, boolean> = async (page) =>
  (await page.hits({})).relaxed
