// Subgraphs in this process: a function call, no socket and no JSON.
import { createExecutor, type Subgraph } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { SubgraphUnavailable, type Transport } from './contract.ts'
import { untilAborted } from './deadline.ts'

/** A transport to one subgraph in this process. `db` is asked per request. */
export function localTransport(subgraph: Subgraph, db: () => Db): Transport {
  const execute = createExecutor(subgraph)
  return async ({ query, variables, context }) => {
    const { requestId, log, signal, tenant } = context
    const answer = execute(query, variables, { db: db(), requestId, log, signal, tenant })
    // graphql-js cannot be stopped; its resolvers see the signal, and the client need not wait for them.
    return untilAborted(answer, signal, () => new SubgraphUnavailable(subgraph.name, 'timeout'))
  }
}
