import type { Operators } from './operator.ts'
export const iteration: Operators = {}
