import type { Operators } from './operator.ts'
export const sets: Operators = {}
