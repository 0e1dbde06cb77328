// find
import { compileFilter } from '../engine/filter.ts'
import { encode } from '../bson/encode.ts'
import { compileProjection } from '../engine/projection.ts'
import { compileSort } from '../engine/sort.ts'
import { window, type Rows } from '../planner/rows.ts'
import type { Command, Context } from './context.ts'
import { firstBatchSize } from './cursors.ts'
import { refuse } from './errors.ts'
import { naturalOrder, rowsFor, type Query } from './query.ts'

/** `find`: filter, sort, skip, limit, projection; the results come through a cursor. */
export const find: Command = {
  fields: [
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'let',
    'collation',
    'allowDiskUse',
    'noCursorTimeout',
    'allowPartialResults',
    'returnKey',
    'showRecordId',
    'tailable',
    'awaitData',
    'oplogReplay',
    'min',
    'max',
  ],
  async run(context) {
    const { args, parts } = context
    for (const option of ['tailable', 'awaitData', 'returnKey', 'showRecordId', 'noCursorTimeout'])
      if (args.flag(option)) refuse(115, `find option ${option} is not supported by the embedded store`)
    for (const option of ['min', 'max'])
      if (args.has(option)) refuse(115, `find option ${option} is not supported by the embedded store`)
    const { query, skip, limit } = readFind(context)
    const environment = context.environment(args.embedded('let'), args.embedded('collation'))
    compileFilter(query.filter, environment)
    const projection = args.embedded('projection')
    const project = projection && projection.size > 0 ? compileProjection(projection, environment) : null
    const { sort } = naturalOrder(query)
    if (sort.size > 0) compileSort(sort)
    const table = parts.catalogue.tables.get(context.namespace())
    const rows: Rows = table
      ? window(rowsFor(parts.keyspace, table, query, environment), skip, limit)
      : none()
    const single = args.flag('singleBatch')
    const size = args.whole('batchSize', 0) ?? firstBatchSize
    const results = project
      ? (function* () {
          for (const row of rows) yield row && encode(project(row.document))
        })()
      : (function* () {
          for (const row of rows) yield row?.raw
        })()
    return {
      fields: new Map(),
      batch: await parts.cursors.first(context.namespace(), results, size, context.tick, single),
    }
  },
}

function* none(): Rows {}

/** The query part of a find command. A limit of 0 means none. */
export function readFind({ args }: Pick<Context, 'args'>): { query: Query; skip: number; limit: number } {
  const skip = args.whole('skip', 0) ?? 0
  const limit = args.whole('limit', 0) ?? 0
  return {
    query: {
      filter: args.embedded('filter') ?? new Map(),
      sort: args.embedded('sort') ?? new Map(),
      hint: args.document.get('hint'),
      limit: limit > 0 ? limit + skip : 0,
    },
    skip,
    limit: limit > 0 ? limit : Infinity,
  }
}
