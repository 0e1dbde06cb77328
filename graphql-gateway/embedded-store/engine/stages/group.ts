// Stages that put documents together: $group $sortByCount $count $facet.
import { type Accumulator, type AccumulatorSpec, compileAccumulator } from '../accumulators.ts'
import { compare, keyOf } from '../../bson/compare.ts'
import type { Documents } from '../environment.ts'
import { fail } from '../../bson/errors.ts'
import { scopeOf } from '../expression.ts'
import type { Evaluate, Frame } from '../expressions/operator.ts'
import { checkFieldPath } from '../paths.ts'
import { type Document, isDocument, typeNameOf, type Value } from '../../bson/values.ts'
import { collect, type CompileStage, Keeper, type Stage, type StageScope } from './stage.ts'

export type Outputs = readonly (readonly [string, AccumulatorSpec])[]

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
export class Group {
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
export function grouping(key: Evaluate, outputs: Outputs, name: string, scope: StageScope): Stage {
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

export const countOutput = (): [string, Value][] => [['count', new Map<string, Value>([['$sum', 1]])]]

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

const facet: CompileStage = (operand, scope) => {
  if (!isDocument(operand) || operand.size === 0)
    return fail(40169, 'the $facet specification must be a non-empty object')
  const facets = Array.from(operand, ([name, specs]) => {
    checkFieldPath(name)
    if (name.includes('.')) fail(16412, `FieldPath field names may not contain '.': ${name}`)
    if (!Array.isArray(specs))
      return fail(40170, `arguments to $facet must be arrays, ${name} is type ${typeNameOf(specs)}`)
    if (specs.length === 0) fail(2, 'sub-pipeline in $facet stage cannot be empty')
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
  $facet: facet,
}
