// Compiles aggregation expressions: literals, paths, variables, objects, arrays and the operators of the allow-list.
import type { Bindings, Environment } from './environment.ts'
import { fail } from '../bson/errors.ts'
import { arithmetic } from './expressions/arithmetic.ts'
import { arrays } from './expressions/arrays.ts'
import { comparison, isTrue } from './expressions/comparison.ts'
import { conditional } from './expressions/conditional.ts'
import { conversion } from './expressions/conversion.ts'
import { dateArithmetic } from './expressions/date-arithmetic.ts'
import { dateParts } from './expressions/date-parts.ts'
import { dateText } from './expressions/date-text.ts'
import { iteration } from './expressions/iteration.ts'
import { objects } from './expressions/objects.ts'
import {
  checkVariableName,
  constant,
  constantOf,
  type Expression,
  fold,
  type Operators,
  type Scope,
} from './expressions/operator.ts'
import { patterns } from './expressions/patterns.ts'
import { sets } from './expressions/sets.ts'
import { strings } from './expressions/strings.ts'
import { checkFieldPath, pathOf, valueAt } from './paths.ts'
import { type Document, isDocument, type Value } from '../bson/values.ts'

export type { Expression, Frame, Scope } from './expressions/operator.ts'

const operators: Operators = {
  $literal: (operand) => constant(operand),
  $const: (operand) => constant(operand),
  $expr: (operand, scope) => scope.compile(operand),
  ...arithmetic,
  ...arrays,
  ...comparison,
  ...conditional,
  ...conversion,
  ...dateArithmetic,
  ...dateParts,
  ...dateText,
  ...iteration,
  ...objects,
  ...patterns,
  ...sets,
  ...strings,
}

/** Whether the allow-list has an expression operator. */
export function hasOperator(name: string): boolean {
  return Object.hasOwn(operators, name)
}

const maxNesting = 150

type Constants = ReadonlyMap<string, Value | undefined>

const commandVariables = new WeakMap<Environment, Constants>()

/** The command's `let`, computed once: each may use those before it. @throws MongoError 4890500 when not constant. */
function constantsOf(env: Environment): Constants {
  const known = commandVariables.get(env)
  if (known) return known
  const constants = new Map<string, Value | undefined>()
  const scope = scopeOf({ ...env, once: true }, noNames, 0, constants)
  for (const [name, value] of env.variables ?? []) {
    checkVariableName(name)
    const expression = scope.compile(value)
    if (!expression.constant) fail(4890500, `Command let Expression does not evaluate to a constant: ${name}`)
    constants.set(name, constantOf(expression))
  }
  commandVariables.set(env, constants)
  return constants
}

const noNames: ReadonlySet<string> = new Set()

/** A scope for top-level expressions that may name `names` besides the command's and the system's variables. */
export function scopeOf(
  env: Environment,
  names: ReadonlySet<string> = noNames,
  depth = 0,
  constants: Constants = constantsOf(env),
): Scope {
  return {
    env,
    names,
    compile: (spec) => compileAt(spec, scopeOf(env, names, depth + 1, constants), depth, constants),
    with: (...more) => scopeOf(env, new Set([...names, ...more]), depth, constants),
  }
}

/**
 * Compiles an expression.
 * @throws MongoError 168 for operators outside the allow-list, 17276 for unknown variables, others as MongoDB.
 */
export function compileExpression(spec: Value, env: Environment, names?: ReadonlySet<string>): Expression {
  return scopeOf(env, names).compile(spec)
}

/** Compiles an expression into a yes or no for a document. */
export function compileCondition(
  spec: Value,
  env: Environment,
  names?: ReadonlySet<string>,
): (document: Document, bindings: Bindings | undefined) => boolean {
  const { evaluate } = compileExpression(spec, env, names)
  return (root, bindings) => isTrue(evaluate({ root, bindings }))
}

function compileAt(spec: Value, scope: Scope, depth: number, constants: Constants): Expression {
  if (depth > maxNesting) fail(15, `Expression is nested deeper than ${maxNesting} levels`)
  if (typeof spec === 'string')
    return spec.startsWith('$') ? reference(spec, scope, constants) : constant(spec)
  if (Array.isArray(spec)) {
    const parts = spec.map((part) => scope.compile(part))
    return fold(parts, (frame) => parts.map((part) => part.evaluate(frame) ?? null))
  }
  if (!isDocument(spec)) return constant(spec)
  const [first] = spec.keys()
  return first?.startsWith('$') ? operator(first, spec, scope) : object(spec, scope)
}

function operator(name: string, spec: Document, scope: Scope): Expression {
  if (spec.size !== 1) {
    fail(
      15983,
      `an object representing an expression must have exactly one field: ${[...spec.keys()].join(', ')}`,
    )
  }
  const compile = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (!compile) return fail(168, `Unrecognized expression '${name}'`)
  if (scope.env.collation) fail(115, `${name} under a collation is not supported by the embedded store`)
  return compile(spec.get(name) ?? null, scope, name)
}

function object(spec: Document, scope: Scope): Expression {
  const fields: [string, Expression][] = []
  for (const [key, value] of spec) {
    if (key === '') fail(9, 'field names of an object expression must not be empty')
    if (key.includes('.'))
      fail(16405, `FieldPath field names may not contain '.'. Consider using $getField or $setField: ${key}`)
    if (key.startsWith('$')) fail(16410, `FieldPath field names may not start with '$': ${key}`)
    fields.push([key, scope.compile(value)])
  }
  const parts = fields.map(([, part]) => part)
  return fold(parts, (frame) => {
    const result: Document = new Map()
    for (const [key, part] of fields) {
      const value = part.evaluate(frame)
      if (value !== undefined) result.set(key, value)
    }
    return result
  })
}

function reference(spec: string, scope: Scope, constants: Constants): Expression {
  if (spec === '$') return fail(16872, "'$' by itself is not a valid FieldPath")
  if (!spec.startsWith('$$')) {
    const path = spec.slice(1)
    checkFieldPath(path)
    const parts = pathOf(path)
    if (scope.names.has('CURRENT')) {
      return { constant: false, evaluate: ({ bindings }) => valueAt(lookup('CURRENT', bindings), parts) }
    }
    const [only = ''] = parts
    if (parts.length === 1) return { constant: false, evaluate: ({ root }) => root.get(only) }
    return { constant: false, evaluate: ({ root }) => valueAt(root, parts) }
  }
  const full = spec.slice(2)
  if (full === '') return fail(16866, 'empty variable names are not allowed')
  const [name = '', ...parts] = pathOf(full)
  if (parts.length > 0) checkFieldPath(parts.join('.'))
  if (scope.names.has(name)) {
    return { constant: false, evaluate: ({ bindings }) => valueAt(lookup(name, bindings), parts) }
  }
  if (constants.has(name)) return constant(valueAt(constants.get(name), parts))
  switch (name) {
    case 'ROOT':
    case 'CURRENT':
      return { constant: false, evaluate: ({ root }) => valueAt(root, parts) }
    case 'NOW':
      return constant(valueAt(scope.env.now, parts))
    case 'REMOVE':
      return { constant: false, evaluate: () => undefined }
    case 'CLUSTER_TIME':
    case 'SEARCH_META':
    case 'USER_ROLES':
    case 'JS_SCOPE':
    case 'IS_MR':
      return fail(51144, `The variable $$${name} is not available in the embedded store`)
  }
  checkVariableName(name)
  return fail(17276, `Use of undefined variable: ${name}`)
}

function lookup(name: string, bindings: Bindings | undefined): Value | undefined {
  for (let at = bindings; at; at = at.outer) if (at.name === name) return at.value
  return undefined
}
