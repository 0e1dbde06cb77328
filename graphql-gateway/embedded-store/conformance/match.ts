// The matching rules of MongoDB's unified test format ("Evaluating Matches").
import { BSON, type ClientSession } from 'mongodb'
import { get, isPlain } from './plain.ts'

/** A test did not get what it expects. */
export class Mismatch extends Error {}
/** A test asks for something this runner or the driver cannot do. */
export class Skipped extends Error {}

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  ['Long', 'Int32', 'Double', 'Decimal128'].includes(String(get(value, '_bsontype')))

const shown = (value: unknown): string => (BSON.EJSON.stringify({ value }) ?? '').slice(0, 200)

/** Throws Mismatch unless `actual` is what `expected` says. In a root document further fields are allowed. */
export function expectMatch(
  expected: unknown,
  actual: unknown,
  entities: ReadonlyMap<string, unknown>,
  root: boolean,
  path: string,
): void {
  if (isPlain(expected)) {
    const [operator] = Object.keys(expected)
    if (operator?.startsWith('$$') && Object.keys(expected).length === 1)
      return special(operator, expected[operator], actual, entities, root, path)
    const object = actual instanceof Map ? Object.fromEntries(actual) : actual
    if (typeof object !== 'object' || object === null)
      throw new Mismatch(`${path}: object expected, got ${shown(actual)}`)
    for (const [field, value] of Object.entries(expected)) {
      const found = get(object, field)
      const inner = `${path}.${field}`
      if (isPlain(value) && '$$exists' in value) {
        if ((found !== undefined) !== value['$$exists'])
          throw new Mismatch(`${inner}: exists is not ${value['$$exists']}`)
      } else if (isPlain(value) && '$$unsetOrMatches' in value) {
        if (found !== undefined && found !== null)
          expectMatch(value['$$unsetOrMatches'], found, entities, false, inner)
      } else {
        if (found === undefined) throw new Mismatch(`${inner}: missing`)
        expectMatch(value, found, entities, false, inner)
      }
    }
    if (!root)
      for (const field of Object.keys(object))
        if (!(field in expected) && get(object, field) !== undefined)
          throw new Mismatch(`${path}: unexpected ${field}`)
    return
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      throw new Mismatch(`${path}: ${expected.length} elements expected, got ${shown(actual)}`)
    expected.forEach((value, i) => expectMatch(value, actual[i], entities, root, `${path}[${i}]`))
    return
  }
  if (isNumber(expected)) {
    if (!isNumber(actual) || Number(String(expected)) !== Number(String(actual)))
      throw new Mismatch(`${path}: ${String(expected)} expected, got ${shown(actual)}`)
    return
  }
  if (expected === null || expected === undefined) {
    if (actual !== null && actual !== undefined)
      throw new Mismatch(`${path}: null expected, got ${shown(actual)}`)
    return
  }
  if (shown(expected) !== shown(actual))
    throw new Mismatch(`${path}: ${shown(expected)} expected, got ${shown(actual)}`)
}

function special(
  operator: string,
  operand: unknown,
  actual: unknown,
  entities: ReadonlyMap<string, unknown>,
  root: boolean,
  path: string,
): void {
  switch (operator) {
    case '$$type': {
      const names = Array.isArray(operand) ? operand : [operand]
      if (!names.some((name) => hasType(String(name), actual)))
        throw new Mismatch(`${path}: type ${names.join()} expected, got ${shown(actual)}`)
      return
    }
    case '$$unsetOrMatches':
      if (actual === undefined || actual === null) return
      return expectMatch(operand, actual, entities, root, path)
    case '$$exists':
      if ((actual !== undefined) !== operand) throw new Mismatch(`${path}: exists is not ${String(operand)}`)
      return
    case '$$matchesEntity':
      return expectMatch(entities.get(String(operand)), actual, entities, false, path)
    case '$$sessionLsid': {
      const session = entities.get(String(operand))
      const own = shown(isSession(session) ? session.id : undefined)
      if (own !== shown(actual)) throw new Mismatch(`${path}: another session`)
      return
    }
    case '$$matchesHexBytes':
      if (
        !(actual instanceof Uint8Array) ||
        Buffer.from(actual).toString('hex') !== String(operand).toLowerCase()
      )
        throw new Mismatch(`${path}: other bytes`)
      return
    case '$$matchAsRoot':
      return expectMatch(operand, actual, entities, true, path)
    case '$$lte':
      if (!(Number(actual) <= Number(operand)))
        throw new Mismatch(`${path}: at most ${String(operand)} expected`)
      return
  }
  throw new Skipped(`operator ${operator}`)
}

function isSession(value: unknown): value is ClientSession {
  return typeof value === 'object' && value !== null && 'serverSession' in value
}

function hasType(name: string, value: unknown): boolean {
  const bson = get(value, '_bsontype')
  switch (name) {
    case 'int':
    case 'long':
    case 'double':
    case 'number':
    case 'decimal':
      return isNumber(value)
    case 'string':
      return typeof value === 'string'
    case 'object':
      return typeof value === 'object' && value !== null
    case 'array':
      return Array.isArray(value)
    case 'binData':
      return bson === 'Binary' || value instanceof Uint8Array
    case 'objectId':
      return bson === 'ObjectId'
    case 'bool':
      return typeof value === 'boolean'
    case 'date':
      return value instanceof Date
    case 'null':
      return value === null
    case 'timestamp':
      return bson === 'Timestamp'
  }
  return false
}
