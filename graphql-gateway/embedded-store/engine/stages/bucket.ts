// $bucket: groups by ranges.
import { compare, rankOf } from '../../bson/compare.ts'
import { fail } from '../../bson/errors.ts'
import { scopeOf } from '../expression.ts'
import { constantOf, type Evaluate, type Frame } from '../expressions/operator.ts'
import { type Document, isDocument, typeNameOf, type Value } from '../../bson/values.ts'
import { countOutput, grouping, type Outputs, outputsOf } from './group.ts'
import { collect, type CompileStage, type StageScope } from './stage.ts'

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
  const key = keyExpression(by, scope)
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
  const grouped = grouping(find, outputOption(operand, scope), '$bucket', scope)
  return async function* (source, bindings) {
    const rows = await collect(grouped(source, bindings), '$bucket', scope.env)
    yield* rows.sort((a, b) => compare(a.get('_id'), b.get('_id')))
  }
}

function keyExpression(by: Value, scope: StageScope): Evaluate {
  const isExpression = isDocument(by) && [...by.keys()][0]?.startsWith('$')
  const isPath = typeof by === 'string' && by.startsWith('$')
  if (!isExpression && !isPath)
    fail(
      40202,
      `The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${typeNameOf(by)}`,
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

function outputOption(operand: Document, scope: StageScope): Outputs {
  const output = operand.get('output')
  if (output === undefined) return outputsOf(countOutput(), scope)
  if (!isDocument(output))
    return fail(40196, `The $bucket 'output' field must be an object, but found type: ${typeNameOf(output)}`)
  return outputsOf(output, scope)
}

export const bucketStages: Readonly<Record<string, CompileStage>> = { $bucket: bucket }
