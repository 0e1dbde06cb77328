// Expressions with variables of their own: $let $map $filter $reduce.
import { bind } from '../environment.ts'
import { fail } from '../../bson/errors.ts'
import { sizeOf } from '../size.ts'
import {
  type Document,
  isDocument,
  isNullish,
  isNumeric,
  toWhole,
  typeNameOf,
  type Value,
} from '../../bson/values.ts'
import { isTrue } from './comparison.ts'
import { checkVariableName, type Expression, type Operator, type Operators, type Scope } from './operator.ts'

/** Bytes the result of one `$map` or `$reduce` may take; more could never be stored. */
const maxMade = 64 * 1024 * 1024

/** Asks for the time and bounds what is made, now and then. */
function checkLoop(i: number, made: () => number, name: string, { env }: Scope): void {
  if ((i & 15) !== 0) return
  env.tick?.()
  if (made() > maxMade) fail(292, `${name} makes more than ${maxMade / 1024 / 1024} MB; make less`)
}

const letIn: Operator = (operand, scope) => {
  if (!isDocument(operand)) return fail(16874, '$let only supports an object as its argument')
  for (const key of operand.keys())
    if (key !== 'vars' && key !== 'in') fail(16875, `Unrecognized parameter to $let: ${key}`)
  const vars = operand.get('vars')
  const body = operand.get('in')
  if (vars === undefined) fail(16876, "Missing 'vars' parameter to $let")
  if (body === undefined) return fail(16877, "Missing 'in' parameter to $let")
  if (!isDocument(vars))
    return fail(10065, `invalid parameter: expected an object (vars), found ${typeNameOf(vars)}`)
  const defined = Array.from(vars, ([name, value]) => {
    checkVariableName(name)
    return [name, scope.compile(value)] as const
  })
  const inner = scope.with(...defined.map(([name]) => name)).compile(body)
  if (inner.constant && defined.every(([, value]) => value.constant)) return inner
  return {
    constant: false,
    evaluate(frame) {
      let bindings = frame.bindings
      for (const [name, value] of defined) bindings = bind(name, value.evaluate(frame), bindings)
      return inner.evaluate({ root: frame.root, bindings })
    },
  }
}

function partsOf(
  operand: Value,
  name: string,
  known: readonly string[],
  codes: readonly [object: number, unknown: number, missing: number],
): Document {
  if (!isDocument(operand)) return fail(codes[0], `${name} only supports an object as its argument`)
  for (const key of operand.keys())
    if (!known.includes(key)) fail(codes[1], `Unrecognized parameter to ${name}: ${key}`)
  return operand
}

function required(operand: Document, key: string, name: string, code: number): Value {
  return operand.get(key) ?? (operand.has(key) ? null : fail(code, `Missing '${key}' parameter to ${name}`))
}

function variableOf(operand: Document): string {
  const as = operand.get('as')
  if (as === undefined) return 'this'
  if (typeof as !== 'string') return fail(9, "the 'as' parameter must be a string")
  checkVariableName(as)
  return as
}

const map: Operator = (operand, scope, name) => {
  const parts = partsOf(operand, name, ['input', 'as', 'in'], [16878, 16879, 16880])
  const input = scope.compile(required(parts, 'input', name, 16880))
  const body = required(parts, 'in', name, 16882)
  const as = variableOf(parts)
  const inner = scope.with(as).compile(body)
  return {
    constant: false,
    evaluate(frame) {
      const value = input.evaluate(frame)
      if (isNullish(value)) return null
      if (!Array.isArray(value)) return fail(16883, `input to $map must be an array not ${typeNameOf(value)}`)
      let bytes = 0
      return value.map((item, i) => {
        const made = inner.evaluate({ root: frame.root, bindings: bind(as, item, frame.bindings) }) ?? null
        bytes += typeof made === 'string' ? made.length : 8
        checkLoop(i, () => bytes, name, scope)
        return made
      })
    },
  }
}

const filter: Operator = (operand, scope, name) => {
  const parts = partsOf(operand, name, ['input', 'as', 'cond', 'limit'], [28646, 28647, 28648])
  const input = scope.compile(required(parts, 'input', name, 28648))
  const as = variableOf(parts)
  const condition = scope.with(as).compile(required(parts, 'cond', name, 28650))
  const limit: Expression | undefined = parts.has('limit')
    ? scope.compile(parts.get('limit') ?? null)
    : undefined
  return {
    constant: false,
    evaluate(frame) {
      const value = input.evaluate(frame)
      const most = limitOf(limit?.evaluate(frame))
      if (isNullish(value)) return null
      if (!Array.isArray(value))
        return fail(28651, `input to $filter must be an array not ${typeNameOf(value)}`)
      const found: Value[] = []
      for (const [i, item] of value.entries()) {
        checkLoop(i, () => 0, name, scope)
        if (found.length >= most) break
        if (isTrue(condition.evaluate({ root: frame.root, bindings: bind(as, item, frame.bindings) })))
          found.push(item)
      }
      return found
    },
  }
}

function limitOf(value: Value | undefined): number {
  if (isNullish(value)) return Infinity
  const n = isNumeric(value) ? toWhole(value) : undefined
  if (n === undefined || n > 0x7fffffff)
    return fail(327391, '$filter: limit must be represented as a 32-bit integral value')
  return n > 0 ? n : fail(327392, '$filter: limit must be greater than 0')
}

const reduce: Operator = (operand, scope: Scope, name) => {
  if (!isDocument(operand)) return fail(40075, '$reduce requires an object as an argument')
  for (const key of operand.keys())
    if (!['input', 'initialValue', 'in'].includes(key))
      fail(40076, `$reduce found an unknown argument: ${key}`)
  const input = scope.compile(required(operand, 'input', name, 40077))
  const initial = scope.compile(required(operand, 'initialValue', name, 40078))
  const inner = scope.with('this', 'value').compile(required(operand, 'in', name, 40079))
  return {
    constant: false,
    evaluate(frame) {
      const list = input.evaluate(frame)
      if (isNullish(list)) return null
      if (!Array.isArray(list))
        return fail(40080, `$reduce requires that 'input' be an array, found: ${typeNameOf(list)}`)
      let value = initial.evaluate(frame)
      for (const [i, item] of list.entries()) {
        const bindings = bind('this', item, bind('value', value, frame.bindings))
        value = inner.evaluate({ root: frame.root, bindings })
        checkLoop(i, () => sizeOf(value ?? null, maxMade), name, scope)
      }
      return value
    },
  }
}

export const iteration: Operators = { $let: letIn, $map: map, $filter: filter, $reduce: reduce }
