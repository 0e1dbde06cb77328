// Public door of the operations subgraph.
export type { FoundAccount, OperationsPorts, StaffAccounts } from './ports.ts'
export { createOperations } from './subgraph.ts'
