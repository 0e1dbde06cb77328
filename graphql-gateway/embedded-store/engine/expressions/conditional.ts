// Choices: $cond, $ifNull, $switch.
import { fail } from '../../bson/errors.ts'
import { isDocument, isNullish } from '../../bson/values.ts'
import { isTrue } from './comparison.ts'
import { argumentsOf, type Expression, fold, type Operator, type Operators } from './operator.ts'

const cond: Operator = (operand, scope, name) => {
  let parts: Expression[]
  if (isDocument(operand)) {
    for (const key of operand.keys()) {
      if (!['if', 'then', 'else'].includes(key)) fail(17083, `Unrecognized parameter to $cond: ${key}`)
    }
    const part = (key: string, code: number): Expression => {
      const value = operand.get(key)
      return value === undefined ? fail(code, `Missing '${key}' parameter to $cond`) : scope.compile(value)
    }
    parts = [part('if', 17080), part('then', 17081), part('else', 17082)]
  } else parts = argumentsOf(operand, scope, name, 3)
  const [when, then, otherwise] = parts
  return fold(parts, (frame) =>
    isTrue(when?.evaluate(frame)) ? then?.evaluate(frame) : otherwise?.evaluate(frame),
  )
}

const ifNull: Operator = (operand, scope) => {
  if (!Array.isArray(operand) || operand.length < 2)
    return fail(1257300, '$ifNull needs at least two arguments')
  const parts = operand.map((part) => scope.compile(part))
  return fold(parts, (frame) => {
    let last
    for (const part of parts) {
      last = part.evaluate(frame)
      if (!isNullish(last)) return last
    }
    return last
  })
}

const choice: Operator = (operand, scope) => {
  if (!isDocument(operand)) return fail(40060, '$switch requires an object as an argument')
  for (const key of operand.keys()) {
    if (key !== 'branches' && key !== 'default') fail(40067, `$switch found an unknown argument: ${key}`)
  }
  const branches = operand.get('branches') ?? []
  if (!Array.isArray(branches)) return fail(40061, "$switch expected an array for 'branches'")
  const compiled = branches.map((branch) => {
    if (!isDocument(branch)) return fail(40062, '$switch expected each branch to be an object')
    for (const key of branch.keys()) {
      if (key !== 'case' && key !== 'then')
        fail(40063, `$switch found an unknown argument to a branch: ${key}`)
    }
    const when = branch.get('case')
    const then = branch.get('then')
    if (when === undefined) return fail(40064, "$switch requires each branch have a 'case' expression")
    if (then === undefined) return fail(40065, "$switch requires each branch have a 'then' expression.")
    return { when: scope.compile(when), then: scope.compile(then) }
  })
  const fallback = operand.get('default')
  if (compiled.length === 0) fail(40068, '$switch requires at least one branch.')
  const otherwise = fallback === undefined ? undefined : scope.compile(fallback)
  const parts = [...compiled.flatMap(({ when, then }) => [when, then]), ...(otherwise ? [otherwise] : [])]
  return fold(parts, (frame) => {
    for (const { when, then } of compiled) if (isTrue(when.evaluate(frame))) return then.evaluate(frame)
    if (!otherwise)
      fail(40066, '$switch could not find a matching branch for an input, and no default was specified.')
    return otherwise?.evaluate(frame)
  })
}

export const conditional: Operators = { $cond: cond, $ifNull: ifNull, $switch: choice }
