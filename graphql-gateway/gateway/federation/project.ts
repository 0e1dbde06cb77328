// The merged answers -> the response: keys in the order of the query, nothing it did not ask for, nulls where the
// schema wants them. Source: GraphQL specification, section 6.4.3 (Value Completion).
import { isObjectType, type GraphQLCompositeType, type GraphQLSchema, type SelectionSetNode } from 'graphql'
import type { RefusedPlace } from '../authorization/refused.ts'
import type { IsSubtype } from '../supergraph/supertypes.ts'
import { isObject, own, type JsonObject } from './json.ts'
import type { Completion, Selections } from './selection.ts'

/** A null where the schema allows none: the place in the merged answers. */
export interface NullViolation {
  readonly container: JsonObject | readonly unknown[]
  readonly key: string | number
  readonly field: string
}

/** What projection needs, and the violations it meets. */
export interface Projection {
  readonly schema: GraphQLSchema
  readonly selections: Selections
  readonly isSubtype: IsSubtype
  readonly violations: NullViolation[]
  /** What stands null because it was refused. */
  readonly refused: RefusedPlace[]
}

/** Projects an object; null when one of its non-null fields is missing. */
export function project(
  data: JsonObject,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  projection: Projection,
): JsonObject | null {
  const response: JsonObject = {}
  for (const field of projection.selections.fieldsOf(sets, type)) {
    const { key, source, name, completion, refusal, sets: inner } = field
    if (!completion) {
      response[key] = type.name
      continue
    }
    if (refusal !== null) {
      // The value may be there all the same: a plan reads keys, and what other fields need.
      projection.refused.push({
        container: data,
        key: source,
        place: `${type.name}.${name}`,
        reason: refusal,
      })
      if (completion.nonNull) return null
      response[key] = null
      continue
    }
    const value = own(data, source)
    const completed =
      completion.kind === 'leaf' ? (value ?? null) : complete(value, completion, inner, projection)
    if (completed === null && completion.nonNull) {
      projection.violations.push({ container: data, key: source, field: `${type.name}.${name}` })
      return null
    }
    response[key] = completed
  }
  return response
}

function complete(
  value: unknown,
  completion: Completion,
  sets: readonly SelectionSetNode[],
  projection: Projection,
): unknown {
  if (value === undefined || value === null) return null
  switch (completion.kind) {
    case 'leaf':
      return value
    case 'enum':
      // A subgraph may know values that others do not share; those are not part of the schema clients see.
      return typeof value === 'string' && completion.type.getValue(value) ? value : null
    case 'list': {
      if (!Array.isArray(value)) return null
      const items = new Array<unknown>(value.length)
      for (let i = 0; i < value.length; i++) {
        const item = complete(value[i], completion.of, sets, projection)
        if (item === null && completion.of.nonNull) {
          projection.violations.push({ container: value, key: i, field: 'a list' })
          return null
        }
        items[i] = item
      }
      return items
    }
    case 'object': {
      const type = isObject(value) ? runtimeType(value, completion.type, projection) : null
      if (!isObject(value) || !type) return null
      const reason = projection.selections.refusalOf(type)
      if (reason === null) return project(value, type, sets, projection)
      projection.refused.push({ container: value, key: null, place: type.name, reason })
      return null
    }
  }
}

/** Null for a type clients may not see. Plans leave `__typename` out where only the declared type is possible. */
function runtimeType(
  value: JsonObject,
  declared: GraphQLCompositeType,
  { schema, isSubtype }: Projection,
): GraphQLCompositeType | null {
  const typename = value['__typename']
  if (typeof typename !== 'string' || typename === declared.name) return declared
  const type = schema.getType(typename)
  if (!type) return null
  return isObjectType(type) && isSubtype(typename, declared.name) ? type : declared
}
