import type { Operators } from './operator.ts'
export const dateOperators: Operators = {}
