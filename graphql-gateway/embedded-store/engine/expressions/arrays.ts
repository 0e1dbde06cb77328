// Arrays: access, search, slices, order, ranges, and the folds shared with accumulators.
import { beginSimple } from '../accumulators.ts'
import { compare, equal } from '../../bson/compare.ts'
import { fail } from '../../bson/errors.ts'
import { elementOrder } from '../sort.ts'
import {
  fitsInt32,
  integer,
  isDocument,
  isNullish,
  isNumeric,
  toDouble,
  toWhole,
  typeNameOf,
  type Value,
} from '../../bson/values.ts'
import { fold, operation, type Operator, type Operators, unary } from './operator.ts'

/** Most elements a `$range` may make (16 MB of int32 elements would be about as many). */
const maxRange = 1_000_000

/** Most elements of an array; more could never be stored in 16 MB. */
const maxElements = 2_500_000

/** A whole number that fits int32. */
function int32(value: Value | undefined): number | undefined {
  const n = toWhole(value)
  return n !== undefined && fitsInt32(n) ? n : undefined
}

const elementAt: Operator = operation(2, 2, ([array, index], name) => {
  if (isNullish(array) || isNullish(index)) return null
  if (!Array.isArray(array))
    return fail(28689, `${name}'s first argument must be an array, but is ${typeNameOf(array)}`)
  if (!isNumeric(index))
    return fail(28690, `${name}'s second argument must be a numeric value, but is ${typeNameOf(index)}`)
  const at =
    int32(index) ??
    fail(28691, `${name}'s second argument must be representable as a 32-bit integer: ${toDouble(index)}`)
  return array.at(at)
})

const end = (at: number): Operator =>
  unary((value, name) => {
    if (isNullish(value)) return null
    return Array.isArray(value)
      ? value.at(at)
      : fail(28689, `${name}'s argument must be an array, but is ${typeNameOf(value)}`)
  })

const size: Operator = unary((value) =>
  Array.isArray(value)
    ? value.length
    : fail(17124, `The argument to $size must be an array, but was of type: ${typeNameOf(value)}`),
)

const concatArrays: Operator = operation(0, Infinity, (args) => {
  const result: Value[] = []
  for (const value of args) {
    if (isNullish(value)) return null
    if (!Array.isArray(value))
      return fail(28664, `$concatArrays only supports arrays, not ${typeNameOf(value)}`)
    if (result.length + value.length > maxElements)
      fail(292, `$concatArrays would make more than ${maxElements} elements`)
    for (const item of value) result.push(item)
  }
  return result
})

const isIn: Operator = operation(2, 2, ([value, array]) => {
  if (!Array.isArray(array))
    return fail(40081, `$in requires an array as a second argument, found: ${typeNameOf(array)}`)
  return array.some((item) => equal(item, value))
})

/** A bound of a search. @throws MongoError 40096, 40097. */
export function searchBound(value: Value | undefined, name: string, which: string): number | undefined {
  if (value === undefined) return undefined
  const n = int32(value)
  if (n === undefined)
    return fail(
      40096,
      `${name} requires an integral ${which} index, found a value of type: ${typeNameOf(value)}`,
    )
  return n < 0 ? fail(40097, `${name} requires a nonnegative ${which} index, found: ${n}`) : n
}

const indexOfArray: Operator = operation(2, 4, (args, name) => {
  const [array, wanted, from, to] = args
  if (isNullish(array)) return null
  if (!Array.isArray(array))
    return fail(40090, `${name} requires an array as a first argument, found: ${typeNameOf(array)}`)
  const start = args.length > 2 ? (searchBound(from ?? null, name, 'starting') ?? 0) : 0
  const stop = args.length > 3 ? (searchBound(to ?? null, name, 'ending') ?? 0) : array.length
  for (let i = start; i < Math.min(stop, array.length); i++) if (equal(array[i], wanted)) return i
  return -1
})

const slice: Operator = operation(2, 3, (args) => {
  const [array, a, b] = args
  if (isNullish(array) || isNullish(a)) return null
  if (!Array.isArray(array))
    return fail(28724, `First argument to $slice must be an array, but is of type: ${typeNameOf(array)}`)
  if (!isNumeric(a))
    return fail(28725, `Second argument to $slice must be a numeric value, but is of type: ${typeNameOf(a)}`)
  const first =
    int32(a) ??
    fail(28726, `Second argument to $slice can't be represented as a 32-bit integer: ${toDouble(a)}`)
  if (args.length === 2) return first < 0 ? array.slice(first) : array.slice(0, first)
  if (isNullish(b)) return null
  if (!isNumeric(b))
    return fail(28727, `Third argument to $slice must be numeric, but is of type: ${typeNameOf(b)}`)
  const count =
    int32(b) ??
    fail(28728, `Third argument to $slice can't be represented as a 32-bit integer: ${toDouble(b)}`)
  if (count <= 0) fail(28729, `Third argument to $slice must be positive: ${count}`)
  const from = first < 0 ? Math.max(0, array.length + first) : first
  return array.slice(from, from + count)
})

const range: Operator = operation(2, 3, (args, _, { env }) => {
  const [from, to, by] = args
  const bound = (value: Value | undefined, which: string, codes: readonly [number, number]): number => {
    if (!isNumeric(value))
      return fail(
        codes[0],
        `$range requires a numeric ${which} value, found value of type: ${typeNameOf(value)}`,
      )
    return (
      int32(value) ??
      fail(
        codes[1],
        `$range requires a ${which} value that can be represented as a 32-bit integer, found value: ${toDouble(value)}`,
      )
    )
  }
  const start = bound(from, 'starting', [34443, 34444])
  const stop = bound(to, 'ending', [34445, 34446])
  const step = args.length > 2 ? bound(by, 'step', [34447, 34448]) : 1
  if (step === 0) fail(34449, '$range requires a non-zero step value')
  if (Math.abs(stop - start) / Math.abs(step) > maxRange && (stop - start) * step > 0) {
    fail(292, `$range would make more than ${maxRange} elements`)
  }
  env.tick?.()
  const result: Value[] = []
  for (let n = start; step > 0 ? n < stop : n > stop; n += step) result.push(integer(n))
  return result
})

const reverse: Operator = unary((value) => {
  if (isNullish(value)) return null
  return Array.isArray(value)
    ? value.toReversed()
    : fail(34435, `The argument to $reverseArray must be an array, but was of type: ${typeNameOf(value)}`)
})

const sortArray: Operator = (operand, scope) => {
  if (!isDocument(operand))
    return fail(2942500, `$sortArray requires an object as an argument, found: ${typeNameOf(operand)}`)
  for (const key of operand.keys())
    if (key !== 'input' && key !== 'sortBy') fail(2942501, `$sortArray found an unknown argument: ${key}`)
  if (!operand.has('input')) fail(2942502, "$sortArray requires 'input' to be specified")
  const by = operand.get('sortBy') ?? fail(2942503, "$sortArray requires 'sortBy' to be specified")
  const order = orderOf(by)
  const input = scope.compile(operand.get('input') ?? null)
  return fold([input], (frame) => {
    const value = input.evaluate(frame)
    if (isNullish(value)) return null
    return Array.isArray(value)
      ? value.toSorted(order)
      : fail(
          2942504,
          `The input argument to $sortArray must be an array, but was of type: ${typeNameOf(value)}`,
        )
  })
}

function orderOf(by: Value): (a: Value, b: Value) => number {
  if (isNumeric(by)) {
    const sign = toWhole(by)
    if (sign !== 1 && sign !== -1)
      return fail(2, 'sortBy key ordering must be 1 (for ascending) or -1 (for descending)')
    return (a, b) => compare(a, b) * sign
  }
  if (!isDocument(by)) return fail(2942507, `sortBy must be 1, -1 or an object, found ${typeNameOf(by)}`)
  if (by.size === 0) fail(2, 'The $sort pattern is empty when it should be a set of fields.')
  return elementOrder(by)
}

/** `$sum`, `$avg`, `$min` and `$max` as expressions: one array argument is taken apart. */
const folding: Operator = (operand, scope, name) => {
  const parts = (Array.isArray(operand) ? operand : [operand]).map((part) => scope.compile(part))
  return fold(parts, (frame) => {
    const accumulator = beginSimple(name)
    const values = parts.map((part) => part.evaluate(frame))
    const [only] = values
    for (const value of values.length === 1 && Array.isArray(only) ? only : values) accumulator.add(value)
    return accumulator.value()
  })
}

export const arrays: Operators = {
  $arrayElemAt: elementAt,
  $first: end(0),
  $last: end(-1),
  $size: size,
  $isArray: unary((value) => Array.isArray(value)),
  $concatArrays: concatArrays,
  $in: isIn,
  $indexOfArray: indexOfArray,
  $slice: slice,
  $range: range,
  $reverseArray: reverse,
  $sortArray: sortArray,
  $sum: folding,
  $avg: folding,
  $min: folding,
  $max: folding,
}
