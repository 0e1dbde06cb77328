// Keeps a client's aliases from hiding fields that plans need: `{ id: title }` would otherwise stand where the key belongs.
import { Kind, visit, type DocumentNode } from 'graphql'

const mark = '__for__'

/** Names of fields anywhere in the supergraph. */
export function fieldNamesOf(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>()
  for (const node of supergraph.definitions)
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION)
      for (const field of node.fields ?? []) names.add(field.name.value)
  return names
}

/** The key under which a field's value lies in the merged answers. */
export function sourceKey(responseKey: string, fieldName: string, fieldNames: ReadonlySet<string>): string {
  const misleading = responseKey !== fieldName && fieldNames.has(responseKey)
  return misleading || responseKey.includes(mark) ? `${responseKey}${mark}${fieldName}` : responseKey
}

/** The key that the client knows, for paths of errors. */
export function responseKey<Part extends string | number>(part: Part): Part | string {
  if (typeof part !== 'string') return part
  const end = part.lastIndexOf(mark)
  return end < 0 ? part : part.slice(0, end)
}

/** The document with source keys for aliases, as it goes to the planner. */
export function withSourceKeys(document: DocumentNode, fieldNames: ReadonlySet<string>): DocumentNode {
  return visit(document, {
    Field(node) {
      const key = (node.alias ?? node.name).value
      const source = sourceKey(key, node.name.value, fieldNames)
      return source === key ? undefined : { ...node, alias: { kind: Kind.NAME, value: source } }
    },
  })
}
