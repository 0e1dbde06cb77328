// For every field that a subgraph guards, an object of another library on which all who may not are to try it.
import type { Example } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'

/**
 * By `Type.field`, as in `actions` of the subgraph. Each writes what must be there, of a library that is not `home`, and
 * says what it is. The test fails for a guarded field that is missing here, and for one here that no subgraph guards.
 */
export const examples: Readonly<Record<string, (db: Db) => Promise<Example>>> = {}
