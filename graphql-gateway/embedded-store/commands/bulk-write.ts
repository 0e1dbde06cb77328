// bulkWrite (the server command behind client.bulkWrite)
import { decode } from '../bson/decode.ts'
import { encode } from '../bson/encode.ts'
import { documentOf, type Document, type Value } from '../bson/values.ts'
import { Arguments } from './arguments.ts'
import { namespaceOf, type Context, type WriteCommand } from './context.ts'
import { removeMatches } from './delete.ts'
import { refuse } from './errors.ts'
import { insertOne, writeError } from './insert.ts'
import { statementsOf } from './statements.ts'
import { readUpdate, updateMatches } from './update.ts'

/** Sums over all operations, in the order of the reply. */
interface Totals {
  nErrors: number
  nInserted: number
  nMatched: number
  nModified: number
  nUpserted: number
  nDeleted: number
}

/** `bulkWrite`: inserts, updates and deletes over several collections in one command. */
export const bulkWrite: WriteCommand = {
  fields: ['ops', 'nsInfo', 'ordered', 'errorsOnly', 'cursor', 'let', 'bypassDocumentValidation'],
  writes: true,
  adminOnly: true,
  run(context) {
    const { args } = context
    const ordered = args.ordered()
    const namespaces = namespacesOf(context)
    const totals: Totals = { nErrors: 0, nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0 }
    const results: Document[] = []
    for (const [i, received] of statementsOf(context, 'ops').entries()) {
      try {
        const result = operate(context, decode(received), namespaces, totals)
        if (!args.flag('errorsOnly')) results.push(new Map<string, Value>([['ok', 1], ['idx', i], ...result]))
      } catch (error) {
        totals.nErrors++
        const failure = writeError(error, i)
        failure.delete('index')
        failure.delete('codeName')
        results.push(new Map<string, Value>([['ok', 0], ['idx', i], ['n', 0], ...failure]))
        if (ordered) break
      }
    }
    const cursor = documentOf(['firstBatch', results], ['id', 0n], ['ns', 'admin.$cmd.bulkWrite'])
    return new Map<string, Value>([['cursor', cursor], ...Object.entries(totals)])
  },
}

function namespacesOf({ request, args }: Context): string[] {
  const sequence = request.sequences.get('nsInfo')
  const list = sequence ? sequence.map(decode) : (args.documents('nsInfo') ?? [])
  return list.map((info) => {
    const ns = info.get('ns')
    if (typeof ns !== 'string' || !ns.includes('.'))
      return refuse(73, 'bulkWrite.nsInfo.ns must be a namespace')
    const dot = ns.indexOf('.')
    return namespaceOf(ns.slice(0, dot), ns.slice(dot + 1), 'bulkWrite')
  })
}

function operate(
  context: Context,
  operation: Document,
  namespaces: readonly string[],
  totals: Totals,
): Document {
  const [kind = ''] = operation.keys()
  const place = operation.get(kind)
  const namespace = typeof place === 'number' ? namespaces[place] : undefined
  if (namespace === undefined) return refuse(2, `BulkWrite ops entry with an invalid nsInfo index`)
  const variables = context.args.embedded('let')
  const unchecked = context.args.flag('bypassDocumentValidation')
  if (kind === 'insert') {
    const args = new Arguments('bulkWrite.ops', operation, ['insert', 'document'], true)
    insertOne(
      context,
      namespace,
      encode(args.embedded('document') ?? refuse(40414, 'insert without document')),
      unchecked,
    )
    totals.nInserted++
    return documentOf(['n', 1])
  }
  const common = [kind, 'filter', 'multi', 'hint', 'collation']
  if (kind === 'delete') {
    const args = new Arguments('bulkWrite.ops', operation, common, true)
    const { count } = removeMatches(
      context,
      namespace,
      {
        filter: args.embedded('filter') ?? refuse(40414, 'delete without filter'),
        sort: new Map(),
        hint: operation.get('hint'),
        limit: args.flag('multi') ? 0 : 1,
      },
      context.environment(variables, args.embedded('collation')),
    )
    totals.nDeleted += count
    return documentOf(['n', count])
  }
  if (kind !== 'update') return refuse(9, `unrecognized bulkWrite operation '${kind.slice(0, 40)}'`)
  const fields = [...common, 'updateMods', 'upsert', 'arrayFilters', 'sort', 'constants', 'upsertSupplied']
  const args = new Arguments('bulkWrite.ops', operation, fields, true)
  const mods = args.required('updateMods')
  const done = updateMatches(context, namespace, {
    filter: args.embedded('filter') ?? refuse(40414, 'update without filter'),
    update: readUpdate(mods),
    many: args.flag('multi'),
    upsert: args.flag('upsert'),
    arrayFilters: args.documents('arrayFilters'),
    sort: args.embedded('sort') ?? new Map(),
    hint: operation.get('hint'),
    variables,
    collation: args.embedded('collation'),
    unchecked,
  })
  totals.nModified += done.modified
  if (done.upserted === undefined) {
    totals.nMatched += done.matched
    return documentOf(['n', done.matched], ['nModified', done.modified])
  }
  totals.nUpserted++
  return documentOf(['n', 1], ['nModified', 0], ['upserted', documentOf(['_id', done.upserted])])
}
