// Stages that take documents one by one: $match $project $addFields $set $unset $replaceRoot $replaceWith $unwind.
import { compileAddFields } from '../add-fields.ts'
import { fail } from '../../bson/errors.ts'
import { scopeOf } from '../expression.ts'
import type { Bindings } from '../environment.ts'
import { compileFilter } from '../filter.ts'
import { checkFieldPath, type Path, pathOf } from '../paths.ts'
import { compileProject } from '../projection.ts'
import { compileReplace, newRootOf, unsetSpec } from '../update-pipeline.ts'
import { type Document, isDocument, isNumeric, toDouble, typeNameOf, type Value } from '../../bson/values.ts'
import { type CompileStage, each } from './stage.ts'

const match: CompileStage = (operand, { env, names }) => {
  if (!isDocument(operand)) return fail(15959, 'the match filter must be an expression in an object')
  const filter = compileFilter(operand, env, names)
  return each(env, (document, bindings) => (filter(document, undefined, bindings) ? document : undefined))
}

const project: CompileStage = (operand, { env, names }) => {
  if (!isDocument(operand)) return fail(15969, '$project specification must be an object')
  const shape = compileProject(operand, env, names)
  const excludes = [...operand].every(([, how]) => how === false || (isNumeric(how) && toDouble(how) === 0))
  return each(env, excludes ? remembering(shape) : shape)
}

/** What a document was before fields were taken out of it. */
const before = new WeakMap<Document, Document>()

type Shape = (document: Document, bindings?: Bindings) => Document

/** MongoDB keeps the place of a field that is taken out: set again, it stands there and not at the end. */
function remembering(shape: Shape): Shape {
  return (document, bindings) => {
    const result = shape(document, bindings)
    before.set(result, before.get(document) ?? document)
    return result
  }
}

const addFields: CompileStage = (operand, { env, names }, name) => {
  if (!isDocument(operand)) {
    return fail(40272, `${name} specification stage must be an object, got ${typeNameOf(operand)}`)
  }
  const compute = compileAddFields(operand, env, names)
  return each(env, (document, bindings) => {
    const result = compute(document, bindings)
    const places = before.get(document)
    if (!places) return result
    const ordered: Document = new Map()
    for (const field of [...places.keys(), ...result.keys()]) {
      const value = result.get(field)
      if (value !== undefined) ordered.set(field, value)
    }
    before.set(ordered, places)
    return ordered
  })
}

const unwind: CompileStage = (operand, { env }) => {
  const spec = isDocument(operand) ? operand : new Map<string, Value>([['path', operand]])
  for (const key of spec.keys()) {
    if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(key)) {
      fail(28811, `unrecognized option to $unwind stage: ${key}`)
    }
  }
  const field = spec.get('path')
  const index = spec.get('includeArrayIndex')
  const preserve = spec.get('preserveNullAndEmptyArrays') ?? false
  if (!isDocument(operand) && typeof operand !== 'string') {
    fail(
      15981,
      `expected either a string or an object as specification for $unwind stage, got ${typeNameOf(operand)}`,
    )
  }
  if (field === undefined) fail(28812, 'no path specified to $unwind stage')
  if (typeof field !== 'string')
    return fail(28808, `expected a string as the path for $unwind stage, got ${typeNameOf(field)}`)
  if (!field.startsWith('$'))
    fail(28818, `path option to $unwind stage should be prefixed with a '$': ${field}`)
  if (typeof preserve !== 'boolean') {
    return fail(
      28809,
      `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeNameOf(preserve)}`,
    )
  }
  if (index !== undefined && (typeof index !== 'string' || index === '')) {
    return fail(28810, 'expected a non-empty string for the includeArrayIndex option to $unwind stage')
  }
  if (index?.startsWith('$'))
    fail(28822, `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`)
  checkFieldPath(field.slice(1))
  const path = pathOf(field.slice(1))
  const indexPath = index === undefined ? undefined : pathOf(index)
  return async function* (source) {
    let count = 0
    for await (const document of source) {
      for (const unwound of unwindOne(document, path, indexPath, preserve)) {
        if ((++count & 255) === 0) env.tick?.()
        yield unwound
      }
    }
  }
}

function* unwindOne(
  document: Document,
  path: Path,
  index: Path | undefined,
  preserve: boolean,
): Iterable<Document> {
  const value = plainValueAt(document, path)
  const numbered = (result: Document, place: Value): Document =>
    index ? withAt(result, index, place) : result
  if (Array.isArray(value) && value.length > 0) {
    for (const [i, item] of value.entries()) yield numbered(withAt(document, path, item), BigInt(i))
  } else if (value === undefined || value === null || Array.isArray(value)) {
    if (preserve) yield numbered(Array.isArray(value) ? withoutAt(document, path) : document, null)
  } else yield numbered(document, null)
}

/** The value at a path through documents only; arrays on the way hide it. */
function plainValueAt(document: Document, path: Path): Value | undefined {
  let value: Value | undefined = document
  for (const part of path) value = isDocument(value) ? value.get(part) : undefined
  return value
}

/** A copy of the document with a value at a path. */
export function withAt(document: Document, path: Path, value: Value, at = 0): Document {
  const part = path[at] ?? ''
  const inner = document.get(part)
  const next =
    at === path.length - 1 ? value : withAt(isDocument(inner) ? inner : new Map(), path, value, at + 1)
  return new Map(document).set(part, next)
}

function withoutAt(document: Document, path: Path, at = 0): Document {
  const part = path[at] ?? ''
  const inner = document.get(part)
  const result = new Map(document)
  if (at === path.length - 1) result.delete(part)
  else if (isDocument(inner)) result.set(part, withoutAt(inner, path, at + 1))
  return result
}

const documents: CompileStage = (operand, { env, names }) => {
  const expression = scopeOf(env, names).compile(operand)
  return (_, bindings) => {
    const value = expression.evaluate({ root: new Map(), bindings })
    if (!Array.isArray(value)) return fail(5858203, 'an array is expected for $documents')
    return value.map((item) => (isDocument(item) ? item : fail(40228, '$documents needs documents')))
  }
}

export const documentStages: Readonly<Record<string, CompileStage>> = {
  $match: match,
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: (operand, { env, names }) => each(env, remembering(compileProject(unsetSpec(operand), env, names))),
  $replaceRoot: (operand, { env, names }) => each(env, compileReplace(newRootOf(operand), env, names)),
  $replaceWith: (operand, { env, names }) => each(env, compileReplace(operand, env, names)),
  $unwind: unwind,
  $documents: documents,
}
