// Members of a resolver map as values: their parents and arguments were compared with the SDL by the compiler, and
// graphql-js takes the arguments apart before it calls them.
import type { GraphQLFieldResolver, GraphQLTypeResolver } from 'graphql'
import type { SubgraphContext } from './context.ts'
import type { ResolveReferences } from './references.ts'
import type { AnyStoredType } from './stored-type.ts'

/** Members of an object by name; none of what is no object. */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

export function isFieldResolver(value: unknown): value is GraphQLFieldResolver<unknown, SubgraphContext> {
  return typeof value === 'function'
}

export function isReferences(value: unknown): value is ResolveReferences {
  return typeof value === 'function'
}

export function isTypeResolver(value: unknown): value is GraphQLTypeResolver<unknown, SubgraphContext> {
  return typeof value === 'function'
}

export function isStoredType(value: unknown): value is AnyStoredType {
  return typeof value === 'object' && value !== null && 'fields' in value
}
