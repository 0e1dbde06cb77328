// $merge and $out: what the caller writes where, and how an incoming document meets the one that stands there.
import { bind } from '../environment.ts'
import { fail } from '../../bson/errors.ts'
import { scopeOf } from '../expression.ts'
import { checkVariableName } from '../expressions/operator.ts'
import { checkFieldPath } from '../paths.ts'
import { type Document, isDocument, typeNameOf, type Value } from '../../bson/values.ts'
import { collect, type StageScope } from './stage.ts'

/** The documents take the place of everything in a collection, whole or not at all (`$out`). */
export interface OutTarget {
  readonly collection: string
  readonly database?: string
}

/** Where a pipeline's documents go. The caller finds the standing document by the `on` fields and does the writing. */
export interface MergeTarget {
  /** The collection, in this database unless `database` says another. */
  readonly collection: string
  readonly database?: string
  /** Fields that together name a document uniquely; `_id` when the pipeline does not say. */
  readonly on: readonly string[]
  /**
   * The document to store, or undefined to leave things as they are.
   * @throws MongoError 11000 for `whenMatched: 'fail'`, 13113 for `whenNotMatched: 'fail'`.
   */
  combine(standing: Document | undefined, incoming: Document): Promise<Document | undefined>
}

type CompileTarget = (operand: Value, scope: StageScope) => MergeTarget | OutTarget

const merge: CompileTarget = (operand, scope) => {
  const spec = isDocument(operand) ? operand : new Map<string, Value>([['into', operand]])
  if (!isDocument(operand) && typeof operand !== 'string')
    fail(51182, `$merge only supports a string or object argument, not ${typeNameOf(operand)}`)
  for (const key of spec.keys()) {
    if (!['into', 'on', 'whenMatched', 'whenNotMatched', 'let'].includes(key))
      fail(40415, `BSON field '$merge.${key}' is an unknown field.`)
  }
  const on = onOf(spec.get('on'))
  const matched = matchedOf(spec, scope)
  const missing = spec.get('whenNotMatched') ?? 'insert'
  if (missing !== 'insert' && missing !== 'discard' && missing !== 'fail')
    fail(2, `Enumeration value '${String(missing)}' for field '$merge.whenNotMatched' is not a valid value.`)
  return {
    ...intoOf(spec.get('into')),
    on,
    async combine(standing, incoming) {
      if (standing) return matched(standing, incoming)
      if (missing === 'fail')
        fail(
          13113,
          '$merge could not find a matching document in the target collection for at least one document in the source collection',
        )
      return missing === 'insert' ? incoming : undefined
    },
  }
}

function intoOf(into: Value | undefined): { collection: string; database?: string } {
  if (into === undefined) fail(40414, "BSON field '$merge.into' is missing but a required field")
  if (typeof into === 'string')
    return into ? { collection: into } : fail(73, "Invalid namespace specified ''")
  if (!isDocument(into))
    return fail(
      51178,
      `$merge 'into' field must be either a string or an object, but found ${typeNameOf(into)}`,
    )
  const collection = into.get('coll')
  const database = into.get('db')
  for (const key of into.keys())
    if (key !== 'coll' && key !== 'db') fail(40415, `BSON field 'into.${key}' is an unknown field.`)
  if (typeof collection !== 'string' || !collection)
    return fail(51178, "$merge 'into' field must specify a 'coll' that is not empty")
  if (database === undefined) return { collection }
  return typeof database === 'string'
    ? { collection, database }
    : fail(51178, "$merge 'into.db' must be a string")
}

function onOf(on: Value | undefined): readonly string[] {
  if (on === undefined) return ['_id']
  const list = Array.isArray(on) ? on : [on]
  if (!Array.isArray(on) && typeof on !== 'string')
    fail(
      51186,
      `$merge 'on' field must be either a string or an array of strings, but found ${typeNameOf(on)}`,
    )
  if (list.length === 0) fail(51187, "If explicitly specifying $merge 'on', must include at least one field")
  const fields = list.map((field) =>
    typeof field === 'string'
      ? field
      : fail(51134, `$merge 'on' array elements must be strings, but found ${typeNameOf(field)}`),
  )
  for (const field of fields) checkFieldPath(field)
  if (new Set(fields).size < fields.length) fail(31465, `Found a duplicate field in $merge 'on'`)
  return fields
}

function matchedOf(
  spec: Document,
  scope: StageScope,
): (standing: Document, incoming: Document) => Promise<Document | undefined> {
  const how = spec.get('whenMatched') ?? 'merge'
  if (spec.has('let') && !Array.isArray(how))
    fail(51199, "Cannot use 'let' variables with a whenMatched mode that is not a pipeline")
  if (Array.isArray(how)) return pipelineOf(how, spec, scope)
  switch (how) {
    case 'merge':
      return async (standing, incoming) => new Map([...standing, ...incoming])
    case 'replace':
      return async (standing, incoming) =>
        new Map([
          ['_id', incoming.get('_id') ?? standing.get('_id') ?? null],
          ...[...incoming].filter(([key]) => key !== '_id'),
        ])
    case 'keepExisting':
      return async () => undefined
    case 'fail':
      return async () =>
        fail(
          11000,
          '$merge found a document in the target collection with the same key, and whenMatched is fail',
        )
  }
  return fail(2, `Enumeration value '${String(how)}' for field '$merge.whenMatched' is not a valid value.`)
}

const allowed = ['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']

function pipelineOf(
  how: Value[],
  spec: Document,
  scope: StageScope,
): (standing: Document, incoming: Document) => Promise<Document | undefined> {
  const declared = spec.get('let')
  if (declared !== undefined && !isDocument(declared))
    return fail(14, "BSON field '$merge.let' must be an object")
  const variables = Array.from(declared ?? [], ([name, value]) => {
    if (name === 'new' && value !== '$$ROOT')
      fail(51273, "'let' may not define a value for the reserved 'new' variable other than '$$ROOT'")
    if (name !== 'new') checkVariableName(name)
    return [name, scopeOf(scope.env, scope.names).compile(value)] as const
  })
  const stages = how.map((stage) => {
    const name = isDocument(stage) ? [...stage.keys()][0] : undefined
    if (!isDocument(stage) || name === undefined || !allowed.includes(name))
      return fail(72, `${name ?? typeNameOf(stage)} is not allowed to be used within an update`)
    return stage
  })
  const run = scope.pipeline(stages, ['new', ...variables.map(([name]) => name)])
  return async (standing, incoming) => {
    let bindings = bind('new', incoming, undefined)
    for (const [name, expression] of variables)
      bindings = bind(name, expression.evaluate({ root: incoming, bindings: undefined }), bindings)
    const [result] = await collect(run([standing], bindings), '$merge', scope.env)
    return result
  }
}

const out: CompileTarget = (operand) => {
  if (typeof operand === 'string')
    return operand ? { collection: operand } : fail(73, "Invalid namespace specified ''")
  if (!isDocument(operand))
    return fail(16990, `$out only supports a string or object argument, but found ${typeNameOf(operand)}`)
  for (const key of operand.keys())
    if (key !== 'coll' && key !== 'db') fail(40415, `BSON field '$out.${key}' is an unknown field.`)
  const [collection, database] = [operand.get('coll'), operand.get('db')]
  if (collection === undefined || database === undefined)
    return fail(40414, "BSON fields '$out.db' and '$out.coll' are required")
  if (typeof collection !== 'string' || typeof database !== 'string')
    return fail(14, "BSON fields '$out.db' and '$out.coll' must be strings")
  return { collection, database }
}

/** The stages that write; only at the end of a pipeline. */
export const writingStages: Readonly<Record<string, CompileTarget>> = { $merge: merge, $out: out }
