// Public door of the catalogue: the subgraph, the search port, and the store's side for importers and the search feed.
export { createCatalogue, type CatalogueParts } from './subgraph.ts'
export { fromEngine, type EngineForCatalogue } from './search/from-engine.ts'
export { SearchFailed } from './search/port.ts'
export type {
  CatalogueHits,
  CatalogueQuery,
  CatalogueSearch,
  CatalogueSuggestion,
  TextRun,
} from './search/port.ts'
export { migrateCatalogue } from './store/migrations.ts'
export { checkRecord, upsertMany, type WriteResult } from './store/write.ts'
export { upsertCollections, upsertPersons, countCollections } from './store/write-authorities.ts'
export { newestChange, publicRecords, type PublicRecord } from './store/public-records.ts'
export { withdraw } from './store/withdraw.ts'
export { recordFeed, type FeedEntry, type RecordFeed } from './store/feed.ts'
export { RecordRefused } from './store/refused.ts'
export { digest } from './model/digest.ts'
export { bounds } from './model/record.ts'
export type { PartContent, RecordContent, RecordDoc, RecordInput } from './model/record.ts'
export type { CollectionContent, PersonContent } from './model/authority.ts'
