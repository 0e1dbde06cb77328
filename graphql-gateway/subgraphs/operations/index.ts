// Public door of the operations subgraph.
export type { CardRegistry } from './cards/ports.ts'
export type { FoundAccount, OperationsPorts, StaffAccounts } from './ports.ts'
export { createOperations } from './subgraph.ts'
