// explain
import { compileFilter } from '../engine/filter.ts'
import { documentOf, isDocument, type Document } from '../bson/values.ts'
import type { Index } from '../keyspace/table.ts'
import type { Plan } from '../planner/contract.ts'
import { pushDown } from './aggregate.ts'
import { namespaceOf, type Command } from './context.ts'
import { refuse } from './errors.ts'
import { naturalOrder, planOf, type Query } from './query.ts'

/** `explain`: the plan of a find, count, distinct, or of the leading part of an aggregate. Nothing is run. */
export const explain: Command = {
  fields: ['verbosity'],
  run(context) {
    const inner = context.args.embedded('explain') ?? new Map()
    const [name = ''] = inner.keys()
    const query = naturalOrder(queryOf(name, inner))
    const collation = inner.get('collation')
    const environment = context.environment(undefined, isDocument(collation) ? collation : undefined)
    compileFilter(query.filter, environment)
    const table = context.parts.catalogue.tables.get(
      namespaceOf(context.database, inner.get(name), 'explain'),
    )
    const winning = table ? describe(planOf(table, query, environment), query) : documentOf(['stage', 'EOF'])
    return documentOf(
      [
        'queryPlanner',
        documentOf(
          ['namespace', `${context.database}.${String(inner.get(name))}`],
          ['parsedQuery', query.filter],
          ['winningPlan', winning],
          ['rejectedPlans', []],
        ),
      ],
      ['serverInfo', documentOf(['server', 'embedded store'])],
    )
  },
}

function queryOf(name: string, command: Document): Query {
  const embedded = (field: string): Document => {
    const value = command.get(field)
    return isDocument(value) ? value : new Map()
  }
  const hint = command.get('hint')
  if (name === 'find') return { filter: embedded('filter'), sort: embedded('sort'), hint, limit: 0 }
  if (name === 'count' || name === 'distinct')
    return { filter: embedded('query'), sort: new Map(), hint, limit: 0 }
  if (name === 'aggregate') {
    const pipeline = command.get('pipeline')
    return pushDown(Array.isArray(pipeline) ? pipeline.filter(isDocument) : [], hint).query
  }
  if (name === 'update' || name === 'delete') {
    const list = command.get(name === 'update' ? 'updates' : 'deletes')
    const first = Array.isArray(list) ? list[0] : undefined
    const filter = isDocument(first) ? first.get('q') : undefined
    return { filter: isDocument(filter) ? filter : new Map(), sort: new Map(), hint, limit: 0 }
  }
  if (name === 'findAndModify') return { filter: embedded('query'), sort: embedded('sort'), hint, limit: 0 }
  return refuse(59, `Explain failed due to unknown command: ${name.slice(0, 60)}`)
}

function describe(plan: Plan, query: Query): Document {
  const access = plan.index
    ? documentOf(
        ['stage', 'FETCH'],
        [
          'inputStage',
          documentOf(
            ['stage', 'IXSCAN'],
            ['indexName', plan.index.name],
            ['keyPattern', pattern(plan.index)],
            ['isMultiKey', plan.repeats],
            ['direction', plan.reverse ? 'backward' : 'forward'],
            ['boundedFields', plan.bounded],
            ['ranges', plan.ranges.length],
            ['exact', plan.exact],
          ),
        ],
      )
    : documentOf(['stage', 'COLLSCAN'], ['direction', plan.reverse ? 'backward' : 'forward'])
  if (plan.sorted) return access
  return documentOf(['stage', 'SORT'], ['sortPattern', query.sort], ['inputStage', access])
}

function pattern({ fields }: Index): Document {
  return new Map(fields.map(({ path, descending }) => [path, descending ? -1 : 1]))
}
