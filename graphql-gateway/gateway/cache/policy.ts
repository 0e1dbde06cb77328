// How long an answer may be kept, worked out from the selection alone, once per plan.
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { fragmentsOf } from '../federation/fragments.ts'

/** `maxAge` in seconds; 0 means not at all. PRIVATE answers belong to one reader. */
export interface CachePolicy {
  readonly maxAge: number
  readonly scope: 'PUBLIC' | 'PRIVATE'
}

interface Hint {
  readonly maxAge: number | null
  readonly private: boolean
}

export const notCacheable: CachePolicy = { maxAge: 0, scope: 'PUBLIC' }

/** Answers the policy of an operation. */
export type PolicyOf = (operation: OperationDefinitionNode, document: DocumentNode) => CachePolicy

/**
 * Reads `@cacheControl(maxAge, scope)` of a parsed schema. A root field without a hint makes the answer uncacheable;
 * a field below keeps what its parent allows unless it or its type says less. Mutations are never kept.
 */
export function cachePolicies(schemaDocument: DocumentNode, schema: GraphQLSchema): PolicyOf {
  const hints = readHints(schemaDocument)
  return (operation, document) => {
    const root = schema.getRootType(operation.operation)
    if (operation.operation !== 'query' || !root) return notCacheable
    const fragments = fragmentsOf(document)
    let maxAge = Number.POSITIVE_INFINITY
    let isPrivate = false
    const seen = new Set<string>()
    const visit = (set: SelectionSetNode, type: GraphQLNamedType, atRoot: boolean): void => {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          const fragment = fragments.get(selection.name.value)
          const place = `${selection.name.value}:${type.name}:${atRoot}`
          if (!fragment || seen.has(place)) continue
          seen.add(place)
          visit(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value) ?? type, atRoot)
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          const condition = selection.typeCondition?.name.value
          visit(selection.selectionSet, (condition && schema.getType(condition)) || type, atRoot)
        } else {
          const name = selection.name.value
          const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
          if (!field) {
            if (name !== '__typename') maxAge = 0
            continue
          }
          const inner = getNamedType(field.type)
          const own = hints.get(`${type.name}.${name}`)
          const hint = { ...hints.get(inner.name), ...own }
          if (hint.maxAge !== undefined && hint.maxAge !== null) maxAge = Math.min(maxAge, hint.maxAge)
          else if (atRoot) maxAge = 0
          isPrivate ||= hint.private === true
          if (selection.selectionSet) visit(selection.selectionSet, inner, false)
        }
      }
    }
    visit(operation.selectionSet, root, true)
    return { maxAge: Number.isFinite(maxAge) ? maxAge : 0, scope: isPrivate ? 'PRIVATE' : 'PUBLIC' }
  }
}

function readHints(document: DocumentNode): ReadonlyMap<string, Hint> {
  const hints = new Map<string, Hint>()
  const read = (place: string, directives: readonly ConstDirectiveNode[] | undefined): void => {
    const directive = directives?.find((each) => each.name.value === 'cacheControl')
    if (!directive) return
    let maxAge: number | null = null
    let isPrivate = false
    for (const { name, value } of directive.arguments ?? []) {
      if (name.value === 'maxAge' && value.kind === Kind.INT) maxAge = Number(value.value)
      if (name.value === 'scope' && value.kind === Kind.ENUM) isPrivate = value.value === 'PRIVATE'
    }
    hints.set(place, { maxAge, private: isPrivate })
  }
  for (const node of document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    read(node.name.value, node.directives)
    for (const field of node.fields ?? []) read(`${node.name.value}.${field.name.value}`, field.directives)
  }
  return hints
}
