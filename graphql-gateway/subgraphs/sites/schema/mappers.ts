// What stands behind the types of the schema in resolvers. Types that are not named here are as the schema shows them.
import type { Connection } from '@shuxiang/subgraph-kit'
import type { ReleaseDoc } from '../releases/documents.ts'
import type { LibraryDoc } from '../store/documents.ts'

export type { DomainDoc as SiteDomainMapper } from '../domains/documents.ts'
export type {
  LibraryDoc as LibraryMapper,
  PageDoc as PageMapper,
  RegionDoc as RegionMapper,
  SiteDoc as SiteMapper,
} from '../store/documents.ts'
export type {
  PublicationDoc as PublicationMapper,
  ReleaseDoc as SiteReleaseMapper,
} from '../releases/documents.ts'

/** `live`: it is served now. */
export interface HistoricReleaseMapper {
  readonly release: ReleaseDoc
  readonly live: boolean
}
export type LibraryConnectionMapper = Connection<LibraryDoc>
