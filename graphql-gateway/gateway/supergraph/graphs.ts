// The subgraphs a supergraph names, with their addresses.
import { Kind, type DocumentNode } from 'graphql'

/** Name -> address, from `@join__graph(name, url)`. Source: https://specs.apollo.dev/join/v0.4 */
export function graphsOf(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const graphs = new Map<string, string>()
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue
    for (const value of node.values ?? []) {
      const given =
        value.directives?.find((directive) => directive.name.value === 'join__graph')?.arguments ?? []
      const read = (name: string): string => {
        const found = given.find((argument) => argument.name.value === name)?.value
        return found?.kind === Kind.STRING ? found.value : ''
      }
      graphs.set(read('name'), read('url'))
    }
  }
  return graphs
}
