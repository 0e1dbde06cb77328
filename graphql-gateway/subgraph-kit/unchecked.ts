// For suites and benches: a subgraph whose SDL stands in the test, so that no types were generated from it.
import type { GraphQLResolveInfo, GraphQLScalarType } from 'graphql'
import type { SubgraphContext } from './context.ts'
import type { Subgraph, SubgraphFacts } from './contract.ts'
import { putTogether } from './put-together.ts'
import type { AnyStoredType } from './stored-type.ts'

/** A resolver whose parent and arguments nobody has compared with the SDL. Any function with these places is one. */
type UncheckedResolver = (
  parent: never,
  args: never,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => unknown

/** `__resolveReferences` that nobody has compared with the SDL. */
type UncheckedReferences = (
  references: readonly never[],
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => Promise<readonly unknown[]>

/** `__resolveType` that nobody has compared with the SDL. */
type UncheckedTypeResolver = (
  value: never,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => string | Promise<string>

/** Resolvers by type name; a scalar type stands for itself. */
export type UncheckedResolvers = Readonly<
  Record<
    string,
    | Readonly<Record<string, UncheckedResolver | UncheckedReferences | UncheckedTypeResolver | undefined>>
    | GraphQLScalarType
  >
>

/** A definition of which only the names are compared with the SDL, when it is put together. */
export interface UncheckedDefinition extends SubgraphFacts {
  readonly resolvers: UncheckedResolvers
  readonly stored?: Readonly<Record<string, AnyStoredType>>
}

/**
 * `defineSubgraph` without types, for suites and benches only: the product's own subgraphs, and those of provinces, are
 * compared with their SDL by the compiler, and an import rule keeps them from this door.
 * Errors: as `defineSubgraph`.
 */
export function defineUncheckedSubgraph(definition: UncheckedDefinition): Subgraph {
  return putTogether(definition)
}
