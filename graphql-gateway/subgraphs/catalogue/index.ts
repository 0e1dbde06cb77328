// Public door of the catalogue: the subgraph, the search port, and the store's side for importers and the search feed.
export { createCatalogue, type CatalogueParts } from './subgraph.ts'
export { fromEngine } from './search/from-engine.ts'
export type { CatalogueHits, CatalogueQuery, CatalogueSearch } from './search/port.ts'
export * from './content.ts'
