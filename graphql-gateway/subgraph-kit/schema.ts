// SDL of a subgraph -> schema with the federation machinery (directives, `_service`, `_entities`), no resolvers yet.
import {
  buildASTSchema,
  Kind,
  parse,
  print,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  type TypeDefinitionNode,
} from 'graphql'
import { federationDirective, federationTypes } from './federation-directives.ts'
import { argument, federationNames } from './link.ts'

/** A schema whose `_service` and `_entities` fields still need their resolvers. */
export interface BareSchema {
  readonly schema: GraphQLSchema
  readonly sdl: string
}

/** Errors: GraphQLError for SDL that does not parse or breaks a rule of GraphQL. */
export function buildBareSchema(typeDefs: string): BareSchema {
  // Places of the tokens are in no message, and cost a start several milliseconds.
  const document = parse(typeDefs, { noLocation: true })
  const original = federationNames(document)
  const entities = entityNames(document, original)
  const own = rebased(document)
  const hasQuery = own.definitions.some(
    (each) => each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Query',
  )
  const machinery = [
    federationTypes,
    ...usedDirectives(document, original),
    `${hasQuery ? 'extend ' : ''}type Query { _service: _Service! ${entities.length > 0 ? '_entities(representations: [_Any!]!): [_Entity]!' : ''} }`,
    entities.length > 0 ? `union _Entity = ${entities.join(' | ')}` : '',
  ].join('\n')
  const schema = buildASTSchema({
    kind: Kind.DOCUMENT,
    definitions: [...own.definitions, ...parse(machinery, { noLocation: true }).definitions],
  })
  return { schema, sdl: print(document) }
}

function usedDirectives(document: DocumentNode, original: (name: string) => string): string[] {
  const defined = new Set<string>(['link'])
  const used = new Set<string>()
  visit(document, {
    DirectiveDefinition: (node) => void defined.add(node.name.value),
    Directive: (node) => void used.add(node.name.value),
  })
  return [...used]
    .filter((name) => !defined.has(name))
    .flatMap((name) => federationDirective(original(name), name) ?? [])
}

function entityNames(document: DocumentNode, original: (name: string) => string): string[] {
  const names = new Set<string>()
  for (const node of document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue
    const resolvable = node.directives?.some((directive) => {
      if (original(directive.name.value) !== 'key') return false
      const value = argument(directive, 'resolvable')
      return !(value?.kind === Kind.BOOLEAN && !value.value)
    })
    if (resolvable) names.add(node.name.value)
  }
  return [...names]
}

/** In federation `extend type X` may stand without a base; graphql-js wants the first one to be the definition. */
function rebased(document: DocumentNode): DocumentNode {
  const known = new Set<string>()
  for (const node of document.definitions)
    if ('name' in node && node.name && node.kind.endsWith('Definition')) known.add(node.name.value)
  const definitions = document.definitions.map((node): DefinitionNode => {
    const definition = asDefinition(node)
    if (!definition || known.has(definition.name.value)) return node
    known.add(definition.name.value)
    return definition
  })
  return { ...document, definitions }
}

function asDefinition(node: DefinitionNode): TypeDefinitionNode | null {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_EXTENSION:
      return { ...node, kind: Kind.OBJECT_TYPE_DEFINITION }
    case Kind.INTERFACE_TYPE_EXTENSION:
      return { ...node, kind: Kind.INTERFACE_TYPE_DEFINITION }
    case Kind.UNION_TYPE_EXTENSION:
      return { ...node, kind: Kind.UNION_TYPE_DEFINITION }
    case Kind.ENUM_TYPE_EXTENSION:
      return { ...node, kind: Kind.ENUM_TYPE_DEFINITION }
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return { ...node, kind: Kind.INPUT_OBJECT_TYPE_DEFINITION }
    case Kind.SCALAR_TYPE_EXTENSION:
      return { ...node, kind: Kind.SCALAR_TYPE_DEFINITION }
    default:
      return null
  }
}
