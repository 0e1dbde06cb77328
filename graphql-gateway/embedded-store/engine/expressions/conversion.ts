import type { Operators } from './operator.ts'
export const conversion: Operators = {}
