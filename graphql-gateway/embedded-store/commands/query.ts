// The part find, count, delete and update have in common: filter, sort, hint, collation.
import type { Environment } from '../engine/environment.ts'
import { compileFilter } from '../engine/filter.ts'
import { compileSort } from '../engine/sort.ts'
import { isDocument, isNumeric, ObjectId, toWhole, type Document, type Value } from '../bson/values.ts'
import type { Keyspace } from '../keyspace/keyspace.ts'
import type { Table } from '../keyspace/table.ts'
import type { Hint, Plan, SortField } from '../planner/contract.ts'
import { choosePlan } from '../planner/plan.ts'
import { matching, rowsOf, type Rows } from '../planner/rows.ts'
import { sorted } from '../planner/sorted.ts'
import { refuse } from './errors.ts'

/** Which documents, in which order. */
export interface Query {
  readonly filter: Document
  readonly sort: Document
  readonly hint: Value | undefined
  /** Rows needed at most; 0 for all. */
  readonly limit: number
}

/** Reads a hint: an index name, its key, or `{ $natural: 1 }`. */
export function readHint(hint: Value | undefined): Hint | null {
  if (hint === undefined || hint === null || (isDocument(hint) && hint.size === 0)) return null
  if (typeof hint === 'string') return { kind: 'name', name: hint }
  if (!isDocument(hint)) return refuse(9, 'Hint must be a string or an object')
  const natural = hint.get('$natural')
  if (natural !== undefined) return { kind: 'natural', descending: toWhole(natural) === -1 }
  return {
    kind: 'key',
    fields: [...hint].map(([path, value]) => ({ path, descending: toWhole(value) === -1 })),
  }
}

/** A sort of `{ $natural: 1 }` is no sort but a hint. */
export function naturalOrder(query: Query): Query {
  const { sort } = query
  if (sort.size !== 1 || !sort.has('$natural')) return query
  const way = toWhole(sort.get('$natural'))
  if (way !== 1 && way !== -1) refuse(2, '$natural sort cannot be set to a value other than -1 or 1.')
  return { ...query, sort: new Map(), hint: sort }
}

/**
 * Plans a query. Keys hold texts by code point, so under a collation only parts without texts use an index.
 * Throws UnknownHintError.
 */
export function planOf(table: Table, { filter, sort, hint }: Query, { collation }: Environment): Plan {
  if (collation) {
    const plain = new Map([...filter].filter(([path, value]) => !path.startsWith('$') && holdsNoText(value)))
    return { ...choosePlan(table, plain, [], readHint(hint)), exact: false, sorted: sort.size === 0 }
  }
  const fields: SortField[] = [...sort].map(([path, value]) => ({ path, descending: toWhole(value) === -1 }))
  return choosePlan(table, filter, fields, readHint(hint))
}

const holdsNoText = (value: Value): boolean =>
  isNumeric(value) || value instanceof ObjectId || value instanceof Date

/** Matching rows in the order asked for. */
export function rowsFor(keyspace: Keyspace, table: Table, query: Query, environment: Environment): Rows {
  const asked = naturalOrder(query)
  const test = compileFilter(asked.filter, environment)
  const sort = asked.sort.size > 0 ? compileSort(asked.sort, environment.collation) : null
  const plan = planOf(table, asked, environment)
  const rows = matching(keyspace, rowsOf(keyspace, table, plan), plan, (document) => test(document))
  const { keep = () => undefined } = environment
  return plan.sorted || !sort ? rows : sorted(rows, sort, asked.limit, keep)
}
