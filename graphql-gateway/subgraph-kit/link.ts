// Reads `@link` imports: under which name a subgraph knows each federation directive.
import { Kind, type ConstDirectiveNode, type DocumentNode, type ValueNode } from 'graphql'

const federationUrl = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/

/** Name in the subgraph -> name in the specification. Imported names, and the long `federation__` form of the others. */
export function federationNames(document: DocumentNode): (name: string) => string {
  const imported = new Map<string, string>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_EXTENSION && definition.kind !== Kind.SCHEMA_DEFINITION) continue
    for (const directive of definition.directives ?? []) {
      if (directive.name.value !== 'link' || !federationUrl.test(stringOf(argument(directive, 'url')) ?? ''))
        continue
      const list = argument(directive, 'import')
      if (list?.kind !== Kind.LIST) continue
      for (const item of list.values) {
        const name = item.kind === Kind.OBJECT ? fieldOf(item, 'name') : stringOf(item)
        const alias = item.kind === Kind.OBJECT ? fieldOf(item, 'as') : name
        if (name !== undefined) imported.set(bare(alias ?? name), bare(name))
      }
    }
  }
  return (name) => imported.get(name) ?? name.replace(/^federation__/, '')
}

/** Value of one argument of a directive in SDL. */
export function argument(directive: ConstDirectiveNode, name: string): ValueNode | undefined {
  return directive.arguments?.find((each) => each.name.value === name)?.value
}

function stringOf(value: ValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined
}

function fieldOf(value: ValueNode & { kind: Kind.OBJECT }, name: string): string | undefined {
  return stringOf(value.fields.find((field) => field.name.value === name)?.value)
}

function bare(name: string): string {
  return name.startsWith('@') ? name.slice(1) : name
}
