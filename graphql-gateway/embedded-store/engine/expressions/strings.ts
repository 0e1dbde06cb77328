import type { Operators } from './operator.ts'
export const strings: Operators = {}
