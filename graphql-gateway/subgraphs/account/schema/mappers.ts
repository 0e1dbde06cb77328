// What stands behind the types of the schema in resolvers. Types that are not named here are as the schema shows them.
import type { AgeBand } from '@shuxiang/permissions'
import type { Connection } from '@shuxiang/subgraph-kit'
import type { KeptRecord } from '../store/documents.ts'

/** The subject of whoever is signed in. */
export interface MeMapper {
  readonly owner: string
}
export type { ListFacts as ReadingListMapper } from '../store/documents.ts'
export type { HistoryDoc as ReadingHistoryMapper, ConsentDoc as ConsentMapper } from '../store/documents.ts'
export type { Child as ChildMapper } from '../guardian/store.ts'
export type { ListFacts as ChildPlaceMapper } from '../store/documents.ts'
export type { DeletionDoc as AccountDeletionMapper } from '../deletion/documents.ts'
export type { KeptRecord as KeptRecordMapper } from '../store/documents.ts'
export type KeptRecordConnectionMapper = Connection<KeptRecord>
export type { SearchDoc as SavedSearchMapper } from '../searches/documents.ts'
/** What the token says of whoever asks. */
export interface ReaderProfileMapper {
  readonly owner: string
  readonly username: string
  readonly homeLibrary: string | null
  readonly ageBand: AgeBand | null
}
