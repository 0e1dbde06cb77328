// Public door of the visiting subgraph.
export type { VisitingPorts } from './ports.ts'
export { createVisiting } from './subgraph.ts'
