// Sets: arrays without order and repetition.
import { compare, keyOf } from '../../bson/compare.ts'
import { fail } from '../../bson/errors.ts'
import { isNullish, typeNameOf, type Value } from '../../bson/values.ts'
import { isTrue } from './comparison.ts'
import { operation, type Operator, type Operators, unary } from './operator.ts'

type Set = Map<string, Value>

function setOf(value: Value | undefined, name: string, code: number, position: string): Set {
  if (!Array.isArray(value))
    return fail(
      code,
      `${position} of ${name} must be an array. One argument is of type: ${typeNameOf(value)}`,
    )
  const set: Set = new Map()
  for (const item of value) {
    const key = keyOf(item)
    // Of equal numbers of two types the first stands for both.
    if (!set.has(key)) set.set(key, item)
  }
  return set
}

const sorted = (set: Set): Value[] => [...set.values()].sort(compare)

const union: Operator = operation(0, Infinity, (args, name) => {
  const result: Set = new Map()
  for (const value of args) {
    if (isNullish(value)) return null
    for (const [key, item] of setOf(value, name, 17043, 'All operands'))
      if (!result.has(key)) result.set(key, item)
  }
  return sorted(result)
})

const intersection: Operator = operation(0, Infinity, (args, name) => {
  let result: Set | undefined
  for (const value of args) {
    if (isNullish(value)) return null
    const set = setOf(value, name, 17047, 'All operands')
    if (!result) result = set
    else {
      // Of equal numbers of two types that of the smaller set stands for both.
      const [small, large]: [Set, Set] = result.size > set.size ? [set, result] : [result, set]
      result = new Map([...small].filter(([key]) => large.has(key)))
    }
  }
  return sorted(result ?? new Map())
})

const difference: Operator = operation(2, 2, ([a, b], name) => {
  if (isNullish(a) || isNullish(b)) return null
  const from = setOf(a, name, 17048, 'First argument')
  const without = setOf(b, name, 17049, 'Second argument')
  return [...from].filter(([key]) => !without.has(key)).map(([, item]) => item)
})

const equals: Operator = operation(0, Infinity, (args, name) => {
  if (args.length < 2) fail(17045, `${name} needs at least two arguments had: ${args.length}`)
  const [first, ...others] = args.map((value) => setOf(value, name, 17044, 'All operands'))
  return others.every((set) => set.size === first?.size && [...set.keys()].every((key) => first.has(key)))
})

const isSubset: Operator = operation(2, 2, ([a, b], name) => {
  const part = setOf(a, name, 17046, 'First argument')
  const whole = setOf(b, name, 17042, 'Second argument')
  return [...part.keys()].every((key) => whole.has(key))
})

const elements = (code: number, test: (list: Value[]) => boolean): Operator =>
  unary((value, name) =>
    Array.isArray(value)
      ? test(value)
      : fail(code, `${name}'s argument must be an array, but is ${typeNameOf(value)}`),
  )

export const sets: Operators = {
  $setUnion: union,
  $setIntersection: intersection,
  $setDifference: difference,
  $setEquals: equals,
  $setIsSubset: isSubset,
  $anyElementTrue: elements(17041, (list) => list.some(isTrue)),
  $allElementsTrue: elements(17040, (list) => list.every(isTrue)),
}
