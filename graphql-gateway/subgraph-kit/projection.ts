// Which stored fields a selection needs, so that the store sends no more.
import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'

/** What `projection` cannot see in the selection. */
export interface ProjectionRules {
  /** Path from the resolved field to the node, such as `['edges', 'node']`; empty when the field is the node. */
  readonly at?: readonly string[]
  /** Stored fields behind a field of the schema; a field not named here is stored under its own name. */
  readonly fields?: Readonly<Record<string, readonly string[]>>
  /** Stored fields to read whatever is selected, such as those that resolvers of other fields need. */
  readonly always?: readonly string[]
}

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

/** A projection for `find`: only what the selection needs. `_id` is always part of it. */
export function projection(info: GraphQLResolveInfo, rules: ProjectionRules = {}): Record<string, 1> {
  const { at = [], fields = {}, always = [] } = rules
  const wanted = new Set<string>(['_id', ...always])
  for (const name of selectedFields(info, at)) {
    if (name === '__typename') continue
    for (const stored of Object.hasOwn(fields, name) ? (fields[name] ?? []) : [name]) wanted.add(stored)
  }
  return Object.fromEntries([...wanted].map((name) => [name, 1]))
}

function fieldsOf(set: SelectionSetNode, info: GraphQLResolveInfo): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, info)
    const fragment = info.fragments[selection.name.value]
    return fragment ? fieldsOf(fragment.selectionSet, info) : []
  })
}
