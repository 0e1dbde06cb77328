// The government subgraph in the graph: the details of its kinds get their types.
import { defineSubgraph, detailsField, type Subgraph } from '@shuxiang/subgraph-kit'
import { government } from './kind/index.ts'
import { name } from './name.ts'
import type { Resolvers } from './schema/types.generated.ts'

/** It reads no collection: the details come with each key object, from the catalogue. */
export function createGovernment(typeDefs: string): Subgraph {
  return defineSubgraph<Resolvers>({
    name,
    typeDefs,
    resolvers: { Record: { government: detailsField(government) } },
  })
}
