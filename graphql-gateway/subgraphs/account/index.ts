// Public door of the account subgraph.
export type { ChildCards } from './ports.ts'
export { createAccount } from './subgraph.ts'
