// Public door of the catalogue: the subgraph, the search port and the search feed. What writes has a door of its own.
export { createCatalogue, type CatalogueParts } from './subgraph.ts'
export { fromEngine } from './search/from-engine.ts'
export type { CatalogueHits, CatalogueQuery, CatalogueSearch } from './search/port.ts'
export { recordFeed, type FeedEntry, type RecordFeed } from './store/feed.ts'
