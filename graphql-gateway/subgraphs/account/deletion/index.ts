// Door for the job that carries deletions out. Loads no GraphQL.
export { carryOut, type CarryOutParts, type DeletionStep } from './carry-out.ts'
