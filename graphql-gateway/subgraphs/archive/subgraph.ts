// The archive subgraph in the graph: the details of its kinds get their types.
import { defineSubgraph, detailsField, type Subgraph } from '@shuxiang/subgraph-kit'
import { web } from './web/index.ts'
import { topic } from './topic/index.ts'
import { name } from './name.ts'
import type { Resolvers } from './schema/types.generated.ts'

/** It reads no collection: the details come with each key object, from the catalogue. */
export function createArchive(typeDefs: string): Subgraph {
  return defineSubgraph<Resolvers>({
    name,
    typeDefs,
    resolvers: { Record: { web: detailsField(web), topic: detailsField(topic) } },
  })
}
