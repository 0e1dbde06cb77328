// aggregate
import { compileFilter } from '../engine/filter.ts'
import { encode } from '../bson/encode.ts'
import type { Environment, Source } from '../engine/environment.ts'
import { compilePipeline } from '../engine/pipeline.ts'
import { documentOf, integer, isDocument, toWhole, type Document, type Value } from '../bson/values.ts'
import { countKeys } from '../planner/rows.ts'
import { namespaceOf, type Command, type Context } from './context.ts'
import { firstBatchSize } from './cursors.ts'
import { refuse } from './errors.ts'
import { mergeInto } from './merge.ts'
import { replaceAll } from './out.ts'
import { planOf, rowsFor, type Query } from './query.ts'
import { paused } from './turns.ts'

/** `aggregate`: leading $match, $sort and $limit go to the planner, the rest to the engine. */
export const aggregate: Command = {
  fields: [
    'pipeline',
    'cursor',
    'allowDiskUse',
    'hint',
    'let',
    'collation',
    'bypassDocumentValidation',
    'explain',
    'collectionUUID',
  ],
  async run(context) {
    const { args, parts, database } = context
    if (args.flag('explain')) refuse(115, 'aggregate with explain: send the explain command instead')
    const given = args.documents('pipeline') ?? refuse(40414, "BSON field 'aggregate.pipeline' is missing")
    const sessions = given[0]?.has('$listLocalSessions') ? listSessions(context, given[0]) : undefined
    const stages = sessions ? given.slice(1) : given
    if (stages[0]?.has('$changeStream'))
      refuse(40573, 'The $changeStream stage is not offered by the embedded store; poll a dirty flag instead')
    const onDatabase = toWhole(args.document.get('aggregate')) === 1
    const namespace = onDatabase ? `${database}.$cmd.aggregate` : context.namespace()
    const environment: Environment = {
      ...context.environment(args.embedded('let'), args.embedded('collation')),
      collection: (name) => sourceOf(context, namespaceOf(database, name, 'aggregate'), environment),
    }
    const size = readCursor(args.embedded('cursor'), args.has('cursor'))
    const { query, rest } = pushDown(sessions ? [] : stages, args.document.get('hint'))
    // Compiled whole first, so that a mistake anywhere is told before anything runs.
    const whole = compilePipeline(stages, environment)
    const concern = args.embedded('readConcern')?.get('level')
    if (whole.target && concern === 'linearizable')
      refuse(72, 'readConcern linearizable cannot be used with $out or $merge')
    const table = onDatabase ? undefined : parts.catalogue.tables.get(namespace)
    const known = table && countAlone(context, namespace, query, rest, environment)
    if (known) return { fields: new Map(), batch: await first(context, namespace, known, size) }
    const source = sessions ?? (table ? documentsOf(context, namespace, query, environment) : [])
    const pipeline = sessions || rest.length === stages.length ? whole : compilePipeline(rest, environment)
    const results = pipeline.run(source)
    if (whole.target) {
      if ('combine' in whole.target) await mergeInto(context, whole.target, results)
      else await replaceAll(context, whole.target, results)
      return { fields: new Map(), batch: await first(context, namespace, [], size) }
    }
    return { fields: new Map(), batch: await first(context, namespace, results, size) }
  },
}

/** `$listLocalSessions`: everybody's sessions, as nobody signs in here. */
function listSessions({ args, parts }: Context, stage: Document): Document[] {
  if (toWhole(args.document.get('aggregate')) !== 1)
    refuse(73, '$listLocalSessions must be run against the database with {aggregate: 1}')
  const spec = stage.get('$listLocalSessions')
  if (!isDocument(spec) || [...spec.keys()].some((key) => key !== 'allUsers'))
    refuse(9, '$listLocalSessions takes no option but allUsers')
  return parts.sessions.list(parts.clock.now())
}

function readCursor(cursor: Document | undefined, given: boolean): number {
  if (!given) refuse(9, "The 'cursor' option is required, except for aggregate with the explain argument")
  const size = cursor?.get('batchSize')
  return size === undefined
    ? firstBatchSize
    : (toWhole(size) ?? refuse(14, 'cursor.batchSize must be a number'))
}

async function first(
  context: Context,
  namespace: string,
  results: Iterable<Document> | AsyncIterable<Document>,
  size: number,
): ReturnType<Context['parts']['cursors']['first']> {
  async function* encoded(): AsyncGenerator<Uint8Array, void, void> {
    for await (const document of results) yield encode(document)
  }
  return context.parts.cursors.first(namespace, encoded(), size, context.tick)
}

/** Takes what the planner can do off the front of a pipeline. */
export function pushDown(
  stages: readonly Document[],
  hint: Value | undefined,
): { query: Query; rest: readonly Document[] } {
  const filters: Document[] = []
  let at = 0
  for (let match = stages[at]?.get('$match'); isDocument(match); match = stages[++at]?.get('$match'))
    filters.push(match)
  const [only] = filters
  const filter = filters.length > 1 ? documentOf(['$and', filters]) : (only ?? new Map<string, Value>())
  const sort = stages[at]?.get('$sort')
  const sortable = isDocument(sort) && sort.size > 0 && [...sort.values()].every((way) => !isDocument(way))
  const limit = sortable ? toWhole(stages[at + 1]?.get('$limit')) : undefined
  return {
    query: {
      filter,
      sort: sortable ? sort : new Map(),
      hint,
      limit: limit !== undefined && limit > 0 ? limit : 0,
    },
    rest: stages.slice(sortable ? at + 1 : at),
  }
}

/** `[$match, { $group: { _id: constant, n: { $sum: 1 } } }]`, as countDocuments sends it, from the keys alone. */
function countAlone(
  { parts }: Context,
  namespace: string,
  query: Query,
  rest: readonly Document[],
  environment: Environment,
): Document[] | undefined {
  const group = rest[0]?.get('$group')
  const table = parts.catalogue.tables.get(namespace)
  if (!table || rest.length !== 1 || !isDocument(group) || group.size !== 2 || query.sort.size > 0)
    return undefined
  const [[idField, id] = ['', null], [name, sum] = ['', null]] = group
  if (
    idField !== '_id' ||
    (id !== 1 && id !== null) ||
    !isDocument(sum) ||
    sum.get('$sum') !== 1 ||
    sum.size !== 1
  )
    return undefined
  const n = countKeys(parts.keyspace, table, planOf(table, query, environment))
  if (n === null) return undefined
  return n === 0 ? [] : [documentOf(['_id', id], [name, integer(n)])]
}

function documentsOf(
  context: Context,
  namespace: string,
  query: Query,
  environment: Environment,
): AsyncIterable<Document> | [] {
  const table = context.parts.catalogue.tables.get(namespace)
  if (!table) return []
  const rows = rowsFor(context.parts.keyspace, table, query, environment)
  return (async function* () {
    for await (const row of paused(rows, context)) yield row.document
  })()
}

/** Another collection as `$lookup` and `$unionWith` see it. */
function sourceOf(context: Context, namespace: string, environment: Environment): Source {
  return {
    // A partial or sparse index lacks documents an equality may mean; keys under a collation have another order.
    finds: (path) =>
      environment.collation === undefined &&
      (context.parts.catalogue.tables
        .get(namespace)
        ?.indexes.some(
          ({ fields, sparse, partialFilter, building }) =>
            fields[0]?.path === path && !sparse && !partialFilter && !building,
        ) ??
        false),
    documents(equality) {
      const filter: Document = equality
        ? documentOf([equality.path, documentOf(['$in', [...equality.values]])])
        : new Map()
      // Values an `$in` cannot carry (patterns) are left to the engine's own check.
      const asked: Query = { filter, sort: new Map(), hint: undefined, limit: 0 }
      compileFilter(filter, environment)
      return documentsOf(context, namespace, asked, environment)
    },
  }
}
