// Which variables decide about parts of an operation.
import { Kind, visit, type DocumentNode } from 'graphql'

/** Names of the variables used in `@skip` and `@include`, each once. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>()
  visit(document, {
    Directive(node) {
      if (node.name.value !== 'skip' && node.name.value !== 'include') return
      for (const { value } of node.arguments ?? [])
        if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}
