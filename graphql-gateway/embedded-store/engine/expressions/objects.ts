// Objects: $mergeObjects $objectToArray $arrayToObject $setField $unsetField.
import { fail } from '../../bson/errors.ts'
import {
  documentOf,
  type Document,
  isDocument,
  isNullish,
  typeNameOf,
  type Value,
} from '../../bson/values.ts'
import {
  constantOf,
  type Expression,
  fold,
  operation,
  type Operator,
  type Operators,
  type Scope,
  unary,
} from './operator.ts'

const mergeObjects: Operator = operation(0, Infinity, (args) => {
  const result: Document = new Map()
  for (const value of args) {
    if (isNullish(value)) continue
    if (!isDocument(value))
      return fail(40400, `$mergeObjects requires object inputs, but input is of type ${typeNameOf(value)}`)
    for (const [key, inner] of value) result.set(key, inner)
  }
  return result
})

const objectToArray = unary((value) => {
  if (isNullish(value)) return null
  if (!isDocument(value))
    return fail(40390, `$objectToArray requires a document input, found: ${typeNameOf(value)}`)
  return Array.from(value, ([key, inner]) => documentOf(['k', key], ['v', inner]))
})

const arrayToObject = unary((value) => {
  if (isNullish(value)) return null
  if (!Array.isArray(value))
    return fail(40386, `$arrayToObject requires an array input, found: ${typeNameOf(value)}`)
  const result: Document = new Map()
  const pairs = Array.isArray(value[0])
  if (!pairs && value.length > 0 && !isDocument(value[0])) {
    return fail(40398, `Unrecognised input type format for $arrayToObject: ${typeNameOf(value[0])}`)
  }
  for (const item of value) {
    const [key, inner] = pairs ? pairOf(item) : entryOf(item)
    if (key.includes('\0')) fail(pairs ? 4940400 : 4940401, 'Key field cannot contain an embedded null byte')
    result.set(key, inner)
  }
  return result
})

function pairOf(item: Value): [string, Value] {
  if (!Array.isArray(item))
    return fail(
      40396,
      `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Array was detected, now found: ${typeNameOf(item)}`,
    )
  if (item.length !== 2)
    fail(40397, `$arrayToObject requires an array of size 2 arrays, found array of size: ${item.length}`)
  const [key, inner = null] = item
  return typeof key === 'string'
    ? [key, inner]
    : fail(
        40395,
        `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeNameOf(key)}`,
      )
}

function entryOf(item: Value): [string, Value] {
  if (!isDocument(item))
    return fail(
      40391,
      `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Object was detected, now found: ${typeNameOf(item)}`,
    )
  if (item.size !== 2)
    fail(
      40392,
      `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${item.size}`,
    )
  const key = item.get('k')
  const inner = item.get('v')
  if (key === undefined || inner === undefined)
    return fail(40393, "$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys")
  return typeof key === 'string'
    ? [key, inner]
    : fail(
        40394,
        `$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${typeNameOf(key)}`,
      )
}

/** The name of a field: a constant string. */
function fieldName(
  spec: Value | undefined,
  scope: Scope,
  name: string,
  codes: { constant: number; string: number },
): string {
  if (typeof spec === 'string' && spec.startsWith('$')) {
    fail(
      codes.constant,
      `${name} requires 'field' to evaluate to a constant, use $literal for names that begin with $`,
    )
  }
  const expression = scope.compile(spec ?? null)
  if (!expression.constant) fail(codes.constant, `${name} requires 'field' to evaluate to a constant`)
  const value = constantOf(expression)
  return typeof value === 'string'
    ? value
    : fail(codes.string, `${name} requires 'field' to evaluate to type String, but got ${typeNameOf(value)}`)
}

const setting =
  (remove: boolean): Operator =>
  (operand, scope, name) => {
    if (!isDocument(operand)) return fail(4161100, `${name} only supports an object as its argument`)
    const known = remove ? ['field', 'input'] : ['field', 'input', 'value']
    for (const key of operand.keys())
      if (!known.includes(key)) fail(4161101, `${name} found an unknown argument: ${key}`)
    for (const [i, key] of known.entries())
      if (!operand.has(key))
        fail([4161102, 4161109, 4161103][i] ?? 4161102, `${name} requires '${key}' to be specified`)
    const field = fieldName(operand.get('field'), scope, name, { constant: 4161108, string: 4161106 })
    const input = scope.compile(operand.get('input') ?? null)
    const value: Expression | undefined = remove ? undefined : scope.compile(operand.get('value') ?? null)
    return fold(value ? [input, value] : [input], (frame) => {
      const target = input.evaluate(frame)
      if (isNullish(target)) return null
      if (!isDocument(target)) return fail(4161105, `${name} requires 'input' to evaluate to type Object`)
      const result = new Map(target)
      const next = value?.evaluate(frame)
      if (next === undefined) result.delete(field)
      else result.set(field, next)
      return result
    })
  }

export const objects: Operators = {
  $mergeObjects: mergeObjects,
  $objectToArray: objectToArray,
  $arrayToObject: arrayToObject,
  $setField: setting(false),
  $unsetField: setting(true),
}
