// Public door of the sites subgraph.
export type { EditingParts, PageFault, PageRules } from './editing/ports.ts'
export { createSites } from './subgraph.ts'
export * from './content.ts'
