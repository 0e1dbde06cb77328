// Walks a plan: the documents of a collection in the plan's order, decoded only when somebody looks.
import { decode } from '../bson/decode.ts'
import type { Document } from '../bson/values.ts'
import type { Entry, Keyspace, KeyRange } from '../keyspace/keyspace.ts'
import { fail } from '../bson/errors.ts'
import type { Table } from '../keyspace/table.ts'
import type { Plan } from './contract.ts'

/** One stored document. */
export class Row {
  readonly key: Buffer
  readonly raw: Buffer
  #document: Document | undefined
  constructor(key: Buffer, raw: Buffer) {
    this.key = key
    this.raw = raw
  }
  get document(): Document {
    return (this.#document ??= decode(this.raw))
  }
}

/** Rows; `undefined` now and then says: nothing found for a while, a good moment to let others work. */
export type Rows = Generator<Row | undefined, void, void>

const pauseEvery = 128

/** All rows in the ranges of a plan. */
export function* rowsOf(keyspace: Keyspace, table: Table, plan: Plan): Rows {
  const seen = plan.repeats ? new Set<string>() : null
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges
  for (const range of ranges)
    for (const { key, value } of plan.points
      ? point(keyspace, range)
      : keyspace.entries(range, plan.reverse)) {
      if (table.dropped || plan.index?.dropped)
        fail(175, `collection ${table.name}, or the index in use, was dropped while it was read`)
      if (!plan.index) {
        yield new Row(key, value)
        continue
      }
      if (seen) {
        const text = value.toString('latin1')
        if (seen.has(text)) continue
        seen.add(text)
      }
      // Between two chunks the document may have gone.
      const raw = keyspace.get(value)
      if (raw) yield new Row(value, raw)
    }
}

function* point(keyspace: Keyspace, { start }: KeyRange): Generator<Entry, void, void> {
  const value = keyspace.get(start)
  if (value) yield { key: start, value }
}

/** Rows that pass a test; an exact plan needs none as long as nothing has been written since it began. */
export function* matching(
  keyspace: Keyspace,
  rows: Rows,
  plan: Plan,
  test: (document: Document) => boolean,
): Rows {
  const { generation } = keyspace
  let since = 0
  for (const row of rows) {
    if (row && ((plan.exact && keyspace.generation === generation) || test(row.document))) {
      since = 0
      yield row
    } else if (++since >= pauseEvery) {
      since = 0
      yield undefined
    }
  }
}

/** Skips and limits. */
export function* window(rows: Rows, skip: number, limit: number): Rows {
  let left = limit
  let toSkip = skip
  for (const row of rows) {
    if (!row) yield row
    else if (toSkip > 0) toSkip--
    else {
      yield row
      if (--left === 0) return
    }
  }
}

/** How many documents a plan finds: straight from the keys when they say it all. */
export function countKeys(keyspace: Keyspace, table: Table, plan: Plan): number | null {
  if (!plan.exact) return null
  if (!plan.index && plan.bounded === 0) return table.count
  return plan.ranges.reduce((sum, range) => sum + keyspace.count(range), 0)
}
