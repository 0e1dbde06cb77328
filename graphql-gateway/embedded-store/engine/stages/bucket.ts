// Stages that group by ranges: $bucket and $bucketAuto.
import { compare, equal, rankOf } from '../compare.ts'
import type { Bindings } from '../environment.ts'
import { fail } from '../errors.ts'
import { scopeOf } from '../expression.ts'
import { constantOf, type Evaluate, type Frame } from '../expressions/operator.ts'
import { type Document, isDocument, isNumeric, toDouble, toWhole, typeNameOf, type Value } from '../values.ts'
import { countOutput, Group, grouping, type Outputs, outputsOf } from './group.ts'
import { collect, type CompileStage, Keeper, type StageScope } from './stage.ts'

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

export const bucketStages: Readonly<Record<string, CompileStage>> = {
  $bucket: bucket,
  $bucketAuto: bucketAuto,
}
