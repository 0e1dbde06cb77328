import type { Operators } from './operator.ts'
export const arrays: Operators = {}
