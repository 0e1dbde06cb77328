// What a subgraph is to the gateway, and what a resolver gets. Types only.
import type { ExecutionResult, GraphQLResolveInfo, GraphQLScalarType, GraphQLSchema } from 'graphql'
import type { Db } from 'mongodb'
import type { AnyStoredType } from './stored-type.ts'

/** The part of a pino logger that subgraphs use. One call is one line of JSON. */
export interface Log {
  debug(fields: object, message?: string): void
  info(fields: object, message?: string): void
  warn(fields: object, message?: string): void
  error(fields: object, message?: string): void
}

/** Everything a resolver may know about the request. Nothing in it comes unchecked from the client. */
export interface SubgraphContext {
  readonly db: Db
  /** Written with every log line of the request; also sent to remote subgraphs. */
  readonly requestId: string
  readonly log: Log
  /** Fires when the reader has gone or the operation's deadline has passed. */
  readonly signal: AbortSignal
  /** Id of the library whose branch site asks; null on the portal. */
  readonly tenant: string | null
}

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

/*
 * Members of a resolver map. Written as methods because TypeScript compares parameters of methods both ways: a
 * resolver may name the exact parent and arguments it gets, which the schema guarantees and types alone cannot.
 */
interface Loose {
  field(parent: unknown, args: unknown, context: SubgraphContext, info: GraphQLResolveInfo): unknown
  references(
    references: readonly unknown[],
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ): Promise<readonly unknown[]>
  type(value: unknown, context: SubgraphContext, info: GraphQLResolveInfo): string | Promise<string>
}
/** A field of a resolver map, parent and arguments unnamed. */
export type AnyResolver = Loose['field']
/** `__resolveReferences` of a resolver map, key unnamed. */
export type AnyReferenceResolver = Loose['references']

/** Resolvers of one object or interface type; `__resolveReferences` for entities, `__resolveType` for abstract types. */
export interface TypeResolvers {
  readonly __resolveReferences?: AnyReferenceResolver
  readonly __resolveType?: Loose['type']
  readonly [field: string]: AnyResolver | AnyReferenceResolver | Loose['type'] | undefined
}

/** Resolvers by type name; a scalar type stands for itself. */
export type ResolverMap = Readonly<Record<string, TypeResolvers | GraphQLScalarType>>

/** What `defineSubgraph` takes. */
export interface SubgraphDefinition {
  /** Lower-case letters, digits and hyphens; unique in the graph. */
  readonly name: string
  /** SDL with `extend schema @link(url: "https://specs.apollo.dev/federation/v2.…", import: […])`. */
  readonly typeDefs: string
  readonly resolvers: ResolverMap
  /** Types whose documents are read by projection: every field of such a type declares the stored fields it needs. */
  readonly stored?: Readonly<Record<string, AnyStoredType>>
  /** Names of the collections that only this subgraph reads and writes. */
  readonly collections?: readonly string[]
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
