// update
import { decode } from '../bson/decode.ts'
import { encode } from '../bson/encode.ts'
import { compileFilter, type Match } from '../engine/filter.ts'
import { compileUpdate, type UpdateSpec } from '../engine/update.ts'
import { checkUpsertFilter, upsertDocument } from '../engine/upsert.ts'
import { documentOf, isDocument, type Document, type Value } from '../bson/values.ts'
import { Arguments } from './arguments.ts'
import { checkCollated } from './collation.ts'
import type { Context, WriteCommand } from './context.ts'
import { checkSize, prepared, validate } from './documents.ts'
import { refuse } from './errors.ts'
import { withErrors, writeError } from './insert.ts'
import { rowsFor } from './query.ts'
import { statementsOf, tableFor } from './statements.ts'

/** One update statement, whichever command it came by. */
export interface UpdateStatement {
  readonly filter: Document
  readonly update: UpdateSpec
  readonly many: boolean
  readonly upsert: boolean
  readonly arrayFilters: readonly Document[] | undefined
  readonly sort: Document
  readonly hint: Value | undefined
  readonly variables: Document | undefined
  readonly collation: Document | undefined
  readonly unchecked: boolean
}

/** What an update did. */
export interface Updated {
  readonly matched: number
  readonly modified: number
  /** The _id of the document inserted because nothing matched. */
  readonly upserted: Value | undefined
  /** First match before and after. */
  readonly before: Document | null
  readonly after: Document | null
}

const statementFields = [
  'q',
  'u',
  'c',
  'multi',
  'upsert',
  'arrayFilters',
  'sort',
  'hint',
  'collation',
  'upsertSupplied',
]

/** `update`: each statement on its own; with `ordered` the first failure ends the list. */
export const update: WriteCommand = {
  fields: ['updates', 'ordered', 'let', 'bypassDocumentValidation'],
  writes: true,
  run(context) {
    const ordered = context.args.ordered()
    const errors: Document[] = []
    const upserted: Document[] = []
    let n = 0
    let modified = 0
    for (const [i, received] of statementsOf(context, 'updates').entries()) {
      try {
        const statement = new Arguments('update.updates', decode(received), statementFields, true)
        const done = updateMatches(context, context.namespace(), readStatement(context, statement))
        n += done.upserted === undefined ? done.matched : 1
        modified += done.modified
        if (done.upserted !== undefined) upserted.push(documentOf(['index', i], ['_id', done.upserted]))
      } catch (error) {
        errors.push(writeError(error, i))
        if (ordered) break
      }
    }
    const reply = documentOf(['n', n], ['nModified', modified])
    if (upserted.length > 0) reply.set('upserted', upserted)
    return withErrors(reply, errors)
  },
}

function readStatement(context: Context, statement: Arguments): UpdateStatement {
  const many = statement.flag('multi')
  const sort = statement.embedded('sort')
  if (statement.has('c') && !Array.isArray(statement.document.get('u')))
    refuse(51198, 'Constant values may only be specified for pipeline updates')
  if (sort && many) refuse(9, 'Cannot specify sort with multi=true')
  return {
    filter:
      statement.embedded('q') ??
      refuse(40414, "BSON field 'update.updates.q' is missing but a required field"),
    update: readUpdate(statement.required('u')),
    many,
    upsert: statement.flag('upsert'),
    arrayFilters: statement.documents('arrayFilters'),
    sort: sort ?? new Map(),
    hint: statement.document.get('hint'),
    collation: statement.embedded('collation'),
    variables: mergeVariables(context.args.embedded('let'), statement.embedded('c')),
    unchecked: context.args.flag('bypassDocumentValidation'),
  }
}

function mergeVariables(outer: Document | undefined, own: Document | undefined): Document | undefined {
  return own ? new Map([...(outer ?? []), ...own]) : outer
}

/** An update is a document (operators or a replacement) or a pipeline. */
export function readUpdate(value: Value): UpdateSpec {
  if (isDocument(value)) return value
  if (Array.isArray(value) && value.every(isDocument)) return value
  return refuse(9, 'Update argument must be either an object or an array')
}

/** Changes the first match or all, or inserts. Needs a write transaction. */
export function updateMatches(context: Context, namespace: string, statement: UpdateStatement): Updated {
  context.tick()
  const { parts } = context
  const environment = context.environment(statement.variables, statement.collation)
  const { arrayFilters, filter } = statement
  if (environment.collation) checkCollated(statement.update, arrayFilters)
  const compiled = compileUpdate(statement.update, environment, arrayFilters ? { arrayFilters } : {})
  if (statement.many && compiled.kind === 'replacement')
    refuse(9, 'multi update is not supported for replacement-style update')
  if (statement.upsert) checkUpsertFilter(filter)
  const test = compileFilter(filter, environment)
  const table = parts.catalogue.tables.get(namespace)
  let matched = 0
  let modified = 0
  let before: Document | null = null
  let after: Document | null = null
  if (table) {
    // The keys are collected first: an update may move a document to where the walk has not been yet.
    const keys: Buffer[] = []
    const limit = statement.many ? 0 : 1
    for (const row of rowsFor(parts.keyspace, table, { ...statement, limit }, environment)) {
      context.tick()
      if (!row) continue
      keys.push(row.key)
      if (keys.length === limit) break
    }
    for (const key of keys) {
      context.tick()
      const raw = table.read(key)
      if (!raw) continue
      const old = decode(raw)
      const match: Match = {}
      // Run once more for the note it takes of the array place that matched.
      test(old, match)
      const next = compiled.apply(old, match)
      matched++
      before ??= old
      if (matched === 1) after = next ?? old
      if (!next) continue
      if (!statement.unchecked) validate(table, next)
      const encoded = checkSize(encode(next))
      if (raw.equals(encoded)) continue
      table.replace(key, old, encoded, next)
      modified++
    }
  }
  if (matched > 0 || !statement.upsert) return { matched, modified, upserted: undefined, before, after }
  const { id, document, raw } = prepared(upsertDocument(filter, compiled), parts.newId)
  const target = tableFor(context, namespace)
  if (!statement.unchecked) validate(target, document)
  target.insert(raw, document)
  return { matched: 0, modified: 0, upserted: id, before: null, after: document }
}
