// delete
import { decode } from '../bson/decode.ts'
import { compileFilter } from '../engine/filter.ts'
import type { Environment } from '../engine/environment.ts'
import { documentOf, type Document } from '../bson/values.ts'
import { Arguments } from './arguments.ts'
import type { Context, WriteCommand } from './context.ts'
import { refuse } from './errors.ts'
import { withErrors, writeError } from './insert.ts'
import { rowsFor, type Query } from './query.ts'
import { statementsOf } from './statements.ts'

/** `delete`: removes the first match (`limit: 1`) or all (`limit: 0`) of each statement. */
export const deleteCommand: WriteCommand = {
  fields: ['deletes', 'ordered', 'let', 'bypassDocumentValidation'],
  writes: true,
  run(context) {
    const ordered = context.args.ordered()
    const variables = context.args.embedded('let')
    const errors: Document[] = []
    let n = 0
    for (const [i, received] of statementsOf(context, 'deletes').entries()) {
      try {
        const statement = new Arguments(
          'delete.deletes',
          decode(received),
          ['q', 'limit', 'collation', 'hint'],
          true,
        )
        const limit = statement.whole('limit', 0) ?? 0
        if (limit > 1) refuse(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`)
        const query: Query = {
          filter: statement.embedded('q') ?? refuse(40414, "BSON field 'delete.deletes.q' is missing"),
          sort: new Map(),
          hint: statement.document.get('hint'),
          limit,
        }
        n += removeMatches(
          context,
          context.namespace(),
          query,
          context.environment(variables, statement.embedded('collation')),
        ).count
      } catch (error) {
        errors.push(writeError(error, i))
        if (ordered) break
      }
    }
    return withErrors(documentOf(['n', n]), errors)
  },
}

/** Removes matches, at most `query.limit` (0: all). Answers how many, and the first of them. */
export function removeMatches(
  context: Context,
  namespace: string,
  query: Query,
  environment: Environment,
): { count: number; first: Document | null } {
  context.tick()
  const { keyspace, catalogue } = context.parts
  // A mistake in the filter is told even where there is nothing to remove.
  compileFilter(query.filter, environment)
  const table = catalogue.tables.get(namespace)
  if (!table) return { count: 0, first: null }
  let count = 0
  let first: Document | null = null
  // The keys are collected first: removing while walking would change what is walked.
  const found = []
  for (const row of rowsFor(keyspace, table, query, environment)) {
    context.tick()
    if (!row) continue
    found.push(row.key)
    if (found.length === query.limit) break
  }
  for (const key of found) {
    context.tick()
    const raw = table.read(key)
    if (!raw) continue
    const document = decode(raw)
    table.remove(key, document)
    first ??= document
    count++
  }
  return { count, first }
}
