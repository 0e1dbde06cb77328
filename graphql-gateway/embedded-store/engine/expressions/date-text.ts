import type { Operators } from './operator.ts'
export const dateText: Operators = {}
