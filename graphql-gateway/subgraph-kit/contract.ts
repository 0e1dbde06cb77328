// What a subgraph is to the gateway, and what a resolver gets. Types only.
import type { ExecutionResult, GraphQLResolveInfo, GraphQLScalarType, GraphQLSchema } from 'graphql'
import type { SubgraphContext } from './context.ts'
import type { CompleteResolvers, StoredEntities } from './resolver-types.ts'
import type { AnyStoredType, StoredFieldsOf } from './stored-type.ts'

/** A field: `(parent, args, context, info)`. Annotate a resolver with this and its types follow. */
export type Resolver<Parent = unknown, Args = Record<string, never>, Result = unknown> = (
  parent: Parent,
  args: Args,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => Result | Promise<Result>

/** One key object as the gateway sends it: `__typename` and the fields of one `@key`. */
export type Reference<Key extends object = Record<string, unknown>> = Key & { readonly __typename: string }

/**
 * Finds many entities in one trip. The answer has one place per reference, in the order of the references:
 * the object, `null` when there is none, or an `Error` for that one alone.
 */
export type ReferenceResolver<Key extends object = Record<string, unknown>, Result = unknown> = (
  references: readonly Reference<Key>[],
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => Promise<readonly (Result | null | Error)[]>

/** A resolver whose parent and arguments nobody has compared with the SDL. Any function with these places is one. */
export type UncheckedResolver = (
  parent: never,
  args: never,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => unknown

/** `__resolveReferences` that nobody has compared with the SDL. */
export type UncheckedReferences = (
  references: readonly never[],
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => Promise<readonly unknown[]>

/** `__resolveType` that nobody has compared with the SDL. */
export type UncheckedTypeResolver = (
  value: never,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
) => string | Promise<string>

/** Resolvers by type name, for a subgraph whose SDL no types were generated from; a scalar type stands for itself. */
export type UncheckedResolvers = Readonly<
  Record<
    string,
    | Readonly<Record<string, UncheckedResolver | UncheckedReferences | UncheckedTypeResolver | undefined>>
    | GraphQLScalarType
  >
>

/** What every definition of a subgraph says. */
interface SubgraphFacts {
  /** Lower-case letters, digits and hyphens; unique in the graph. */
  readonly name: string
  /** SDL with `extend schema @link(url: "https://specs.apollo.dev/federation/v2.…", import: […])`. */
  readonly typeDefs: string
  /** Names of the collections that only this subgraph reads and writes. */
  readonly collections?: readonly string[]
}

/**
 * What `defineSubgraph` takes. `Types` is the generated `Resolvers`; `Stored` names the types whose documents are read
 * by projection: each field of such a type declares the stored fields it needs, and its resolver stands there.
 */
export type SubgraphDefinition<Types, Stored extends keyof Types = never> = SubgraphFacts & {
  readonly resolvers: CompleteResolvers<Omit<Types, Stored>> & StoredEntities<Pick<Types, Stored>>
} & ([Stored] extends [never]
    ? object
    : { readonly stored: { readonly [Name in Stored]: StoredFieldsOf<NonNullable<Types[Name]>> } })

/** A definition of which only the names are compared with the SDL, when it is put together. */
export interface UncheckedDefinition extends SubgraphFacts {
  readonly resolvers: UncheckedResolvers
  readonly stored?: Readonly<Record<string, AnyStoredType>>
}

/** A subgraph ready to be executed, in the gateway's process or behind HTTP. */
export interface Subgraph {
  readonly name: string
  /** The SDL for composition. */
  readonly sdl: string
  readonly schema: GraphQLSchema
  readonly collections: readonly string[]
}

/** Runs one operation text against a subgraph. Never throws: what goes wrong is in `errors`. */
export type SubgraphExecutor = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  context: SubgraphContext,
) => Promise<ExecutionResult>
