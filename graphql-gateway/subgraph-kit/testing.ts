// Door for tests: contexts, attempts on guarded fields, and subgraphs without types.
export { attempt, attemptByKey, everybody, type Attempts, type Example } from './attempts.ts'
export { memoryAudit, silentLog, testContext } from './test-context.ts'
export { defineUncheckedSubgraph, type UncheckedDefinition, type UncheckedResolvers } from './unchecked.ts'
