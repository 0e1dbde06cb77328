// Door for those who seed sites and read their model without the graph. Loads no GraphQL.
export { regionCodes } from './store/region-codes.ts'
export { seedPage, seedSites } from './store/seed.ts'
export { divisions, type Division } from './model/divisions.ts'
export {
  demonstrationLibraries,
  nationalLibraryId,
  type LibraryContent,
  type LibraryLevel,
} from './model/libraries.ts'
