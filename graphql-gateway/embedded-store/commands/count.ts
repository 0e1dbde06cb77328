// count and distinct
import { compileFilter } from '../engine/filter.ts'
import type { Environment } from '../engine/environment.ts'
import { compare, keyOf, type TextOrder } from '../bson/compare.ts'
import { pathOf, walk } from '../engine/paths.ts'
import { sizeOf } from '../engine/size.ts'
import { documentOf, integer, type Value } from '../bson/values.ts'
import type { Table } from '../keyspace/table.ts'
import { countKeys } from '../planner/rows.ts'
import type { Command, Context } from './context.ts'
import { refuse } from './errors.ts'
import { planOf, rowsFor, type Query } from './query.ts'
import { paused } from './turns.ts'

/** What both ask: a filter, checked, and the collection if it is there. */
function readQuery(context: Context): { query: Query; environment: Environment; table: Table | undefined } {
  const { args, parts } = context
  const query: Query = {
    filter: args.embedded('query') ?? new Map(),
    sort: new Map(),
    hint: args.document.get('hint'),
    limit: 0,
  }
  const environment = context.environment(undefined, args.embedded('collation'))
  compileFilter(query.filter, environment)
  return { query, environment, table: parts.catalogue.tables.get(context.namespace()) }
}

/** `count`: from the keys of an index when it can say it all. */
export const count: Command = {
  fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields', 'allowDiskUse'],
  async run(context) {
    const { args, parts } = context
    const { query, environment, table } = readQuery(context)
    let n = 0
    if (table) {
      const known = countKeys(parts.keyspace, table, planOf(table, query, environment))
      if (known !== null) n = known
      else for await (const _ of paused(rowsFor(parts.keyspace, table, query, environment), context)) n++
    }
    n = Math.max(0, n - (args.whole('skip', 0) ?? 0))
    const limit = Math.abs(args.whole('limit', Number.MIN_SAFE_INTEGER) ?? 0)
    return documentOf(['n', integer(limit > 0 ? Math.min(n, limit) : n)])
  },
}

/** Bytes that the values of one distinct may take: the answer is one document. */
const mostDistinct = 16 * 1024 * 1024

/** `distinct`: the values of a field; elements of arrays count one by one. */
export const distinct: Command = {
  fields: ['key', 'query', 'hint', 'collation'],
  async run(context) {
    const { args, parts } = context
    const key = args.text('key') ?? refuse(40414, "BSON field 'distinct.key' is missing but a required field")
    if (key === '' || key.includes('\0')) refuse(73, 'distinct.key must be the path of a field')
    const { query, environment, table } = readQuery(context)
    return documentOf([
      'values',
      table
        ? await collect(
            context,
            rowsFor(parts.keyspace, table, query, environment),
            key,
            environment.collation,
          )
        : [],
    ])
  },
}

async function collect(
  context: Context,
  rows: ReturnType<typeof rowsFor>,
  key: string,
  texts: TextOrder | undefined,
): Promise<Value[]> {
  const path = pathOf(key)
  const found: Value[] = []
  const seen = new Set<string>()
  let bytes = 0
  const add = (value: Value): void => {
    const text = keyOf(value)
    if (seen.has(text)) return
    bytes += typeof value === 'string' ? Buffer.byteLength(value) : sizeOf(value)
    if (bytes > mostDistinct) refuse(17217, 'distinct too big, 16mb cap')
    seen.add(text)
    found.push(value)
  }
  for await (const row of paused(rows, context))
    walk(row.document, path, true, (value) => {
      if (Array.isArray(value)) value.forEach(add)
      else if (value !== undefined) add(value)
      return false
    })
  const order = found.sort((a, b) => compare(a, b, texts))
  // Of texts that count as equal the one met first stands for all.
  return texts ? order.filter((value, i) => i === 0 || compare(order[i - 1], value, texts) !== 0) : order
}
