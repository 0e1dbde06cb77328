// What an expression operator is, and how the simple ones are made from a function of their arguments.
import { type Bindings, type Environment } from '../environment.ts'
import { fail } from '../../bson/errors.ts'
import { type Document, isDocument, type Value } from '../../bson/values.ts'

/** What an expression sees: the document and the variables around it. */
export interface Frame {
  readonly root: Document
  readonly bindings: Bindings | undefined
}

/** Computes a value; `undefined` is a missing one. */
export type Evaluate = (frame: Frame) => Value | undefined

/** A compiled expression; a constant one has been computed already. */
export interface Expression {
  readonly evaluate: Evaluate
  readonly constant: boolean
}

/** Where an expression is compiled: what it may name and ask. */
export interface Scope {
  readonly env: Environment
  readonly names: ReadonlySet<string>
  /** Compiles a part. */
  compile(spec: Value): Expression
  /** The same scope with more variables. */
  with(...names: string[]): Scope
}

/** Compiles one operator's operand. */
export type Operator = (operand: Value, scope: Scope, name: string) => Expression
/** Operators by name. */
export type Operators = Readonly<Record<string, Operator>>

/** A value known at compile time. */
export function constant(value: Value | undefined): Expression {
  return { evaluate: () => value, constant: true }
}

const nowhere: Frame = { root: new Map(), bindings: undefined }

/** Computes at once what has only constant parts, so that its errors come before any document is read. */
export function fold(parts: readonly Expression[], evaluate: Evaluate): Expression {
  return parts.every((part) => part.constant) ? constant(evaluate(nowhere)) : { evaluate, constant: false }
}

/** The value of a constant expression. */
export function constantOf(expression: Expression): Value | undefined {
  return expression.evaluate(nowhere)
}

/** Compiles an operand as a list of arguments, counted. @throws MongoError 16020 or 28667. */
export function argumentsOf(
  operand: Value,
  scope: Scope,
  name: string,
  least: number,
  most: number = least,
): Expression[] {
  const list = Array.isArray(operand) ? operand : [operand]
  if (list.length < least || list.length > most) {
    if (least === most) {
      fail(16020, `Expression ${name} takes exactly ${least} arguments. ${list.length} were passed in.`)
    }
    fail(
      28667,
      `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${list.length} were passed in.`,
    )
  }
  return list.map((item) => scope.compile(item))
}

/** @throws MongoError 9 (FailedToParse) for a name a variable may not have. */
export function checkVariableName(name: string): void {
  if (name === '') fail(9, 'empty variable names are not allowed')
  if (!/^[a-z\u0080-\uffff]/.test(name) && name !== 'CURRENT') {
    fail(9, `'${name}' starts with an invalid character for a user variable name`)
  }
  if (!/^[\w\u0080-\uffff]*$/.test(name))
    fail(9, `'${name}' contains an invalid character for a variable name`)
}

/** A function of argument values: missing ones are `undefined`. */
export type Compute = (args: readonly (Value | undefined)[], name: string, scope: Scope) => Value | undefined

/** An operator that computes from all its arguments. */
export function operation(least: number, most: number, compute: Compute): Operator {
  return (operand, scope, name) => {
    const parts = argumentsOf(operand, scope, name, least, most)
    return fold(parts, (frame) =>
      compute(
        parts.map((part) => part.evaluate(frame)),
        name,
        scope,
      ),
    )
  }
}

/** An operator of exactly one argument. */
export function unary(
  compute: (value: Value | undefined, name: string, scope: Scope) => Value | undefined,
): Operator {
  return operation(1, 1, ([value], name, scope) => compute(value, name, scope))
}

/** Compiles the fields of `{ $op: { a: .., b: .. } }`. */
export function fieldsOf(
  operand: Value,
  scope: Scope,
  name: string,
  known: readonly string[],
  codes: { readonly notObject: number; readonly unknown: number },
): Map<string, Expression> {
  if (!isDocument(operand)) return fail(codes.notObject, `${name} only supports an object as its argument`)
  const fields = new Map<string, Expression>()
  for (const [key, value] of operand) {
    if (!known.includes(key)) fail(codes.unknown, `${name} found an unknown argument: ${key}`)
    fields.set(key, scope.compile(value))
  }
  return fields
}

/** An operator of named arguments, of which some are required. */
export function named(
  spec: {
    known: readonly string[]
    required: readonly string[]
    notObject: number
    unknown: number
    missing: number | Readonly<Record<string, number>>
    /** Tells of mistakes in constant arguments before a document is read, as MongoDB does; others are missing here. */
    check?: (arg: (key: string) => Value | undefined, name: string) => void
  },
  compute: (
    arg: (key: string) => Value | undefined,
    name: string,
    has: (key: string) => boolean,
    scope: Scope,
  ) => Value | undefined,
): Operator {
  return (operand, scope, name) => {
    const fields = fieldsOf(operand, scope, name, spec.known, spec)
    for (const key of spec.required) {
      if (!fields.has(key))
        fail(
          typeof spec.missing === 'number' ? spec.missing : (spec.missing[key] ?? 9),
          `${name} requires '${key}' to be specified`,
        )
    }
    const has = (key: string) => fields.has(key)
    const parts = [...fields.values()]
    if (!parts.every((part) => part.constant))
      spec.check?.((key) => {
        const part = fields.get(key)
        return part?.constant ? constantOf(part) : undefined
      }, name)
    return fold(parts, (frame) => compute((key) => fields.get(key)?.evaluate(frame), name, has, scope))
  }
}
