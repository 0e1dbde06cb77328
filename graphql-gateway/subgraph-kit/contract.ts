// What a subgraph is to the gateway, and what it is made of. Types only.
import type { Action } from '@shuxiang/permissions'
import type { ExecutionResult, GraphQLSchema } from 'graphql'
import type { SubgraphContext } from './context.ts'
import type { CompleteResolvers, StoredEntities } from './resolver-types.ts'
import type { StoredFieldsOf } from './stored-type.ts'

/** What every definition of a subgraph says. */
export interface SubgraphFacts {
  /** Lower-case letters, digits and hyphens; unique in the graph. */
  readonly name: string
  /** SDL with `extend schema @link(url: "https://specs.apollo.dev/federation/v2.…", import: […])`. */
  readonly typeDefs: string
  /** Names of the collections that only this subgraph reads and writes. */
  readonly collections?: readonly string[]
  /**
   * The action of the permissions that a field carries out, by `Type.field`: of every mutation, and of every field that is
   * not for all. Its resolver must ask `permit` for that action, or the field fails.
   */
  readonly actions?: Readonly<Record<string, Action>>
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

/** A subgraph ready to be executed, in the gateway's process or behind HTTP. */
export interface Subgraph {
  readonly name: string
  /** The SDL for composition. */
  readonly sdl: string
  readonly schema: GraphQLSchema
  readonly collections: readonly string[]
  /** By `Type.field`. */
  readonly actions: ReadonlyMap<string, Action>
}

/** Runs one operation text against a subgraph. Never throws: what goes wrong is in `errors`. */
export type SubgraphExecutor = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  context: SubgraphContext,
) => Promise<ExecutionResult>
