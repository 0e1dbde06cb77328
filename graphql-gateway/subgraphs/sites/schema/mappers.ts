// What stands behind the types of the schema in resolvers. Types that are not named here are as the schema shows them.
import type { Connection } from '@shuxiang/subgraph-kit'
import type { LibraryDoc } from '../store/documents.ts'

export type { DomainDoc as SiteDomainMapper } from '../domains/documents.ts'
export type {
  LibraryDoc as LibraryMapper,
  PageDoc as PageMapper,
  RegionDoc as RegionMapper,
  SiteDoc as SiteMapper,
} from '../store/documents.ts'
export type LibraryConnectionMapper = Connection<LibraryDoc>
