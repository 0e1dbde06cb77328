// What an update operator does to one field: it is compiled once, then gives new values for old ones.
import type { Environment } from './environment.ts'
import type { Value } from '../bson/values.ts'

/** Says that a field stays as it is. */
export const unchanged = Symbol('unchanged')

/** The new value of a field; undefined removes it, `unchanged` leaves even a missing field alone. */
export type Change = (old: Value | undefined, field: string) => Value | undefined | typeof unchanged

/** Compiles the operand of one operator for one field. */
export type CompileChange = (operand: Value, field: string, env: Environment) => Change
