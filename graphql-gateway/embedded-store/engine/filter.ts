// Compiles a query filter into a test of one document.
import { bitsLeaf } from './filter-bits.ts'
import { compareLeaf, elementTest, equalityTest } from './filter-compare.ts'
import type { ElementTest, Filter, Match } from './filter-contract.ts'
import type { Environment } from './environment.ts'
import { fail } from '../bson/errors.ts'
import { compileCondition } from './expression.ts'
import { arrayItems, existsWanted, modTest, regexTest, sizeWanted, typeTest } from './filter-operands.ts'
import { type Path, pathOf, walk } from './paths.ts'
import { BSONRegExp, type Document, isDocument, type Value } from '../bson/values.ts'

export type { Filter, Match } from './filter-contract.ts'

/** Environment of filters with nothing outside. */
const alone: Environment = { now: new Date(0) }

/**
 * Compiles a filter.
 * @throws MongoError 2, 9 or 14 for wrong operands, 2 for unknown operators, 115 for `$where`, `$text` and geo.
 */
export function compileFilter(
  filter: Document,
  env: Environment = alone,
  names?: ReadonlySet<string>,
): Filter {
  const tests: Filter[] = []
  for (const [key, value] of filter) {
    if (key.startsWith('$')) {
      const test = topLevel(key, value, env, names)
      if (test) tests.push(test)
    } else tests.push(...fieldTests(key, value, env, names))
  }
  return every(tests)
}

function every(tests: readonly Filter[]): Filter {
  const [only] = tests
  if (only && tests.length === 1) return only
  return (document, match, bindings) => {
    for (const test of tests) if (!test(document, match, bindings)) return false
    return true
  }
}

const unsupported = new Set([
  '$where',
  '$text',
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$jsonSchema',
])

function topLevel(
  key: string,
  value: Value,
  env: Environment,
  names: ReadonlySet<string> | undefined,
): Filter | undefined {
  switch (key) {
    case '$and':
      return every(branches(key, value, env, names))
    case '$or': {
      const tests = branches(key, value, env, names)
      return (document, _, bindings) => tests.some((test) => test(document, undefined, bindings))
    }
    case '$nor': {
      const tests = branches(key, value, env, names)
      return (document, _, bindings) => !tests.some((test) => test(document, undefined, bindings))
    }
    case '$expr': {
      if (env.inside) fail(2, '$expr can only be applied to the top-level document')
      const condition = compileCondition(value, env, names)
      return (document, _, bindings) => condition(document, bindings)
    }
    case '$comment':
      return undefined
    case '$alwaysTrue':
      return () => true
    case '$alwaysFalse':
      return () => false
  }
  if (unsupported.has(key)) fail(115, `${key} is not supported by the embedded store`)
  return fail(
    2,
    `unknown top level operator: ${key}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
  )
}

function branches(
  key: string,
  value: Value,
  env: Environment,
  names: ReadonlySet<string> | undefined,
): Filter[] {
  if (!Array.isArray(value)) return fail(2, `${key} must be an array`)
  if (value.length === 0) fail(2, `${key} argument must be a non-empty array`)
  return value.map((part) =>
    isDocument(part) ? compileFilter(part, env, names) : fail(2, `${key} argument's entries must be objects`),
  )
}

/** Whether a value under a field holds operators rather than a document to be equal to. */
export function isOperators(value: Value | undefined): value is Document {
  if (!isDocument(value)) return false
  const [first, second] = value.keys()
  // A reference to a document is a value: $ref, then $id.
  return first !== undefined && first.startsWith('$') && !(first === '$ref' && second === '$id')
}

function leaf(path: Path, whole: boolean, test: ElementTest): Filter {
  return (document, match, bindings) =>
    walk(document, path, whole, (value, place) => {
      if (!test(value, match, bindings)) return false
      if (match && place !== undefined) note(match, place)
      return true
    })
}

/** Notes where a condition was met. */
function note(match: Match, place: number): void {
  if (match.position !== undefined && match.position !== place) match.ambiguous = true
  match.position = place
}

const not =
  (test: Filter): Filter =>
  (document, _, bindings) =>
    !test(document, undefined, bindings)

function fieldTests(
  key: string,
  value: Value,
  env: Environment,
  names: ReadonlySet<string> | undefined,
): Filter[] {
  const path = pathOf(key)
  if (!isOperators(value)) return [leaf(path, false, elementTest(value, env.collation))]
  const tests: Filter[] = []
  for (const [operator, operand] of value) {
    if (operator === '$options' && !value.has('$regex')) fail(2, '$options needs a $regex')
    if (operator === '$options' || operator === '$comment') continue
    tests.push(operatorTest(path, operator, operand, value, env, names))
  }
  return tests
}

function operatorTest(
  path: Path,
  operator: string,
  operand: Value,
  around: Document,
  env: Environment,
  names: ReadonlySet<string> | undefined,
): Filter {
  switch (operator) {
    case '$ne':
      if (operand instanceof BSONRegExp) fail(2, "Can't have regex as arg to $ne.")
      return not(leaf(path, false, equalityTest(operand, env.collation)))
    case '$nin':
      return not(leaf(path, false, inTest('$nin', operand, env)))
    case '$not':
      return negation(path, operand, env, names)
    case '$exists': {
      const wanted = existsWanted(operand)
      const exists = leaf(path, true, (value) => value !== undefined)
      return wanted ? exists : not(exists)
    }
    case '$size': {
      const size = sizeWanted(operand)
      return leaf(path, true, (value) => Array.isArray(value) && value.length === size)
    }
    case '$all':
      return allTest(path, operand, env, names)
    case '$elemMatch': {
      const test = elemMatch(operand, env, names)
      return leaf(path, true, test)
    }
  }
  return leaf(path, false, elementOperator(operator, operand, around, env))
}

/** The operators that look at one element by itself. */
function elementOperator(operator: string, operand: Value, around: Document, env: Environment): ElementTest {
  switch (operator) {
    case '$eq':
      return equalityTest(operand, env.collation)
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return compareLeaf(operator, operand, env.collation)
    case '$in':
      return inTest('$in', operand, env)
    case '$type':
      return typeTest(operand)
    case '$mod':
      return modTest(operand)
    case '$regex':
      return regexTest(operand, around.get('$options'))
    case '$bitsAllSet':
    case '$bitsAnySet':
    case '$bitsAllClear':
    case '$bitsAnyClear':
      return bitsLeaf(operator, operand)
  }
  if (unsupported.has(operator)) fail(115, `${operator} is not supported by the embedded store`)
  return fail(2, `unknown operator: ${operator}`)
}

function inTest(name: string, operand: Value, env: Environment): ElementTest {
  const { patterns, has } = arrayItems(name, operand, env.collation)
  return (value) => has(value) || patterns.some((pattern) => pattern(value, undefined, undefined))
}

function negation(
  path: Path,
  operand: Value,
  env: Environment,
  names: ReadonlySet<string> | undefined,
): Filter {
  if (operand instanceof BSONRegExp) return not(leaf(path, false, elementTest(operand, env.collation)))
  if (!isDocument(operand)) return fail(2, '$not needs a regex or a document')
  if (operand.size === 0) fail(2, '$not cannot be empty')
  const [first] = operand.keys()
  if (!isOperators(operand)) return fail(2, `unknown operator: ${first}`)
  return not(every(fieldTests(path.join('.'), operand, env, names)))
}

function allTest(
  path: Path,
  operand: Value,
  env: Environment,
  names: ReadonlySet<string> | undefined,
): Filter {
  if (!Array.isArray(operand)) return fail(2, '$all needs an array')
  const isElemMatch = (item: Value | undefined) => isDocument(item) && [...item.keys()][0] === '$elemMatch'
  const matching = isElemMatch(operand[0])
  const tests = operand.map((item) => {
    if (matching) {
      if (!isDocument(item) || !isElemMatch(item)) return fail(2, '$all/$elemMatch has to be consistent')
      return leaf(path, true, elemMatch(item.get('$elemMatch') ?? null, env, names))
    }
    if (isOperators(item)) fail(2, 'no $ expressions in $all')
    return leaf(path, false, elementTest(item, env.collation))
  })
  if (tests.length === 0) return () => false
  return every(tests)
}

/** `$elemMatch`: some element fits a filter (elements that are documents) or a set of operators (any element). */
export function elemMatch(operand: Value, around: Environment, names?: ReadonlySet<string>): ElementTest {
  const env: Environment = { ...around, inside: true }
  if (!isDocument(operand)) return fail(2, '$elemMatch needs an Object')
  const [first] = operand.keys()
  const ofValues =
    isOperators(operand) && first !== '$and' && first !== '$or' && first !== '$nor' && first !== '$expr'
  // Operators look at the element itself: a path of no parts, whose arrays are not taken apart.
  const test = ofValues ? every(valueTests(operand, env, names)) : compileFilter(operand, env, names)
  return (array, match, bindings) => {
    if (!Array.isArray(array)) return false
    const index = array.findIndex((element) => {
      if (ofValues) return test(new Map([['', element]]), undefined, bindings)
      if (isDocument(element)) return test(element, undefined, bindings)
      return Array.isArray(element) && test(numbered(element), undefined, bindings)
    })
    if (index >= 0 && match) note(match, index)
    return index >= 0
  }
}

function valueTests(operand: Document, env: Environment, names: ReadonlySet<string> | undefined): Filter[] {
  const self: Path = ['']
  const tests: Filter[] = []
  for (const [operator, value] of operand) {
    if (operator === '$options') continue
    if (!operator.startsWith('$')) fail(2, `unknown operator: ${operator}`)
    const single = (test: ElementTest): Filter => leaf(self, true, test)
    if (operator === '$ne' && value instanceof BSONRegExp) fail(2, "Can't have regex as arg to $ne.")
    if (operator === '$ne') tests.push(not(single(equalityTest(value, env.collation))))
    else if (operator === '$nin') tests.push(not(single(inTest('$nin', value, env))))
    else if (operator === '$not' && isDocument(value) && isOperators(value)) {
      tests.push(not(every(valueTests(value, env, names))))
    } else if (operator === '$not' && value instanceof BSONRegExp)
      tests.push(not(single(elementTest(value, env.collation))))
    else if (['$not', '$exists', '$size', '$elemMatch'].includes(operator)) {
      tests.push(operatorTest(self, operator, value, operand, env, names))
    } else if (operator === '$all') fail(115, '$all inside $elemMatch is not supported by the embedded store')
    else tests.push(single(elementOperator(operator, value, operand, env)))
  }
  return tests
}

const numbered = (array: Value[]): Document => new Map(array.map((element, i) => [String(i), element]))
