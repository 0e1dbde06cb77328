// The schema that clients see, built from the SDL the planner gives.
import { buildASTSchema, Kind, parse, type DefinitionNode, type GraphQLSchema } from 'graphql'

/** The planner's SDL also holds the introspection types, which graphql-js brings itself. */
export function buildApiSchema(apiSdl: string): GraphQLSchema {
  const document = parse(apiSdl, { noLocation: true })
  const definitions = document.definitions.flatMap((node): DefinitionNode[] => {
    if ('name' in node && node.name?.value.startsWith('__')) return []
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [node]
    return [{ ...node, fields: (node.fields ?? []).filter((field) => !field.name.value.startsWith('__')) }]
  })
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValidSDL: true })
}
