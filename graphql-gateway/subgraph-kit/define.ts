// `defineSubgraph`: SDL and resolvers -> a subgraph that any transport can execute.
import {
  GraphQLScalarType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  validateSchema,
  type GraphQLSchema,
} from 'graphql'
import type { AnyReferenceResolver, Subgraph, SubgraphDefinition, TypeResolvers } from './contract.ts'
import { resolveEntities, typenameOf } from './references.ts'
import { buildBareSchema } from './schema.ts'

const goodName = /^[a-z][a-z0-9-]{0,62}$/

/**
 * Builds a federation 2 subgraph. Fields without a resolver read the property of the same name.
 * Errors: `Error` naming the subgraph for a bad name, wrong SDL, or a resolver of a type or field the SDL lacks.
 */
export function defineSubgraph(definition: SubgraphDefinition): Subgraph {
  const { name, collections = [] } = definition
  if (!goodName.test(name))
    throw new Error(`Subgraph name "${name}": use lower-case letters, digits and hyphens.`)
  const { schema, sdl } = explained(name, () => buildBareSchema(definition.typeDefs))
  const problem = validateSchema(schema)[0]
  if (problem) throw new Error(`Subgraph ${name}: ${problem.message}`)

  const references = new Map<string, AnyReferenceResolver>()
  for (const [typeName, resolvers] of Object.entries(definition.resolvers)) {
    const where = `Subgraph ${name}: resolvers of ${typeName}`
    if (resolvers instanceof GraphQLScalarType) attachScalar(schema, typeName, resolvers, where)
    else attachType(schema, typeName, resolvers, references, where)
  }
  const query = schema.getQueryType()?.getFields() ?? {}
  if (query._service) query._service.resolve = () => ({ sdl })
  if (query._entities)
    query._entities.resolve = (_, args, context, info) =>
      resolveEntities(references, schema, args.representations, context, info)
  const union = schema.getType('_Entity')
  if (isUnionType(union)) union.resolveType = typenameOf
  return { name, sdl, schema, collections }
}

function attachType(
  schema: GraphQLSchema,
  typeName: string,
  resolvers: TypeResolvers,
  references: Map<string, AnyReferenceResolver>,
  where: string,
): void {
  const type = schema.getType(typeName)
  if (!isObjectType(type) && !isInterfaceType(type) && !isUnionType(type))
    throw new Error(`${where}: the SDL has no such object, interface or union type.`)
  const { __resolveReferences, __resolveType, ...fields } = resolvers
  if (__resolveReferences) references.set(typeName, __resolveReferences)
  if (__resolveType && !isObjectType(type)) type.resolveType = __resolveType
  for (const [name, resolver] of Object.entries(fields)) {
    const field = isUnionType(type) ? undefined : type.getFields()[name]
    if (!field) throw new Error(`${where}: the SDL has no field ${name}.`)
    if (resolver) field.resolve = resolver
  }
}

/** The SDL's scalar keeps its identity; it takes over how values are read and written. */
function attachScalar(
  schema: GraphQLSchema,
  typeName: string,
  scalar: GraphQLScalarType,
  where: string,
): void {
  const type = schema.getType(typeName)
  if (!isScalarType(type)) throw new Error(`${where}: the SDL has no such scalar.`)
  type.serialize = scalar.serialize
  type.parseValue = scalar.parseValue
  type.parseLiteral = scalar.parseLiteral
}

function explained<T>(name: string, build: () => T): T {
  try {
    return build()
  } catch (error) {
    throw new Error(`Subgraph ${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
