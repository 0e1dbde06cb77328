/** Reads operation files, checks them against the schema and gives every operation its trusted document and id. */
import { createHash } from 'node:crypto'
import {
  GraphQLError,
  Kind,
  Source,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'

/** One `.graphql` file; the path is for messages only. */
export interface OperationSource {
  readonly path: string
  readonly text: string
}

export interface TrustedOperation {
  readonly name: string
  /** `sha256:<hex>` of `text` in UTF-8. */
  readonly id: string
  /** The operation with the fragments it uses and no others, printed by graphql-js. */
  readonly text: string
  readonly definition: OperationDefinitionNode
}

export interface OperationDocuments {
  readonly operations: readonly TrustedOperation[]
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/** An operation file that cannot be trusted: names the file, line and column, and what to change. */
export class OperationProblem extends Error {
  override readonly name = 'OperationProblem'
}

/** Parse and validate all files of a package together: a fragment may live in another file than its use. */
export function readOperations(
  sources: readonly OperationSource[],
  schema: GraphQLSchema,
): OperationDocuments {
  const definitions = sources.flatMap((source) => parseSource(source).definitions)
  const problems = validate(schema, { kind: Kind.DOCUMENT, definitions }, specifiedRules)
  if (problems.length > 0) throw new OperationProblem(problems.map(describe).join('\n'))

  const fragments = new Map<string, FragmentDefinitionNode>()
  const named: { name: string; definition: OperationDefinitionNode }[] = []
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const name = definition.name?.value
      if (name === undefined)
        throw new OperationProblem(
          'An operation has no name: write query Name { … } so that it can be exported.',
        )
      named.push({ name, definition })
    }
  }
  named.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { operations: named.map((one) => trust(one.name, one.definition, fragments)), fragments }
}

function parseSource({ path, text }: OperationSource): DocumentNode {
  try {
    return parse(new Source(text, path))
  } catch (error) {
    if (error instanceof GraphQLError) throw new OperationProblem(describe(error))
    throw error
  }
}

function describe(error: GraphQLError): string {
  const place = error.locations?.[0]
  const file = error.source?.name ?? error.nodes?.[0]?.loc?.source.name ?? 'operations'
  return place ? `${file}:${place.line}:${place.column}: ${error.message}` : `${file}: ${error.message}`
}

function trust(
  name: string,
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): TrustedOperation {
  const used = new Map<string, FragmentDefinitionNode>()
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name: { value } }) => {
        const fragment = fragments.get(value)
        if (!fragment || used.has(value)) return
        used.set(value, fragment)
        collect(fragment)
      },
    })
  }
  collect(definition)
  const sorted = [...used.values()].sort((a, b) => (a.name.value < b.name.value ? -1 : 1))
  const text = print({ kind: Kind.DOCUMENT, definitions: [definition, ...sorted] })
  return { name, id: `sha256:${createHash('sha256').update(text).digest('hex')}`, text, definition }
}
