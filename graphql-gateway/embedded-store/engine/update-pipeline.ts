// Pipeline-style updates: the stages that work on one document by itself.
import { compileAddFields } from './add-fields.ts'
import type { Bindings, Environment } from './environment.ts'
import { fail } from '../bson/errors.ts'
import { compileExpression } from './expression.ts'
import { compileProject } from './projection.ts'
import { type Document, isDocument, type Value, typeNameOf } from '../bson/values.ts'

type Transform = (document: Document) => Document

/** Compiles the stages of an update. @throws MongoError 72 for stages an update may not have. */
export function compileUpdatePipeline(stages: readonly Document[], env: Environment): Transform {
  const transforms = stages.map((stage) => compileTransform(stage, env))
  return (document) => transforms.reduce((result, transform) => transform(result), document)
}

function compileTransform(stage: Document, env: Environment): Transform {
  const [entry] = stage
  if (!entry || stage.size !== 1)
    return fail(40323, 'A pipeline stage specification object must contain exactly one field.')
  const [name, spec] = entry
  switch (name) {
    case '$set':
    case '$addFields':
      return isDocument(spec)
        ? compileAddFields(spec, env)
        : fail(40272, `${name} specification stage must be an object, got ${typeNameOf(spec)}`)
    case '$project':
      return isDocument(spec)
        ? compileProject(spec, env)
        : fail(15969, '$project specification must be an object')
    case '$unset':
      return compileProject(unsetSpec(spec), env)
    case '$replaceWith':
      return compileReplace(spec, env)
    case '$replaceRoot':
      return compileReplace(newRootOf(spec), env)
  }
  return fail(72, `${name} is not allowed to be used within an update`)
}

/** `$unset: "a"` or `["a", "b"]` as an exclusion. @throws MongoError 31002, 31119, 31120. */
export function unsetSpec(spec: Value): Document {
  if (Array.isArray(spec) && spec.length === 0)
    fail(31119, '$unset specification must be a string or an array with at least one field')
  const list = Array.isArray(spec) ? spec : [spec]
  return new Map(
    list.map((field): [string, Value] =>
      typeof field === 'string'
        ? [field, 0]
        : fail(
            Array.isArray(spec) ? 31120 : 31002,
            '$unset specification must be a string or an array containing only string values',
          ),
    ),
  )
}

/** The `newRoot` of `$replaceRoot`. @throws MongoError 40229, 40230, 40231. */
export function newRootOf(spec: Value): Value {
  if (!isDocument(spec))
    return fail(40229, `expected an object as specification for $replaceRoot stage, got ${typeNameOf(spec)}`)
  for (const key of spec.keys())
    if (key !== 'newRoot') fail(40415, `BSON field '$replaceRoot.${key}' is an unknown field.`)
  return (
    spec.get('newRoot') ?? fail(40414, "BSON field '$replaceRoot.newRoot' is missing but a required field")
  )
}

/** `$replaceWith`. @throws MongoError 40228 when the expression is not a document. */
export function compileReplace(
  spec: Value,
  env: Environment,
  names?: ReadonlySet<string>,
): (document: Document, bindings?: Bindings) => Document {
  const { evaluate } = compileExpression(spec, env, names)
  return (root, bindings) => {
    const value = evaluate({ root, bindings })
    return isDocument(value)
      ? value
      : fail(
          40228,
          `'newRoot' expression must evaluate to an object, but resulting value was: ${typeNameOf(value)}`,
        )
  }
}
