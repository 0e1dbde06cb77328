// Which type is which interface's or union's member, over the whole supergraph (also what clients may not see).
import { Kind, type DocumentNode } from 'graphql'

/** Answers whether an object of `typename` satisfies the type condition `condition`. */
export type IsSubtype = (typename: string, condition: string) => boolean

/** Reads `implements` and union members of a parsed supergraph. */
export function supertypesOf(supergraph: DocumentNode): IsSubtype {
  const above = new Map<string, Set<string>>()
  const add = (type: string, supertype: string): void => {
    const known = above.get(type)
    if (known) known.add(supertype)
    else above.set(type, new Set([supertype]))
  }
  for (const node of supergraph.definitions) {
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION)
      for (const each of node.interfaces ?? []) add(node.name.value, each.name.value)
    if (node.kind === Kind.UNION_TYPE_DEFINITION)
      for (const member of node.types ?? []) add(member.name.value, node.name.value)
  }
  return (typename, condition) => typename === condition || above.get(typename)?.has(condition) === true
}
