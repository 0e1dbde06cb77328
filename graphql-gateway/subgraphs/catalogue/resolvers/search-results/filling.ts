// SearchResults.filling
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { IndexFilling } from '../../search/port.ts'
import type { SearchPage } from '../search-page.ts'

export const filling: Resolver<SearchPage, Record<string, never>, IndexFilling | null> = async (page) =>
  (await page.hits(0)).filling
