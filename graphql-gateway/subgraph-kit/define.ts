// `defineSubgraph`: a subgraph whose resolvers are compared with its SDL by the compiler.
import type { Subgraph, SubgraphDefinition } from './contract.ts'
import { putTogether } from './put-together.ts'

/** A call that names no `Resolvers` would be compared with nothing, so it takes no definition. */
type Named<Types, Definition> = [keyof Types] extends [never]
  ? 'Write defineSubgraph<Resolvers>.'
  : Definition

/**
 * Builds a federation 2 subgraph: `defineSubgraph<Resolvers>({ … })` with the `Resolvers` generated from the SDL, and
 * `defineSubgraph<Resolvers, 'Book'>` where books are read by projection. Fields without a resolver read the property
 * of the same name.
 * Errors: `Error` naming the subgraph for a bad name, wrong SDL, or a resolver of a type or field the SDL lacks.
 */
export function defineSubgraph<Types = object, Stored extends keyof Types = never>(
  definition: Named<Types, SubgraphDefinition<Types, Stored>>,
): Subgraph
export function defineSubgraph(definition: SubgraphDefinition<object>): Subgraph {
  return putTogether(definition)
}
