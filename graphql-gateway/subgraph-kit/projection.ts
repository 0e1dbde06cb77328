// Which stored fields a selection needs, so that the store sends no more.
import {
  getNamedType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql'
import { storedTypeOf } from './stored-type.ts'

/** Selections already read. graphql-js makes a new array of the same nodes for every execution. */
const kept = new WeakMap<FieldNode, Map<string, { nodes: readonly FieldNode[]; names: readonly string[] }>>()

/**
 * Names of the fields selected below the resolved field, at a path. `@skip` and `@include` are taken as if they
 * selected: reading a field too many is right, a field too few is not. Kept per document.
 */
export function selectedFields(info: GraphQLResolveInfo, at: readonly string[] = []): readonly string[] {
  const nodes = info.fieldNodes
  const first = nodes[0]
  if (!first) return []
  const path = at.join('.')
  const byPath =
    kept.get(first) ?? new Map<string, { nodes: readonly FieldNode[]; names: readonly string[] }>()
  kept.set(first, byPath)
  const known = byPath.get(path)
  if (known && known.nodes.length === nodes.length && known.nodes.every((node, i) => node === nodes[i]))
    return known.names
  const names = namesAt(nodes, at, info)
  byPath.set(path, { nodes, names })
  return names
}

function namesAt(
  nodes: readonly FieldNode[],
  at: readonly string[],
  info: GraphQLResolveInfo,
): readonly string[] {
  let sets = nodes.flatMap((node) => node.selectionSet ?? [])
  for (const step of at)
    sets = sets.flatMap((set) =>
      fieldsOf(set, info).flatMap((f) => (f.name.value === step ? (f.selectionSet ?? []) : [])),
    )
  return [...new Set(sets.flatMap((set) => fieldsOf(set, info).map((field) => field.name.value)))]
}

/** Where the documents stand in the answer. */
export interface ProjectionPlace {
  /** Path from the resolved field to the documents, such as `['edges', 'node']`; empty when it resolves to them. */
  readonly at?: readonly string[]
  /** Type at the beginning of the path, where the resolved field does not tell: entities come as a union. */
  readonly type?: string
}

/**
 * A projection for `find`: the stored fields that everything selected declares to need, along the whole path, for a
 * type on the way may read the document below it. `_id` is always part of it.
 * Errors: `Error` when the type at the end declares nothing (see `SubgraphDefinition.stored`).
 */
export function projection(
  info: GraphQLResolveInfo,
  { at = [], type: name }: ProjectionPlace = {},
): Record<string, 1> {
  const wanted = new Set<string>(['_id'])
  let type = objectType(name === undefined ? getNamedType(info.returnType) : info.schema.getType(name))
  for (const [depth, field] of at.entries()) {
    addNeeds(wanted, type, selectedFields(info, at.slice(0, depth)))
    const step = type.getFields()[field]
    type = objectType(step && getNamedType(step.type))
  }
  if (!storedTypeOf(type))
    throw new Error(`${type.name} declares no stored fields: a projection cannot be made.`)
  addNeeds(wanted, type, selectedFields(info, at))
  return Object.fromEntries([...wanted].map((field) => [field, 1]))
}

function addNeeds(wanted: Set<string>, type: GraphQLObjectType, selected: readonly string[]): void {
  const stored = storedTypeOf(type)
  for (const need of stored?.always ?? []) wanted.add(need)
  // Names of other types of a union and `__typename` are selected here too, and need nothing of this one.
  for (const name of selected)
    if (stored && Object.hasOwn(stored.fields, name))
      for (const need of stored.fields[name]?.needs ?? []) wanted.add(need)
}

function objectType(type: GraphQLNamedType | undefined): GraphQLObjectType {
  if (isObjectType(type)) return type
  throw new Error(
    `A projection is made for an object type, not for ${type?.name ?? 'a type the schema lacks'}.`,
  )
}

function fieldsOf(set: SelectionSetNode, info: GraphQLResolveInfo): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, info)
    const fragment = info.fragments[selection.name.value]
    return fragment ? fieldsOf(fragment.selectionSet, info) : []
  })
}
