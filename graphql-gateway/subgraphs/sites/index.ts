// Public door of the sites subgraph.
export { createSites } from './subgraph.ts'
export * from './content.ts'
