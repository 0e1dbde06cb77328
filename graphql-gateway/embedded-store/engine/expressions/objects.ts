import type { Operators } from './operator.ts'
export const objects: Operators = {}
