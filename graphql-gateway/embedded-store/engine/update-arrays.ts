// Update operators on arrays: $push $addToSet $pop $pull $pullAll.
import { compare, equal, keyOf } from '../bson/compare.ts'
import type { Environment } from './environment.ts'
import { fail } from '../bson/errors.ts'
import { compileFilter, isOperators } from './filter.ts'
import { elementOrder } from './sort.ts'
import type { Change, CompileChange } from './update-contract.ts'
import { BSONRegExp, isDocument, isNumeric, toDouble, toWhole, typeOf, type Value } from '../bson/values.ts'

function arrayOf(old: Value | undefined, name: string, field: string): Value[] {
  if (old === undefined) return []
  if (Array.isArray(old)) return old
  return fail(
    name === '$pop' ? 14 : 2,
    `The field '${field}' must be an array but is of type ${typeOf(old)}; ${name} needs an array`,
  )
}

const isEach = (operand: Value): boolean => isDocument(operand) && operand.has('$each')

function eachOf(operand: Value, name: string): Value[] {
  if (!isDocument(operand) || !operand.has('$each')) return [operand]
  const each = operand.get('$each')
  return Array.isArray(each)
    ? each
    : fail(
        name === '$push' ? 2 : 14,
        `The argument to $each in ${name} must be an array but it was of type ${typeOf(each ?? null)}`,
      )
}

function push(operand: Value, field: string): Change {
  const items = eachOf(operand, '$push')
  const clauses = isDocument(operand) && isEach(operand) ? operand : new Map<string, Value>()
  for (const key of clauses.keys()) {
    if (!['$each', '$slice', '$sort', '$position'].includes(key))
      fail(2, `Unrecognized clause in $push: ${key}`)
  }
  const number = (key: string): number | undefined => {
    const value = clauses.get(key)
    if (value === undefined) return undefined
    return (
      toWhole(value) ??
      fail(2, `The value for ${key} must be an integer value but was given type: ${typeOf(value)}`)
    )
  }
  const slice = number('$slice')
  const position = number('$position')
  const order = orderOf(clauses.get('$sort'))
  return (old) => {
    const before = arrayOf(old, '$push', field)
    const at =
      position === undefined ? before.length : position < 0 ? Math.max(0, before.length + position) : position
    const result = [...before.slice(0, at), ...items, ...before.slice(at)]
    if (order) result.sort(order)
    if (slice === undefined) return result
    return slice < 0 ? result.slice(slice) : result.slice(0, slice)
  }
}

function orderOf(spec: Value | undefined): ((a: Value, b: Value) => number) | undefined {
  if (spec === undefined) return undefined
  if (isNumeric(spec)) {
    const sign = toWhole(spec)
    if (sign !== 1 && sign !== -1) return fail(2, 'The $sort element value must be either 1 or -1')
    return (a, b) => compare(a, b) * sign
  }
  if (!isDocument(spec))
    return fail(
      2,
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    )
  if (spec.size === 0) fail(2, 'The $sort pattern is empty when it should be a set of fields.')
  for (const [key, value] of spec) {
    const direction = isNumeric(value) ? toDouble(value) : undefined
    if (direction !== 1 && direction !== -1) fail(2, 'The $sort element value must be either 1 or -1')
    if (key === '' || key.startsWith('.') || key.endsWith('.') || key.includes('..'))
      fail(2, `The $sort field is a dotted field but has an empty part: ${key}`)
  }
  return elementOrder(spec)
}

function addToSet(operand: Value, field: string): Change {
  const items = eachOf(operand, '$addToSet')
  if (isDocument(operand) && isEach(operand)) {
    for (const key of operand.keys())
      if (key !== '$each') fail(2, `Found unexpected fields after $each in $addToSet: ${key}`)
  }
  return (old) => {
    const before = arrayOf(old, '$addToSet', field)
    const known = new Set(before.map(keyOf))
    const fresh = items.filter((item) => {
      const key = keyOf(item)
      if (known.has(key)) return false
      known.add(key)
      return true
    })
    return [...before, ...fresh]
  }
}

function pop(operand: Value, field: string): Change {
  const end = isNumeric(operand)
    ? toWhole(operand)
    : fail(9, `Expected a number in: ${field}: ${typeOf(operand)}`)
  if (end !== 1 && end !== -1) fail(9, `$pop expects 1 or -1, found: ${end}`)
  return (old) => {
    if (old === undefined) return old
    const before = arrayOf(old, '$pop', field)
    return end === 1 ? before.slice(0, -1) : before.slice(1)
  }
}

function pull(operand: Value, field: string, env: Environment): Change {
  const matches = pullTest(operand, env)
  return (old) => (old === undefined ? old : arrayOf(old, '$pull', field).filter((item) => !matches(item)))
}

function pullTest(operand: Value, env: Environment): (item: Value) => boolean {
  if (isOperators(operand) || operand instanceof BSONRegExp) {
    // An element is offered as a whole: an array element is not taken apart again.
    const filter = compileFilter(
      new Map<string, Value>([['a', isDocument(operand) ? operand : operand]]),
      env,
    )
    return (item) => filter(new Map([['a', item]]))
  }
  if (!isDocument(operand)) return (item) => equal(item, operand)
  const filter = compileFilter(operand, { ...env, inside: true })
  return (item) => isDocument(item) && filter(item)
}

function pullAll(operand: Value, field: string): Change {
  if (!Array.isArray(operand))
    return fail(2, `$pullAll requires an array argument but was given a ${typeOf(operand)}`)
  const keys = new Set(operand.map(keyOf))
  return (old) =>
    old === undefined ? old : arrayOf(old, '$pullAll', field).filter((item) => !keys.has(keyOf(item)))
}

export const arrayChanges: Readonly<Record<string, CompileChange>> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}
