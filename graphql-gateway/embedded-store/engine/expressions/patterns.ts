import type { Operators } from './operator.ts'
export const patterns: Operators = {}
