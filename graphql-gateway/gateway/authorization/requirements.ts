// Reads `@authenticated` and `@requiresScopes` of a supergraph, and works out what each field requires in the end.
// Sources: https://specs.apollo.dev/authenticated/v0.1, https://specs.apollo.dev/requiresScopes/v0.1
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import type { IsSubtype } from '../supergraph/supertypes.ts'
import { both, requirementOf, signedInOnly, type Requirement } from './requirement.ts'

/** What is required of who asks for a field of a type, or for a type; null when nothing is. */
export interface Requirements {
  /** False when nothing in the whole graph requires anything. */
  readonly any: boolean
  ofField(type: string, field: string): Requirement | null
  ofType(type: string): Requirement | null
}

/** Directives of the same family that this gateway does not know how to honour. */
const unknown = ['policy', 'context']

/**
 * A field requires what is written on it, on its type, on the type of its value, and on every field that it needs by
 * `@requires`, or a resolver could give away what it was handed. A field of an interface requires what any of its objects
 * requires, for nobody knows yet which one it will be. (On interfaces themselves composition allows no such directive; it
 * writes there what their objects require.)
 * Errors: `Error` for a scope that nobody can have, or for `@policy`.
 */
export function requirementsOf(
  supergraph: DocumentNode,
  schema: GraphQLSchema,
  isSubtype: IsSubtype,
): Requirements {
  const { written, needs } = readSupergraph(supergraph)
  const ended = new Map<string, Requirement | null>()
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType)

  const ownOf = (type: string, field: string): Requirement | null => {
    const declared = schema.getType(type)
    const definition =
      isObjectType(declared) || isInterfaceType(declared) ? declared.getFields()[field] : undefined
    const value = definition && getNamedType(definition.type)
    // Which object stands behind an interface is known when it is there; each is then judged by its own type.
    const ofValue = value && !isInterfaceType(value) ? (written.get(value.name) ?? null) : null
    return both(both(written.get(type) ?? null, written.get(`${type}.${field}`) ?? null), ofValue)
  }

  const ofField = (
    type: string,
    field: string,
    above: ReadonlySet<string> = new Set(),
  ): Requirement | null => {
    const place = `${type}.${field}`
    const known = ended.get(place)
    if (known !== undefined) return known
    // Two fields that need each other: what is required of both is found where the walk began.
    if (above.has(place)) return null
    const inside = new Set([...above, place])
    let all = ownOf(type, field)
    if (isInterfaceType(schema.getType(type)))
      for (const { name } of objects) if (isSubtype(name, type)) all = both(all, ofField(name, field, inside))
    for (const needed of needs.get(place) ?? []) all = both(all, ofSelection(type, needed, inside))
    if (above.size === 0) ended.set(place, all)
    return all
  }

  const ofSelection = (
    type: string,
    set: SelectionSetNode,
    inside: ReadonlySet<string>,
  ): Requirement | null => {
    let all: Requirement | null = null
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) continue
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value ?? type
        all = both(
          all,
          both(written.get(condition) ?? null, ofSelection(condition, selection.selectionSet, inside)),
        )
        continue
      }
      const field = selection.name.value
      all = both(all, ofField(type, field, inside))
      const declared = schema.getType(type)
      const definition =
        isObjectType(declared) || isInterfaceType(declared) ? declared.getFields()[field] : undefined
      if (selection.selectionSet && definition)
        all = both(all, ofSelection(getNamedType(definition.type).name, selection.selectionSet, inside))
    }
    return all
  }

  return {
    any: written.size > 0,
    ofField: (type, field) => (written.size === 0 ? null : ofField(type, field)),
    ofType: (type) => written.get(type) ?? null,
  }
}

interface Read {
  /** By `Type` and by `Type.field`. */
  readonly written: ReadonlyMap<string, Requirement>
  /** Selections of `@requires`, by `Type.field`. */
  readonly needs: ReadonlyMap<string, readonly SelectionSetNode[]>
}

function readSupergraph(supergraph: DocumentNode): Read {
  const written = new Map<string, Requirement>()
  const needs = new Map<string, SelectionSetNode[]>()
  const read = (place: string, directives: readonly ConstDirectiveNode[] = []): void => {
    for (const directive of directives) {
      const name = directive.name.value
      if (unknown.includes(name))
        throw new Error(`${place} has @${name}, which this gateway cannot honour: use @requiresScopes.`)
      const requirement = writtenIn(place, directive)
      if (requirement) written.set(place, both(written.get(place) ?? null, requirement) ?? signedInOnly)
      const fields = name === 'join__field' ? textOf(argument(directive, 'requires')) : null
      if (fields !== null) needs.set(place, [...(needs.get(place) ?? []), selectionOf(fields)])
    }
  }
  for (const node of supergraph.definitions) {
    if (!('name' in node) || !node.name || node.kind === Kind.DIRECTIVE_DEFINITION) continue
    if (!('directives' in node)) continue
    if (node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION) continue
    read(node.name.value, node.directives)
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    for (const field of node.fields ?? []) read(`${node.name.value}.${field.name.value}`, field.directives)
  }
  return { written, needs }
}

function writtenIn(place: string, directive: ConstDirectiveNode): Requirement | null {
  if (directive.name.value === 'authenticated') return signedInOnly
  if (directive.name.value !== 'requiresScopes') return null
  const alternatives = itemsOf(argument(directive, 'scopes')).map((scopes) =>
    itemsOf(scopes).map((scope) => textOf(scope) ?? ''),
  )
  return requirementOf(place, alternatives)
}

function argument(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((each) => each.name.value === name)?.value
}

function itemsOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  return value?.kind === Kind.LIST ? value.values : []
}

function textOf(value: ConstValueNode | undefined): string | null {
  return value?.kind === Kind.STRING ? value.value : null
}

function selectionOf(fields: string): SelectionSetNode {
  const [query] = parse(`{ ${fields} }`, { noLocation: true }).definitions
  if (query?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`"${fields}" is no selection.`)
  return query.selectionSet
}
