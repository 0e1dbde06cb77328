// Public door of the account subgraph.
export { createAccount } from './subgraph.ts'
