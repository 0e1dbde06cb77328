// Accumulators of $group, $bucket and windows; the same folds serve as expressions over an array.
import { compare, keyOf } from '../bson/compare.ts'
import { fail } from '../bson/errors.ts'
import { divide } from './expressions/arithmetic.ts'
import type { Evaluate, Scope } from './expressions/operator.ts'
import { Sum } from './numbers.ts'
import { type Document, isDocument, isNullish, isNumeric, typeNameOf, type Value } from '../bson/values.ts'

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
}

/** Begins an accumulator over plain values, for the expressions of the same name. */
export function beginSimple(name: string): Accumulator {
  return simple[name]?.() ?? fail(15952, `unknown group operator '${name}'`)
}

/** Whether a name is an accumulator of the allow-list. */
export function isAccumulator(name: string): boolean {
  return Object.hasOwn(simple, name) || name === '$count'
}

/** Accumulators for which a list is an array to keep, not a list of arguments. */
const takesArrays = ['$push', '$addToSet', '$first', '$last', '$min', '$max']

/** Compiles `{ $sum: expression }`. @throws MongoError 15952 for names outside the allow-list. */
export function compileAccumulator(name: string, operand: Value, scope: Scope): AccumulatorSpec {
  if (name === '$count') {
    if (!isDocument(operand) || operand.size > 0) fail(9, '$count takes no arguments, i.e. $count:{}')
    return { evaluate: () => 1, begin: sum }
  }
  const begin = Object.hasOwn(simple, name) ? simple[name] : undefined
  if (!begin) return fail(15952, `unknown group operator '${name}'`)
  if (Array.isArray(operand) && !takesArrays.includes(name))
    fail(40237, `The ${name} accumulator is a unary operator`)
  return { evaluate: scope.compile(operand).evaluate, begin }
}
