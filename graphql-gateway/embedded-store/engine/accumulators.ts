// Accumulators of $group, $bucket and windows; the same folds serve as expressions over an array.
import { compare, keyOf } from './compare.ts'
import { fail } from './errors.ts'
import { divide } from './expressions/arithmetic.ts'
import { constantOf, type Evaluate, type Scope } from './expressions/operator.ts'
import { Sum } from './numbers.ts'
import {
  type Document,
  Double,
  isDocument,
  isNullish,
  isNumeric,
  toDouble,
  toWhole,
  typeNameOf,
  type Value,
} from './values.ts'

/** A fold of values in progress. */
export interface Accumulator {
  /** Takes one value; answers what has to be kept in memory because of it, if anything. */
  add(value: Value | undefined): Value | undefined
  value(): Value
}

/** A compiled accumulator: what to feed it, and how to begin. */
export interface AccumulatorSpec {
  readonly evaluate: Evaluate
  begin(): Accumulator
}

const sum = (): Accumulator => {
  const total = new Sum()
  return {
    add(value) {
      if (isNumeric(value)) total.add(value)
      return undefined
    },
    value: () => total.value(),
  }
}

const average = (): Accumulator => {
  const total = new Sum()
  let count = 0
  return {
    add(value) {
      if (!isNumeric(value)) return undefined
      count++
      total.add(value)
      return undefined
    },
    value: () => (count === 0 ? null : divide(total.value(), count)),
  }
}

const extreme = (sign: number) => (): Accumulator => {
  let best: Value | undefined
  return {
    add(value) {
      if (!isNullish(value) && (best === undefined || compare(value, best) * sign > 0)) best = value
      return undefined
    },
    value: () => best ?? null,
  }
}

const first = (): Accumulator => {
  let found: { value: Value } | undefined
  return {
    add(value) {
      found ??= { value: value ?? null }
      return undefined
    },
    value: () => found?.value ?? null,
  }
}

const last = (): Accumulator => {
  let latest: Value = null
  return {
    add(value) {
      latest = value ?? null
      return undefined
    },
    value: () => latest,
  }
}

const push = (): Accumulator => {
  const list: Value[] = []
  return {
    add(value) {
      if (value !== undefined) list.push(value)
      return value
    },
    value: () => list.slice(),
  }
}

const addToSet = (): Accumulator => {
  const set = new Map<string, Value>()
  return {
    add(value) {
      const key = keyOf(value)
      if (value === undefined || set.has(key)) return undefined
      set.set(key, value)
      return value
    },
    value: () => [...set.values()],
  }
}

const mergeObjects = (): Accumulator => {
  const result: Document = new Map()
  return {
    add(value) {
      if (isNullish(value)) return undefined
      if (!isDocument(value))
        return fail(40400, `$mergeObjects requires object inputs, but input is of type ${typeNameOf(value)}`)
      for (const [key, inner] of value) result.set(key, inner)
      return value
    },
    value: () => new Map(result),
  }
}

/** Standard deviation by Welford's method, in doubles. */
const deviation = (sample: boolean) => (): Accumulator => {
  let count = 0
  let mean = 0
  let squares = 0
  return {
    add(value) {
      if (!isNumeric(value)) return undefined
      const x = toDouble(value)
      count++
      const delta = x - mean
      mean += delta / count
      squares += delta * (x - mean)
      return undefined
    },
    value() {
      const divisor = sample ? count - 1 : count
      return divisor < 1 ? null : new Double(Math.sqrt(squares / divisor))
    },
  }
}

type Begin = () => Accumulator

const simple: Readonly<Record<string, Begin>> = {
  $sum: sum,
  $avg: average,
  $min: extreme(-1),
  $max: extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $mergeObjects: mergeObjects,
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
}

/** The `n` values an N-accumulator keeps, in its order. */
export function chooseN(name: string, list: readonly Value[], n: number): Value[] {
  const present = name === '$minN' || name === '$maxN' ? list.filter((value) => value !== null) : [...list]
  if (name === '$minN') return present.sort(compare).slice(0, n)
  if (name === '$maxN') return present.sort((a, b) => compare(b, a)).slice(0, n)
  return name === '$firstN' ? present.slice(0, n) : present.slice(-n)
}

/** Reads `n` of an N-accumulator. @throws MongoError 5787902, 5787903, 5787908. */
export function countN(value: Value | undefined, name: string): number {
  if (!isNumeric(value))
    return fail(5787902, `Value for 'n' must be of integral type, but found ${typeNameOf(value)} in ${name}`)
  const n = toWhole(value) ?? fail(5787903, `Value for 'n' must be of integral type in ${name}`)
  return n > 0 ? n : fail(5787908, `'n' must be greater than 0, found ${n} in ${name}`)
}

const severalNames = ['$firstN', '$lastN', '$minN', '$maxN']

const several = (name: string, n: number) => (): Accumulator => {
  let list: Value[] = []
  return {
    add(value) {
      if (name === '$firstN' && list.length >= n) return undefined
      const kept = value ?? null
      list.push(kept)
      // Trimmed now and then, so that a group holds at most twice what it answers.
      if (list.length > 2 * n + 16 && name !== '$firstN') list = chooseN(name, list, n)
      return kept
    },
    value: () => chooseN(name, list, n),
  }
}

/** Begins an accumulator over plain values, for the expressions of the same name. */
export function beginSimple(name: string): Accumulator {
  return simple[name]?.() ?? fail(15952, `unknown group operator '${name}'`)
}

/** Whether a name is an accumulator of the allow-list. */
export function isAccumulator(name: string): boolean {
  return Object.hasOwn(simple, name) || severalNames.includes(name) || name === '$count'
}

/** Accumulators for which a list is an array to keep, not a list of arguments. */
const takesArrays = ['$push', '$addToSet', '$first', '$last', '$min', '$max']

/** Compiles `{ $sum: expression }`. @throws MongoError 15952 for names outside the allow-list. */
export function compileAccumulator(name: string, operand: Value, scope: Scope): AccumulatorSpec {
  if (name === '$count') {
    if (!isDocument(operand) || operand.size > 0) fail(9, '$count takes no arguments, i.e. $count:{}')
    return { evaluate: () => 1, begin: sum }
  }
  if (severalNames.includes(name)) {
    if (!isDocument(operand))
      return fail(5787900, `specification must be an object; found ${name}: ${typeNameOf(operand)}`)
    for (const key of operand.keys())
      if (key !== 'n' && key !== 'input') fail(5787901, `Unknown argument for 'n' operator: ${key}`)
    const input = operand.get('input') ?? fail(5787907, `Missing value for 'input' in ${name}`)
    const count = scope.compile(operand.get('n') ?? fail(5787906, `Missing value for 'n' in ${name}`))
    if (!count.constant)
      fail(115, `${name} with an 'n' that is not constant is not supported by the embedded store`)
    return { evaluate: scope.compile(input).evaluate, begin: several(name, countN(constantOf(count), name)) }
  }
  const begin = Object.hasOwn(simple, name) ? simple[name] : undefined
  if (!begin) return fail(15952, `unknown group operator '${name}'`)
  if (Array.isArray(operand) && !takesArrays.includes(name))
    fail(40237, `The ${name} accumulator is a unary operator`)
  return { evaluate: scope.compile(operand).evaluate, begin }
}
