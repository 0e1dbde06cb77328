// Stages that read other collections: $lookup and $unionWith.
import { compare, keyOf } from '../../bson/compare.ts'
import { bind, type Bindings, type Documents, type Source } from '../environment.ts'
import { fail } from '../../bson/errors.ts'
import { scopeOf } from '../expression.ts'
import { checkVariableName } from '../expressions/operator.ts'
import { checkFieldPath, type Path, pathOf, walk } from '../paths.ts'
import { type Document, isDocument, typeNameOf, type Value } from '../../bson/values.ts'
import { withAt } from './documents.ts'
import { collect, type CompileStage, Keeper, type Stage, type StageScope } from './stage.ts'

function sourceOf(name: string, scope: StageScope): Source {
  return scope.env.collection?.(name) ?? fail(115, `There is no other collection to read here: ${name}`)
}

function stagesOf(value: Value | undefined, what: string): Document[] {
  if (value === undefined) return []
  if (!Array.isArray(value))
    return fail(14, `${what} argument 'pipeline' must be an array, is type ${typeNameOf(value)}`)
  return value.map((spec) =>
    isDocument(spec) ? spec : fail(14, `Each element of the 'pipeline' array must be an object`),
  )
}

interface Join {
  readonly local: Path
  readonly foreign: string
}

const lookup: CompileStage = (operand, scope) => {
  if (!isDocument(operand))
    return fail(9, `the $lookup stage specification must be an object, but found ${typeNameOf(operand)}`)
  for (const [key, value] of operand) {
    if (!['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'].includes(key))
      fail(9, `unknown argument to $lookup: ${key}`)
    if (key !== 'let' && key !== 'pipeline' && typeof value !== 'string')
      fail(9, `$lookup argument '${key}' must be a string, found ${key}: ${typeNameOf(value)}`)
  }
  const text = (key: string): string | undefined => {
    const value = operand.get(key)
    return typeof value === 'string' ? value : undefined
  }
  const as = text('as') ?? fail(9, "must specify 'as' field for a $lookup")
  const from = text('from')
  const [local, foreign] = [text('localField'), text('foreignField')]
  const piped = operand.has('pipeline')
  if ((local === undefined) !== (foreign === undefined))
    fail(9, '$lookup requires both or neither of localField and foreignField to be specified')
  if (!piped && local === undefined)
    fail(9, '$lookup requires either localField and foreignField or pipeline to be specified')
  if (!piped && operand.has('let')) fail(9, "$lookup with a 'let' argument must also specify 'pipeline'")
  const stages = stagesOf(operand.get('pipeline'), '$lookup')
  const selfSupplied = [...(stages[0]?.keys() ?? [])][0] === '$documents'
  if (from === undefined && !selfSupplied) fail(9, "must specify 'from' field for a $lookup")
  for (const path of [as, local, foreign]) if (path !== undefined) checkFieldPath(path)
  const variables = letOf(operand.get('let'), scope)
  for (const stage of stages) {
    const name = [...stage.keys()][0]
    if (name === '$merge' || name === '$out')
      fail(51047, `${name} is not allowed within a $lookup's sub-pipeline`)
  }
  const inner = piped
    ? scope.pipeline(
        stages,
        variables.map(([name]) => name),
      )
    : undefined
  const join: Join | undefined =
    local !== undefined && foreign !== undefined ? { local: pathOf(local), foreign } : undefined
  const asPath = pathOf(as)
  return async function* (source, bindings) {
    const matching = joiner(from, join, scope)
    for await (const document of source) {
      scope.env.tick?.()
      let joined: Documents = await matching(document)
      if (inner) {
        let around = bindings
        for (const [name, expression] of variables) {
          around = bind(name, expression.evaluate({ root: document, bindings }), around)
        }
        joined = inner(joined, around)
      }
      yield withAt(document, asPath, await collect(joined, '$lookup', scope.env))
    }
  }
}

function letOf(spec: Value | undefined, scope: StageScope) {
  if (spec === undefined) return []
  if (!isDocument(spec))
    return fail(9, `$lookup argument 'let' must be an object, is type ${typeNameOf(spec)}`)
  return Array.from(spec, ([name, value]) => {
    checkVariableName(name)
    return [name, scopeOf(scope.env, scope.names).compile(value)] as const
  })
}

/** Finds the documents that belong to one: asked of the source where it can, else from a table made once. */
function joiner(
  from: string | undefined,
  join: Join | undefined,
  scope: StageScope,
): (document: Document) => Promise<Documents> {
  if (from === undefined) return async () => []
  const source = sourceOf(from, scope)
  if (!join) return async () => source.documents()
  const path = pathOf(join.foreign)
  if (source.finds?.(join.foreign)) {
    return async (document) => {
      const values = localValues(document, join.local)
      const wanted = new Set(values.map(keyOf))
      const found = await collect(source.documents({ path: join.foreign, values }), '$lookup', scope.env)
      return found.filter((candidate) => foreignKeys(candidate, path).some((key) => wanted.has(key)))
    }
  }
  let table: Promise<Table> | undefined
  return async (document) => {
    table ??= tableOf(source, path, scope)
    const { rows, places } = await table
    const hits = new Set(localValues(document, join.local).flatMap((value) => places.get(keyOf(value)) ?? []))
    return [...hits].sort((a, b) => a - b).flatMap((place) => rows[place] ?? [])
  }
}

interface Table {
  readonly rows: readonly Document[]
  readonly places: ReadonlyMap<string, number[]>
}

async function tableOf(source: Source, path: Path, scope: StageScope): Promise<Table> {
  const rows = await collect(source.documents(), '$lookup', scope.env)
  const keeper = new Keeper('$lookup', scope.env)
  const places = new Map<string, number[]>()
  for (const [place, row] of rows.entries()) {
    for (const key of foreignKeys(row, path)) {
      keeper.keep(key)
      const list = places.get(key)
      if (list) list.push(place)
      else places.set(key, [place])
    }
  }
  return { rows, places }
}

/** What a foreign document is found by: each value at the path, an absent one as null. */
function foreignKeys(document: Document, path: Path): string[] {
  const keys = new Set<string>()
  walk(document, path, false, (value) => {
    keys.add(keyOf(value ?? null))
    return false
  })
  return [...keys]
}

/** The values a document is joined by: an array by each element, an absent one as null. */
function localValues(document: Document, path: Path): Value[] {
  const values: Value[] = []
  walk(document, path, true, (value) => {
    if (Array.isArray(value)) values.push(...value)
    else values.push(value ?? null)
    return false
  })
  return values.sort(compare)
}

const unionWith: CompileStage = (operand, scope) => {
  const spec = isDocument(operand) ? operand : new Map<string, Value>([['coll', operand]])
  if (!isDocument(operand) && typeof operand !== 'string') {
    fail(
      9,
      `the $unionWith stage specification must be an object or string, but found ${typeNameOf(operand)}`,
    )
  }
  for (const key of spec.keys())
    if (key !== 'coll' && key !== 'pipeline')
      fail(40415, `BSON field '$unionWith.${key}' is an unknown field.`)
  const name = spec.get('coll')
  if (name !== undefined && typeof name !== 'string')
    fail(14, `BSON field '$unionWith.coll' is the wrong type '${typeNameOf(name)}', expected type 'string'`)
  const stages = stagesOf(spec.get('pipeline'), '$unionWith')
  if (typeof name !== 'string' && [...(stages[0]?.keys() ?? [])][0] !== '$documents') {
    fail(
      9,
      '$unionWith stage without explicit collection must have a pipeline with $documents as first stage',
    )
  }
  for (const stage of stages) {
    const stageName = [...stage.keys()][0]
    if (stageName === '$merge' || stageName === '$out')
      fail(31441, `${stageName} is not allowed within a $unionWith's sub-pipeline`)
  }
  const inner: Stage = scope.pipeline(stages)
  return async function* (source: Documents, bindings: Bindings | undefined) {
    yield* source
    yield* inner(typeof name === 'string' ? sourceOf(name, scope).documents() : [], bindings)
  }
}

export const joinStages: Readonly<Record<string, CompileStage>> = { $lookup: lookup, $unionWith: unionWith }
