// Stages that put documents together: $group $bucket $bucketAuto $sortByCount $count $facet.
import { type Accumulator, type AccumulatorSpec, compileAccumulator } from '../accumulators.ts'
import { compare, equal, keyOf, rankOf } from '../compare.ts'
import { type Bindings, type Documents } from '../environment.ts'
import { fail } from '../errors.ts'
import { checkFieldPath, scopeOf } from '../expression.ts'
import { constantOf, type Evaluate, type Frame } from '../expressions/operator.ts'
import { type Document, isDocument, isNumeric, toDouble, toWhole, typeNameOf, type Value } from '../values.ts'
import { collect, type CompileStage, Keeper, type Stage, type StageScope } from './stage.ts'

type Outputs = readonly (readonly [string, AccumulatorSpec])[]

/** Compiles the accumulators of a stage's output. */
export function outputsOf(fields: Iterable<[string, Value]>, scope: StageScope): Outputs {
  const expressions = scopeOf(scope.env, scope.names)
  return Array.from(fields, ([field, value]) => {
    if (!isDocument(value)) return fail(40234, `The field '${field}' must be an accumulator object`)
    if (field.includes('.')) fail(40235, `The field name '${field}' cannot contain '.'`)
    if (field.startsWith('$')) fail(40236, `The field name '${field}' cannot be an operator name`)
    const [entry] = value
    if (!entry || value.size !== 1) return fail(40238, `The field '${field}' must specify one accumulator`)
    return [field, compileAccumulator(entry[0], entry[1], expressions)] as const
  })
}

/** One group in progress. */
class Group {
  private readonly accumulators: readonly Accumulator[]
  private readonly outputs: Outputs

  constructor(outputs: Outputs) {
    this.outputs = outputs
    this.accumulators = outputs.map(([, spec]) => spec.begin())
  }

  add(frame: Frame, keeper: Keeper): void {
    for (const [i, [, spec]] of this.outputs.entries()) {
      const kept = this.accumulators[i]?.add(spec.evaluate(frame))
      if (kept !== undefined) keeper.keep(kept)
    }
  }

  finish(id: Value): Document {
    const result: Document = new Map([['_id', id]])
    for (const [i, [field]] of this.outputs.entries())
      result.set(field, this.accumulators[i]?.value() ?? null)
    return result
  }
}

/** Groups a stream by a key; the key function may refuse a document. */
function grouping(key: Evaluate, outputs: Outputs, name: string, scope: StageScope): Stage {
  return async function* (source, bindings) {
    const keeper = new Keeper(name, scope.env)
    const groups = new Map<string, { id: Value; group: Group }>()
    for await (const root of source) {
      const frame: Frame = { root, bindings }
      const id = key(frame) ?? null
      const text = keyOf(id)
      let entry = groups.get(text)
      if (!entry) {
        entry = { id, group: new Group(outputs) }
        groups.set(text, entry)
        keeper.keep(id)
        keeper.keep(text)
      } else keeper.step()
      entry.group.add(frame, keeper)
    }
    for (const { id, group } of groups.values()) yield group.finish(id)
  }
}

const group: CompileStage = (operand, scope) => {
  if (!isDocument(operand)) return fail(15947, "a group's fields must be specified in an object")
  const id =
    operand.get('_id') ??
    (operand.has('_id') ? null : fail(15955, 'a group specification must include an _id'))
  const key = scopeOf(scope.env, scope.names).compile(id)
  const outputs = outputsOf(
    [...operand].filter(([field]) => field !== '_id'),
    scope,
  )
  return grouping(key.evaluate, outputs, '$group', scope)
}

const countOutput = (): [string, Value][] => [['count', new Map<string, Value>([['$sum', 1]])]]

const sortByCount: CompileStage = (operand, scope) => {
  const isExpression = isDocument(operand) && [...operand.keys()][0]?.startsWith('$')
  if (isDocument(operand) && !isExpression)
    fail(40147, 'the sortByCount field must be defined as a $-prefixed path or an expression')
  if (!isDocument(operand) && typeof operand !== 'string')
    fail(40149, 'the sortByCount field must be specified as a string or as an object')
  if (typeof operand === 'string' && !operand.startsWith('$'))
    fail(40148, 'the sortByCount field must be defined as a $-prefixed path or an expression')
  const key = scopeOf(scope.env, scope.names).compile(operand)
  const grouped = grouping(key.evaluate, outputsOf(countOutput(), scope), '$sortByCount', scope)
  return async function* (source, bindings) {
    const rows = await collect(grouped(source, bindings), '$sortByCount', scope.env)
    yield* rows.sort((a, b) => compare(b.get('count'), a.get('count')))
  }
}

const count: CompileStage = (operand, scope) => {
  if (typeof operand !== 'string') return fail(40156, 'the count field must be a non-empty string')
  if (operand === '') fail(40157, 'the count field must be a non-empty string')
  if (operand.startsWith('$')) fail(40158, 'the count field cannot be a $-prefixed path')
  if (operand.includes('\0')) fail(40159, 'the count field cannot contain a null byte')
  if (operand.includes('.')) fail(40160, "the count field cannot contain '.'")
  const outputs = outputsOf([[operand, new Map<string, Value>([['$sum', 1]])]], scope)
  return async function* (source, bindings) {
    const keeper = new Keeper('$count', scope.env)
    let total: Group | undefined
    for await (const root of source) {
      keeper.step()
      total ??= new Group(outputs)
      total.add({ root, bindings }, keeper)
    }
    const result = total?.finish(null)
    result?.delete('_id')
    if (result) yield result
  }
}

const bucket: CompileStage = (operand, scope) => {
  if (!isDocument(operand))
    return fail(40201, `Argument to $bucket stage must be an object, but found type: ${typeNameOf(operand)}`)
  for (const key of operand.keys()) {
    if (!['groupBy', 'boundaries', 'default', 'output'].includes(key))
      fail(40197, `Unrecognized option to $bucket: ${key}.`)
  }
  const by = operand.get('groupBy')
  const list = operand.get('boundaries')
  if (by === undefined || list === undefined)
    return fail(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.")
  const key = keyExpression(by, scope, '$bucket', 40202)
  const bounds = boundariesOf(list, scope)
  const [lowest] = bounds
  const highest = bounds[bounds.length - 1]
  const fallback = operand.get('default')
  const other =
    fallback === undefined ? undefined : constantIn(fallback, scope, 40195, "The $bucket 'default' field")
  if (other !== undefined && compare(other, lowest) >= 0 && compare(other, highest) < 0) {
    fail(
      40199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    )
  }
  const find = (frame: Frame): Value => {
    const value = key(frame)
    const above = bounds.findIndex((bound) => compare(value ?? null, bound) < 0)
    const found = above > 0 ? bounds[above - 1] : undefined
    return (
      found ??
      other ??
      fail(40066, '$switch could not find a matching branch for an input, and no default was specified.')
    )
  }
  const grouped = grouping(find, outputOption(operand, scope, '$bucket', 40196), '$bucket', scope)
  return async function* (source, bindings) {
    const rows = await collect(grouped(source, bindings), '$bucket', scope.env)
    yield* rows.sort((a, b) => compare(a.get('_id'), b.get('_id')))
  }
}

function keyExpression(by: Value, scope: StageScope, name: string, code: number): Evaluate {
  const isExpression = isDocument(by) && [...by.keys()][0]?.startsWith('$')
  const isPath = typeof by === 'string' && by.startsWith('$')
  if (!isExpression && !isPath)
    fail(
      code,
      `The ${name} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${typeNameOf(by)}`,
    )
  return scopeOf(scope.env, scope.names).compile(by).evaluate
}

function constantIn(spec: Value, scope: StageScope, code: number, what: string): Value {
  const expression = scopeOf(scope.env, scope.names).compile(spec)
  if (!expression.constant) fail(code, `${what} must be a constant value or expression`)
  return constantOf(expression) ?? null
}

function boundariesOf(list: Value, scope: StageScope): Value[] {
  if (!Array.isArray(list))
    return fail(40200, `The $bucket 'boundaries' field must be an array, but found type: ${typeNameOf(list)}`)
  if (list.length < 2)
    fail(
      40192,
      `The $bucket 'boundaries' field must have at least 2 values, but found ${list.length} value(s).`,
    )
  const bounds = list.map((item) => constantIn(item, scope, 40191, "The $bucket 'boundaries' field"))
  for (let i = 1; i < bounds.length; i++) {
    if (rankOf(bounds[i]) !== rankOf(bounds[i - 1]))
      fail(40193, "All values in the the 'boundaries' option to $bucket must have the same type.")
    if (compare(bounds[i], bounds[i - 1]) <= 0)
      fail(
        40194,
        "The 'boundaries' option to $bucket must be sorted, but elements are not in ascending order",
      )
  }
  return bounds
}

function outputOption(operand: Document, scope: StageScope, name: string, code: number): Outputs {
  const output = operand.get('output')
  if (output === undefined) return outputsOf(countOutput(), scope)
  if (!isDocument(output))
    return fail(code, `The ${name} 'output' field must be an object, but found type: ${typeNameOf(output)}`)
  return outputsOf(output, scope)
}

const bucketAuto: CompileStage = (operand, scope) => {
  if (!isDocument(operand))
    return fail(
      40240,
      `The argument to $bucketAuto must be an object, but found type: ${typeNameOf(operand)}`,
    )
  for (const key of operand.keys()) {
    if (!['groupBy', 'buckets', 'output', 'granularity'].includes(key))
      fail(40245, `Unrecognized option to $bucketAuto: ${key}.`)
  }
  if (operand.has('granularity'))
    fail(115, '$bucketAuto with granularity is not supported by the embedded store')
  const by = operand.get('groupBy')
  const buckets = operand.get('buckets')
  if (by === undefined || buckets === undefined)
    return fail(40246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified.")
  const key = keyExpression(by, scope, '$bucketAuto', 40239)
  if (!isNumeric(buckets))
    return fail(
      40241,
      `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeNameOf(buckets)}`,
    )
  const wanted =
    toWhole(buckets) ??
    fail(
      40242,
      `The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found ${toDouble(buckets)}`,
    )
  if (wanted > 0x7fffffff)
    fail(40242, "The $bucketAuto 'buckets' field must be representable as a 32-bit integer")
  if (wanted <= 0) fail(40243, `The $bucketAuto 'buckets' field must be greater than 0, but found: ${wanted}`)
  const outputs = outputOption(operand, scope, '$bucketAuto', 40244)
  return async function* (source, bindings) {
    const rows = (await collect(source, '$bucketAuto', scope.env))
      .map((root) => ({ root, value: key({ root, bindings }) ?? null }))
      .sort((a, b) => compare(a.value, b.value))
    yield* fill(rows, wanted, outputs, new Keeper('$bucketAuto', scope.env), bindings)
  }
}

function* fill(
  rows: readonly { root: Document; value: Value }[],
  wanted: number,
  outputs: Outputs,
  keeper: Keeper,
  bindings: Bindings | undefined,
): Iterable<Document> {
  const size = Math.max(1, Math.floor(rows.length / wanted))
  const larger = rows.length < wanted ? 0 : rows.length % wanted
  let at = 0
  for (let made = 1; at < rows.length; made++) {
    const from = at
    at = made >= wanted ? rows.length : Math.min(rows.length, at + size + (made <= larger ? 1 : 0))
    // Equal values stay in one bucket.
    while (at < rows.length && equal(rows[at]?.value, rows[at - 1]?.value)) at++
    const bucketGroup = new Group(outputs)
    for (const { root } of rows.slice(from, at)) bucketGroup.add({ root, bindings }, keeper)
    const [min, max] = [rows[from]?.value, rows[at]?.value ?? rows[at - 1]?.value]
    yield bucketGroup.finish(
      new Map([
        ['min', min ?? null],
        ['max', max ?? null],
      ]),
    )
  }
}

const facet: CompileStage = (operand, scope) => {
  if (!isDocument(operand) || operand.size === 0)
    return fail(40169, 'the $facet specification must be a non-empty object')
  const facets = Array.from(operand, ([name, specs]) => {
    checkFieldPath(name)
    if (name.includes('.')) fail(16412, `FieldPath field names may not contain '.': ${name}`)
    if (!Array.isArray(specs))
      return fail(40170, `arguments to $facet must be arrays, ${name} is type ${typeNameOf(specs)}`)
    const stages = specs.map((spec) =>
      isDocument(spec)
        ? spec
        : fail(
            40171,
            `elements of arrays in $facet spec must be non-empty objects, ${name} argument contained an element of type ${typeNameOf(spec)}`,
          ),
    )
    for (const stage of stages) {
      const stageName = [...stage.keys()][0] ?? ''
      if (['$facet', '$out', '$merge', '$documents'].includes(stageName))
        fail(40600, `${stageName} is not allowed to be used within a $facet stage`)
    }
    return [name, scope.pipeline(stages)] as const
  })
  return async function* (source: Documents, bindings) {
    const all = await collect(source, '$facet', scope.env)
    const result: Document = new Map()
    for (const [name, run] of facets) result.set(name, await collect(run(all, bindings), '$facet', scope.env))
    yield result
  }
}

export const groupStages: Readonly<Record<string, CompileStage>> = {
  $group: group,
  $sortByCount: sortByCount,
  $count: count,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $facet: facet,
}
