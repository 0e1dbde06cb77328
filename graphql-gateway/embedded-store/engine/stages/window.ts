// $setWindowFields: rank, denseRank, documentNumber and accumulators over windows of documents.
import { type Accumulator, type AccumulatorSpec, compileAccumulator, isAccumulator } from '../accumulators.ts'
import { compileAddFields } from '../add-fields.ts'
import { compare, equal } from '../../bson/compare.ts'
import { bind, type Bindings } from '../environment.ts'
import { fail } from '../../bson/errors.ts'
import { scopeOf } from '../expression.ts'
import type { Evaluate } from '../expressions/operator.ts'
import { checkFieldPath } from '../paths.ts'
import { compileSort, type Sort } from '../sort.ts'
import { type Document, isDocument, toWhole, typeNameOf, type Value } from '../../bson/values.ts'
import { collect, type CompileStage, type StageScope } from './stage.ts'

/** A partition in its order, as an output function sees it. */
interface Partition {
  readonly rows: readonly Document[]
  readonly bindings: Bindings | undefined
  /** Whether a row has the same sort key as the one before it. */
  readonly tied: readonly boolean[]
}

/** Computes a column of a partition. */
type Column = (partition: Partition, tick: () => void) => Value[]

const setWindowFields: CompileStage = (operand, scope) => {
  if (!isDocument(operand))
    return fail(9, `the $setWindowFields stage specification must be an object, found ${typeNameOf(operand)}`)
  for (const key of operand.keys()) {
    if (!['partitionBy', 'sortBy', 'output'].includes(key))
      fail(40415, `BSON field '$setWindowFields.${key}' is an unknown field.`)
  }
  const output = operand.get('output')
  if (output === undefined)
    fail(40414, "BSON field '$setWindowFields.output' is missing but a required field")
  if (!isDocument(output))
    return fail(14, "BSON field '$setWindowFields.output' is the wrong type, expected type 'object'")
  const sortBy = operand.get('sortBy')
  if (sortBy !== undefined && !isDocument(sortBy))
    return fail(14, "BSON field '$setWindowFields.sortBy' is the wrong type, expected type 'object'")
  const sort = sortBy && isDocument(sortBy) && sortBy.size > 0 ? compileSort(sortBy) : undefined
  const partition = scopeOf(scope.env, scope.names).compile(operand.get('partitionBy') ?? null).evaluate
  const columns = Array.from(output, ([field, spec]) => {
    checkFieldPath(field)
    return columnOf(field, spec, sort, scope)
  })
  // Columns are put into a row as $addFields puts its fields, from a document with a value for each.
  const place = compileAddFields(
    new Map(Array.from(output.keys(), (field, i): [string, Value] => [field, `$$values.c${i}`])),
    scope.env,
    new Set(['values']),
  )
  return async function* (source, bindings) {
    const tick = scope.env.tick ?? (() => undefined)
    const rows = (await collect(source, '$setWindowFields', scope.env)).map((document) => {
      const key = partition({ root: document, bindings }) ?? null
      if (Array.isArray(key))
        fail(14, 'An expression used to partition cannot evaluate to value of type array')
      return { document, key, order: sort?.keyOf(document) ?? [] }
    })
    rows.sort((a, b) => compare(a.key, b.key) || (sort?.compareKeys(a.order, b.order) ?? 0))
    for (let from = 0, to = 0; from < rows.length; from = to) {
      while (to < rows.length && equal(rows[to]?.key, rows[from]?.key)) to++
      const part = rows.slice(from, to)
      const tied = part.map(
        ({ order }, i) => i > 0 && sort?.compareKeys(order, part[i - 1]?.order ?? []) === 0,
      )
      const group: Partition = { rows: part.map(({ document }) => document), bindings, tied }
      const values = columns.map((column) => column(group, tick))
      for (const [i, row] of group.rows.entries()) {
        const own: Document = new Map(values.map((list, c) => [`c${c}`, list[i] ?? null]))
        yield place(row, bind('values', own, undefined))
      }
    }
  }
}

function columnOf(field: string, spec: Value, sort: Sort | undefined, scope: StageScope): Column {
  if (!isDocument(spec)) return fail(9, `The field '${field}' must be an object`)
  const [name, ...others] = [...spec.keys()].filter((key) => key !== 'window')
  if (name === undefined || others.length > 0 || !name.startsWith('$')) {
    return fail(9, `Expected a $-prefixed window function in field '${field}'`)
  }
  const operand = spec.get(name) ?? null
  if (name === '$rank' || name === '$denseRank' || name === '$documentNumber') {
    if (spec.has('window')) fail(5371601, `Rank style window functions take no other arguments`)
    if (!isDocument(operand) || operand.size > 0)
      fail(5371603, `${name} must be specified with '{}' as the value`)
    if (!sort || sort.parts.length !== 1)
      fail(5371602, `${name} must be specified with a top level sortBy expression with exactly one element`)
    return ranks[name]
  }
  if (!isAccumulator(name) || name === '$mergeObjects')
    return fail(9, `Unrecognized window function, ${name}`)
  const accumulator = compileAccumulator(name, operand, scopeOf(scope.env, scope.names))
  const bounds = boundsOf(spec.get('window'), sort)
  return (partition, tick) => running(partition, accumulator, bounds(partition), tick)
}

const ranks: Readonly<Record<'$rank' | '$denseRank' | '$documentNumber', Column>> = {
  $documentNumber: ({ rows }) => rows.map((_, i) => i + 1),
  $rank: ({ tied }) => {
    let rank = 0
    return tied.map((same, i) => (rank = same ? rank : i + 1))
  },
  $denseRank: ({ tied }) => {
    let rank = 0
    return tied.map((same) => (rank += same ? 0 : 1))
  },
}

/** First and one past the last row of each row's window. */
type Bounds = (partition: Partition) => (i: number) => readonly [number, number]

function boundsOf(window: Value | undefined, sort: Sort | undefined): Bounds {
  const whole: Bounds =
    ({ rows }) =>
    () => [0, rows.length]
  if (window === undefined) return whole
  if (!isDocument(window)) return fail(9, `'window' field must be an object`)
  if (window.has('range') && window.size === (window.has('unit') ? 2 : 1))
    return fail(
      115,
      "A window over a 'range' is not supported by the embedded store, one over 'documents' is",
    )
  const documents = window.get('documents')
  if (window.size > (documents === undefined ? 0 : 1))
    fail(
      9,
      `'window' field can only contain 'documents' as the only argument or 'range' with an optional 'unit' field`,
    )
  if (documents === undefined) return whole
  const [lower, upper] = pairOf(documents)
  if (!sort && (lower !== -Infinity || upper !== Infinity))
    fail(5339901, 'Document-based bounds require a sortBy')
  return ({ rows: { length } }) =>
    (i) => {
      const [from, to] = [Math.max(0, i + lower), Math.min(length, i + upper + 1)]
      return [Math.min(from, length), Math.max(to, Math.min(from, length))]
    }
}

/** Reads `[lower, upper]`: a whole number, `current` or `unbounded`. */
function pairOf(value: Value): [number, number] {
  if (!Array.isArray(value) || value.length !== 2) return fail(9, 'Window bounds must be a 2-element array')
  const [lower, upper] = value.map((bound, i) => {
    if (bound === 'unbounded') return i === 0 ? -Infinity : Infinity
    if (bound === 'current') return 0
    return toWhole(bound) ?? fail(9, `Window bounds must be integers, 'unbounded' or 'current'`)
  })
  const pair: [number, number] = [lower ?? 0, upper ?? 0]
  return pair[0] <= pair[1] ? pair : fail(5339900, `Lower bound must not exceed upper bound: ${pair.join()}`)
}

/** Windows that only grow at their end are summed as they go; others are summed anew for each row. */
function running(
  { rows, bindings }: Partition,
  spec: AccumulatorSpec,
  window: (i: number) => readonly [number, number],
  tick: () => void,
): Value[] {
  const evaluate: Evaluate = spec.evaluate
  const inputs = rows.map((root) => evaluate({ root, bindings }))
  let accumulator: Accumulator = spec.begin()
  let [begun, done] = [0, 0]
  return rows.map((_, i) => {
    const [from, to] = window(i)
    if (from !== begun || to < done) {
      accumulator = spec.begin()
      begun = done = from
    }
    for (; done < to; done++) {
      if ((done & 255) === 0) tick()
      accumulator.add(inputs[done])
    }
    return accumulator.value()
  })
}

export const windowStages: Readonly<Record<string, CompileStage>> = { $setWindowFields: setWindowFields }
