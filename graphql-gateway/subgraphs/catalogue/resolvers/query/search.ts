// Query.search
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { CatalogueSearch } from '../../search/port.ts'
import { searchPage, type SearchPage } from '../search-page.ts'
import { pageRequest, type SearchArguments } from '../search-request.ts'

export function search(engine: CatalogueSearch): Resolver<unknown, SearchArguments, SearchPage> {
  return (_, args, context) => searchPage(engine, pageRequest(args, context.tenant), context)
}
