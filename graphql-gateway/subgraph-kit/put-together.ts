// SDL and resolvers -> a subgraph that any transport can execute.
import { isAction, type Action } from '@shuxiang/permissions'
import {
  defaultFieldResolver,
  GraphQLScalarType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  validateSchema,
  type GraphQLSchema,
} from 'graphql'
import type { Subgraph, SubgraphFacts } from './contract.ts'
import { askingFor } from './permit.ts'
import { resolveEntities, typenameOf, type ResolveReferences } from './references.ts'
import { isFieldResolver, isReferences, isStoredType, isTypeResolver, membersOf } from './resolver-values.ts'
import { buildBareSchema } from './schema.ts'
import { keepStoredType, type AnyStoredType } from './stored-type.ts'

const goodName = /^[a-z][a-z0-9-]{0,62}$/

/** A definition whose types are forgotten: what is left is functions by name. */
interface Defined extends SubgraphFacts {
  readonly resolvers: object
  readonly stored?: object
}

/**
 * Builds a federation 2 subgraph. Fields without a resolver read the property of the same name.
 * Errors: `Error` naming the subgraph for a bad name, wrong SDL, or a resolver of a type or field the SDL lacks.
 */
export function putTogether(definition: Defined): Subgraph {
  const { name, collections = [] } = definition
  if (!goodName.test(name))
    throw new Error(`Subgraph name "${name}": use lower-case letters, digits and hyphens.`)
  const { schema, sdl } = explained(name, () => buildBareSchema(definition.typeDefs))
  const problem = validateSchema(schema)[0]
  if (problem) throw new Error(`Subgraph ${name}: ${problem.message}`)

  const references = new Map<string, ResolveReferences>()
  const resolversOf = membersOf(definition.resolvers)
  for (const [typeName, resolvers] of resolversOf) {
    const where = `Subgraph ${name}: resolvers of ${typeName}`
    if (resolvers instanceof GraphQLScalarType) attachScalar(schema, typeName, resolvers, where)
    else attachType(schema, typeName, membersOf(resolvers), references, where)
  }
  for (const [typeName, stored] of membersOf(definition.stored)) {
    const where = `Subgraph ${name}: stored fields of ${typeName}`
    if (!isStoredType(stored)) throw new Error(`${where}: fields are missing.`)
    const beside = [...membersOf(resolversOf.get(typeName)).keys()]
    attachStored(schema, typeName, stored, beside, where)
  }
  const query = schema.getQueryType()?.getFields() ?? {}
  if (query._service) query._service.resolve = () => ({ sdl })
  if (query._entities)
    query._entities.resolve = (_, args, context, info) =>
      resolveEntities(references, schema, args.representations, context, info)
  const union = schema.getType('_Entity')
  if (isUnionType(union)) union.resolveType = typenameOf
  const actions = new Map(Object.entries(definition.actions ?? {}))
  for (const [place, action] of actions)
    guard(schema, place, action, `Subgraph ${name}: the action of ${place}`)
  return { name, sdl, schema, collections, actions }
}

function attachType(
  schema: GraphQLSchema,
  typeName: string,
  resolvers: ReadonlyMap<string, unknown>,
  references: Map<string, ResolveReferences>,
  where: string,
): void {
  const type = schema.getType(typeName)
  if (!isObjectType(type) && !isInterfaceType(type) && !isUnionType(type))
    throw new Error(`${where}: the SDL has no such object, interface or union type.`)
  for (const [name, resolver] of resolvers) {
    if (resolver === undefined) continue
    if (name === '__resolveReferences' && isReferences(resolver)) references.set(typeName, resolver)
    else if (name === '__resolveType' && isTypeResolver(resolver) && !isObjectType(type))
      type.resolveType = resolver
    else {
      const field = isUnionType(type) ? undefined : type.getFields()[name]
      if (!field) throw new Error(`${where}: the SDL has no field ${name}.`)
      if (!isFieldResolver(resolver)) throw new Error(`${where}: the resolver of ${name} is no function.`)
      field.resolve = resolver
    }
  }
}

/** A field that declares nothing would be left out of every projection, so each of the type has to. */
function attachStored(
  schema: GraphQLSchema,
  typeName: string,
  stored: AnyStoredType,
  beside: readonly string[],
  where: string,
): void {
  const type = schema.getType(typeName)
  if (!isObjectType(type)) throw new Error(`${where}: the SDL has no such object type.`)
  const fields = type.getFields()
  for (const [name, { resolve }] of Object.entries(stored.fields)) {
    const field = fields[name]
    if (!field) throw new Error(`${where}: the SDL has no field ${name}.`)
    if (!isFieldResolver(resolve)) throw new Error(`${where}: the resolver of ${name} is no function.`)
    field.resolve = resolve
  }
  const undeclared = beside.find((name) => !name.startsWith('__'))
  if (undeclared)
    throw new Error(`${where}: the resolver of ${undeclared} belongs there, with what it needs.`)
  for (const name of Object.keys(fields))
    if (!Object.hasOwn(stored.fields, name))
      throw new Error(`${where}: the field ${name} is not among them; declare what it needs.`)
  keepStoredType(type, stored)
}

/** A resolver that forgets to ask fails at the first call, whoever calls. */
function guard(schema: GraphQLSchema, place: string, action: Action, where: string): void {
  const [typeName = '', fieldName = ''] = place.split('.')
  const type = schema.getType(typeName)
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined
  if (!isAction(action)) throw new Error(`${where}: the permissions know no action ${String(action)}.`)
  if (!field) throw new Error(`${where}: the SDL has no such field.`)
  field.resolve = askingFor(
    action,
    place,
    type === schema.getMutationType() ? 'is an answer too' : 'may be given',
    field.resolve ?? defaultFieldResolver,
  )
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
